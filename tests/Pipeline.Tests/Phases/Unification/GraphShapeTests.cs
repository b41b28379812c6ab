using Cdp.Trino;

namespace Cdp.Pipeline.Tests.Phases.Unification;

/// <summary>Shapes of links that hurt: the persons are those of union-find, within 16 rounds.</summary>
public sealed class GraphShapeTests : IDisposable
{
    private readonly TrinoDatabase _tables = TrinoDatabase.Open(":memory:");
    private readonly UnificationRun _run;
    private readonly SqlProject _sql;

    public GraphShapeTests()
    {
        _run = new(_tables, TwoMails.Config(), SampleSchemas.Cleaned);
        _sql = _run.Project(1_735_700_000);
    }

    public static TheoryData<string> Shapes =>
        ["chain", "chain_reversed", "chain_shuffled", "star", "cliques", "tree", "singles"];

    public void Dispose() => _tables.Dispose();

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Hurting_shapes(string shape) => await SamePersonsAsync(Links(shape));

    [Fact]
    public async Task Random_graphs()
    {
        for (var seed = 1; seed <= 5; seed++)
        {
            var random = new Random(seed);
            var people = 40 + (seed * 30);
            await SamePersonsAsync(
                [.. Enumerable.Range(0, (int)(people * 0.9)).Select(_ => (random.Next(people), random.Next(people)))]);
        }
    }

    /// <summary>Each link is a record with two e-mail addresses.</summary>
    private async Task SamePersonsAsync(IReadOnlyList<(int Left, int Right)> links)
    {
        var rows = links.Select((l, n) => $"('r{n}', {n}, {Mail(l.Left)}, {Mail(l.Right)})");
        await _sql.RunAsync(
            "DROP TABLE IF EXISTS acme_customer_360_work_input;\n"
            + "CREATE TABLE acme_customer_360_work_input AS SELECT prep_id, CAST(n AS bigint) AS first_seen, email, email__2 "
            + $"FROM (VALUES {string.Join(", ", rows)}) AS t (prep_id, n, email, email__2)");

        await _run.ResolveAsync(_sql);

        var expected = new Persons();
        foreach (var (left, right) in links)
        {
            expected.Add([Mail(left).Trim('\''), Mail(right).Trim('\'')]);
        }

        var found = (await _sql.RowsAsync("SELECT leader_id, id FROM acme_customer_360_work_leaders"))
            .Select(r => r.Split('|'))
            .GroupBy(r => r[0], r => r[1])
            .Select(g => string.Join(' ', g.Order(StringComparer.Ordinal)))
            .Order(StringComparer.Ordinal);
        Assert.Equal(expected.Groups(), found);
        Assert.InRange(_run.Rounds, 0, 16);
    }

    private static string Mail(int person) => FormattableString.Invariant($"'p{person:d4}@x.org'");

    private static IReadOnlyList<(int Left, int Right)> Links(string shape) => shape switch
    {
        "chain" => Chain([.. Enumerable.Range(0, 300)]),
        "chain_reversed" => Chain([.. Enumerable.Range(0, 300).Reverse()]),
        "chain_shuffled" => Chain([.. Enumerable.Range(0, 300).Select(n => n * 127 % 300)]),
        "star" => [.. Enumerable.Range(1, 300).Select(n => (0, n))],
        "cliques" => [.. Enumerable.Range(0, 20).SelectMany(c => Clique(c * 10, 6))],
        "tree" => [.. Enumerable.Range(1, 300).Select(n => ((n - 1) / 2, n))],
        _ => [.. Enumerable.Range(0, 50).Select(n => (n, n))],
    };

    private static List<(int Left, int Right)> Chain(int[] order) => [.. order.Zip(order.Skip(1))];

    private static IEnumerable<(int Left, int Right)> Clique(int first, int size) =>
        from a in Enumerable.Range(first, size)
        from b in Enumerable.Range(first, size)
        where a < b
        select (a, b);
}
