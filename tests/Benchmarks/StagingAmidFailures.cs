using System.Diagnostics;
using System.Globalization;
using Cdp.Pipeline.Tests.Phases.Staging;

namespace Cdp.Benchmarks;

/// <summary>Tables that are staged while tasks fail and are repeated: they end as one quiet run ends.</summary>
internal static class StagingAmidFailures
{
    /// <param name="schedules">For each kind of table.</param>
    /// <returns>Whether all tables are those of a quiet run.</returns>
    public static async Task<bool> RunAsync(int schedules)
    {
        var watch = Stopwatch.StartNew();
        var wrong = new List<string>();
        foreach (var kind in FailureSchedules.Kinds)
        {
            for (var seed = 0; seed < schedules; seed++)
            {
                var (found, expected) = await FailureSchedules.RunAsync(kind, seed);
                wrong.AddRange(found.SequenceEqual(expected) ? [] : [string.Create(CultureInfo.InvariantCulture, $"  NOT the table of a quiet run: {kind}, seed {seed}")]);
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"staging amid failures and retries: {schedules * FailureSchedules.Kinds.Length} schedules, {wrong.Count} differ, {watch.Elapsed.TotalSeconds:0.0} s"));
        wrong.ForEach(Console.WriteLine);
        return wrong.Count == 0;
    }
}
