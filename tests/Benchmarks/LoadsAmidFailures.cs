using System.Diagnostics;
using System.Globalization;
using Cdp.Phases.Tests;

namespace Cdp.Benchmarks;

/// <summary>Ingestion, hist-union and staging on the emulator while requests fail and answers are lost: the tables end as a quiet run's.</summary>
internal static class LoadsAmidFailures
{
    private const int SchedulesOfABox = 25;

    /// <param name="schedules">Of the three phases, shared among the kinds.</param>
    /// <returns>Whether all tables are those of a quiet run.</returns>
    public static async Task<bool> RunAsync(int schedules)
    {
        var watch = Stopwatch.StartNew();
        var (faults, attempts, wrong) = (0, 0, new List<string>());
        foreach (var (kind, n) in LoadSchedule.Kinds.Select((kind, n) => (kind, n)))
        {
            var share = (schedules + LoadSchedule.Kinds.Length - 1 - n) / LoadSchedule.Kinds.Length;
            for (var first = 1; first <= share; first += SchedulesOfABox)
            {
                foreach (var (seed, expected, found) in await BoxAsync(kind, first, Math.Min(SchedulesOfABox, share + 1 - first)))
                {
                    (faults, attempts) = (faults + found.Faults, attempts + found.Attempts);
                    wrong.AddRange(found.Tables == expected.Tables ? [] : [Difference(kind, seed, expected, found)]);
                }

                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {kind}: seeds to {Math.Min(first + SchedulesOfABox - 1, share)}, {wrong.Count} differ, {watch.Elapsed.TotalSeconds:0} s"));
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"ingestion, hist-union and staging amid failures and retries: {schedules} schedules, {faults} faults, {attempts} attempts, {wrong.Count} differ, {watch.Elapsed.TotalSeconds:0.0} s"));
        wrong.ForEach(Console.WriteLine);
        return wrong.Count == 0;
    }

    private static async Task<List<(int Seed, LoadSchedule Expected, LoadSchedule Found)>> BoxAsync(string kind, int first, int count)
    {
        using UnreliableTd td = new(0.12);
        using HttpMessageInvoker invoker = new(td, disposeHandler: false);
        await using var box = await InProcessBox.StartAsync(invoker);
        var expected = await LoadSchedule.RunAsync(box, td, kind, "quiet", null);
        List<(int, LoadSchedule, LoadSchedule)> all = [];
        for (var seed = first; seed < first + count; seed++)
        {
            all.Add((seed, expected, await LoadSchedule.RunAsync(box, td, kind, string.Create(CultureInfo.InvariantCulture, $"s{seed}"), seed)));
        }

        return all;
    }

    private static string Difference(string kind, int seed, LoadSchedule expected, LoadSchedule found)
    {
        var (wanted, have) = (expected.Tables.Split('\n'), found.Tables.Split('\n'));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"  NOT the tables of a quiet run: {kind}, seed {seed}\n    lacks {string.Join("\n    lacks ", wanted.Except(have).Take(5))}\n    has {string.Join("\n    has ", have.Except(wanted).Take(5))}");
    }
}
