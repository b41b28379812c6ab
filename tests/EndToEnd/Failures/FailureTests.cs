using System.Globalization;
using Cdp.Tests;

namespace Cdp.EndToEnd.Failures;

/// <summary>Every failure case of spec/td_cli.md §8, from the step that meets it to what is done about it: the real steps, a
/// generated project, a real program that fails as td does, and an emulator that counts what was made.</summary>
public sealed class FailureTests(SharedBox shared) : IClassFixture<SharedBox>
{
    public static TheoryData<int, string> Cases
    {
        get
        {
            var cases = new TheoryData<int, string>();
            foreach (var one in FailureCases.All)
            {
                cases.Add(one.Number, one.What);
            }

            return cases;
        }
    }

    [Fact]
    public void There_is_no_case_without_a_test() =>
        Assert.Equal(Enumerable.Range(1, 25), FailureCases.All.Select(c => c.Number).Distinct().Order());

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_case_ends_in_its_action(int number, string what)
    {
        var index = Array.FindIndex(FailureCases.All, c => c.Number == number && c.What == what);
        var one = FailureCases.All[index];
        using var run = new FailingRun(one, string.Create(CultureInfo.InvariantCulture, $"c{number}x{index}"), shared.Box);

        var exit = await run.RunAsync();

        Assert.True(exit == one.Exit, $"{exit} instead of {one.Exit}:\n{run.Shown}");
        AssertInOrder(one.Shown, run.Shown);
        Assert.Equal(one.Waits, run.Waits);
        Assert.Equal(one.Asked, (Count(run, "wf push"), Count(run, "wf start")));
        Assert.Equal(one.Made, await run.MadeAsync());
        Assert.True(run.AllTyped, run.Shown);
        Assert.Empty(Canary.Found(shared.Box.Endpoint.Token, [("what was shown", run.Shown), ("what td was asked", string.Join('\n', run.Asked))], run.Folder));
        await run.StopAsync();
        shared.Count = (shared.Count.Runs + 1, shared.Count.Programs + run.Started);
    }

    private static int Count(FailingRun run, string command) =>
        run.Asked.Count(a => a.StartsWith(command, StringComparison.Ordinal) && !a.Contains("--dry-run", StringComparison.Ordinal));

    private static void AssertInOrder(string[] parts, string shown)
    {
        var from = 0;
        foreach (var part in parts)
        {
            var at = shown.IndexOf(part, from, StringComparison.Ordinal);
            Assert.True(at >= 0, $"'{part}' is not shown, or not in its place:\n{shown}");
            from = at + part.Length;
        }
    }
}
