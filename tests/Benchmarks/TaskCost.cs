using System.Diagnostics;
using System.Globalization;

namespace Cdp.Benchmarks;

/// <summary>
/// Milliseconds a task, beside the floor: the same journal lines and log files, written by a loop. The limit is for a
/// machine that does nothing else; on a busy one, the time of the processor counts.
/// </summary>
internal static class TaskCost
{
    private const double MostMilliseconds = 2;

    private const int Rounds = 5;

    /// <returns>Whether it is within the limit.</returns>
    public static async Task<bool> RunAsync(string how, string parallel)
    {
        await using var workflow = new EchoWorkflow(parallel);
        await workflow.RunAsync();
        var ours = new List<double>();
        var floors = new List<double>();
        var processor = new List<double>();
        for (var i = 0; i < Rounds; i++)
        {
            var before = Environment.CpuUsage.TotalTime;
            var watch = Stopwatch.StartNew();
            var attempt = await workflow.RunAsync();
            ours.Add(watch.Elapsed.TotalMilliseconds / EchoWorkflow.Tasks);
            processor.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds / EchoWorkflow.Tasks);
            floors.Add(Floor(workflow.Folder, attempt.Id.ToString(CultureInfo.InvariantCulture)) / EchoWorkflow.Tasks);
        }

        var (took, busy, floor) = (Median(ours), Median(processor), Median(floors));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {how,-18} {took:0.000} ms a task ({busy:0.000} of the processor), floor {floor:0.000} ms, ratio {took / floor:0.0} (at most {MostMilliseconds} ms)"));
        return Math.Min(took, busy) <= MostMilliseconds;
    }

    private static double Floor(string folder, string attempt)
    {
        var lines = File.ReadAllLines(Path.Combine(folder, "attempts", attempt + ".jsonl"))
            .Select(line => System.Text.Encoding.UTF8.GetBytes(line + "\n"))
            .ToList();
        var target = Directory.CreateTempSubdirectory("cdp-floor-").FullName;
        try
        {
            var watch = Stopwatch.StartNew();
            using (var file = new FileStream(Path.Combine(target, "journal"), FileMode.Create, FileAccess.Write, FileShare.Read, 0))
            {
                lines.ForEach(line => file.Write(line));
                file.Flush(flushToDisk: true);
            }

            for (var i = 0; i < EchoWorkflow.Tasks; i++)
            {
                File.AppendAllText(Path.Combine(target, i.ToString(CultureInfo.InvariantCulture)), "hello\n");
            }

            return watch.Elapsed.TotalMilliseconds;
        }
        finally
        {
            Directory.Delete(target, recursive: true);
        }
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
