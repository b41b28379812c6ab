using Cdp.Tests;
using Xunit.Abstractions;

namespace Cdp.Digdag.Tests.Execution;

public class ExecutionsAreTheRecordedOnes(ITestOutputHelper output)
{
    [Fact]
    public async Task In_states_order_params_errors_and_echo()
    {
        var cases = DigdagCase.Read().Where(c => c.PushExit == 0 && (c.Record["tasks"] is not null || c.Record["steps"] is not null)).ToList();
        var only = Environment.GetEnvironmentVariable("DIGDAG_CASES");
        cases.RemoveAll(c => Exceptions.NeedsACommandLine(c));
        cases = only is null ? cases : [.. cases.Where(c => c.Id.StartsWith(only, StringComparison.Ordinal))];
        var different = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var logs = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(cases, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (recorded, cancellation) =>
        {
            var (difference, log) = await DifferenceAsync(recorded, cancellation);
            lock (different)
            {
                Note(different, recorded.Id, difference);
                Note(logs, recorded.Id, log.Count > 0 ? string.Join('\n', log) : null);
            }
        });

        output.WriteLine($"Executions equal to the recorded ones: {cases.Count - different.Count} of {cases.Count}");
        Figures.Say(
            "digdag-executions",
            $"{cases.Count - different.Count} of {cases.Count} cases as recorded; not: {string.Join(", ", different.Keys)}");
        Figures.Say(
            "digdag-logs",
            $"{cases.Count - logs.Count} of {cases.Count} cases with the recorded warnings and errors; not: {string.Join(", ", logs.Keys)}");
        foreach (var (id, difference) in different.Concat(logs))
        {
            output.WriteLine($"{id}: {difference}");
        }

        Assert.Empty(different.Keys.Except(Exceptions.Known.Keys));
        Assert.Empty(logs.Keys.Except(Exceptions.KnownLogs.Keys));
    }

    private static void Note(IDictionary<string, string> differences, string id, string? difference)
    {
        if (difference is not null)
        {
            differences[id] = difference;
        }
    }

    private static async Task<(string? Difference, IReadOnlyList<string> Log)> DifferenceAsync(DigdagCase recorded, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromMinutes(3));
        await using var run = new CaseRun(recorded);
        try
        {
            return (await run.DifferenceAsync(limit.Token), run.LogDifferences);
        }
        catch (OperationCanceledException)
        {
            return ("it did not end within 3 min", []);
        }
        catch (Exception ex) when (ex is not Xunit.Sdk.XunitException)
        {
            return (ex.ToString(), []);
        }
    }
}
