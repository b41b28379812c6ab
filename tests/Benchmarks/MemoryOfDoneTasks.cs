using System.Globalization;

namespace Cdp.Benchmarks;

/// <summary>What the engine still holds of tasks that are done: a session and an attempt, never the tasks.</summary>
internal static class MemoryOfDoneTasks
{
    private const int Attempts = 20;

    private const double MostBytesATask = 64;

    /// <returns>Whether it is within the limit.</returns>
    public static async Task<bool> RunAsync()
    {
        await using var workflow = new EchoWorkflow("true");
        await RunAsync(workflow, 5);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        await RunAsync(workflow, Attempts);

        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        var each = (double)grown / (Attempts * EchoWorkflow.Tasks);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  memory             {before / 1024:N0} KiB, {each:0.0} bytes more for each further task done (at most {MostBytesATask})"));
        return each <= MostBytesATask;
    }

    private static async Task RunAsync(EchoWorkflow workflow, int attempts)
    {
        for (var i = 0; i < attempts; i++)
        {
            await workflow.RunAsync();
        }
    }
}
