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
        await Parallel.ForEachAsync(cases, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (recorded, cancellation) =>
        {
            if (await DifferenceAsync(recorded, cancellation) is { } difference)
            {
                lock (different)
                {
                    different[recorded.Id] = difference;
                }
            }
        });

        output.WriteLine($"Executions equal to the recorded ones: {cases.Count - different.Count} of {cases.Count}");
        Figures.Say(
            "digdag-executions",
            $"{cases.Count - different.Count} of {cases.Count} cases as recorded; not: {string.Join(", ", different.Keys)}");
        foreach (var (id, difference) in different)
        {
            output.WriteLine($"{id}: {difference}");
        }

        Assert.Empty(different.Keys.Except(Exceptions.Known.Keys));
    }

    private static async Task<string?> DifferenceAsync(DigdagCase recorded, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromMinutes(3));
        await using var run = new CaseRun(recorded);
        try
        {
            return await run.DifferenceAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            return "it did not end within 3 min";
        }
        catch (Exception ex) when (ex is not Xunit.Sdk.XunitException)
        {
            return ex.ToString();
        }
    }
}
