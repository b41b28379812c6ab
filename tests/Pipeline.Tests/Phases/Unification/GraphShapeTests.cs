using System.Globalization;
using Cdp.Tests;

namespace Cdp.Pipeline.Tests.Phases.Unification;

/// <summary>Shapes of links that hurt: the leaders are those of union-find, within 16 rounds. <c>--target=Bench --full</c> has them at a million.</summary>
public sealed class GraphShapeTests : IDisposable
{
    private const int Size = 2_000;

    private readonly GraphRun _graph = new();

    public static TheoryData<string> Shapes => [.. GraphShapes.Names];

    public void Dispose() => _graph.Dispose();

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Hurting_shapes_have_the_least_leader_of_each_component(string shape)
    {
        var (expected, found, rounds) = await _graph.FindAsync([.. GraphShapes.Links(shape, Size)]);

        Assert.Equal(expected, found);
        Assert.InRange(rounds, 0, 16);
    }

    [Fact]
    public async Task A_thousand_random_graphs_have_the_leaders_of_union_find()
    {
        var most = 0;
        for (var seed = 1; seed <= 4; seed++)
        {
            var (expected, found, rounds) = await _graph.FindAsync([.. GraphShapes.Random(seed, 250)]);

            Assert.Equal(expected, found);
            most = Math.Max(most, rounds);
        }

        Assert.InRange(most, 1, 16);
        Figures.Say("components", string.Create(CultureInfo.InvariantCulture, $"1,000 random graphs as union-find has them, in {most} rounds at most"));
    }
}
