using Cdp.Pipeline;
using Cdp.Pipeline.Files;

namespace Cdp.Build.Hosting;

/// <summary>What is said after everything else: that a run was stopped, or that a failure is a defect of ours.</summary>
internal static class LastWords
{
    public static void Say(Invocation invocation, TextWriter output)
    {
        if (invocation.Cancellation.IsCancellationRequested)
        {
            output.WriteLine(invocation.Outcome.WhileStopping is { } failure ? $"Error: {failure}" : "Stopped.");
        }

        if (invocation.Outcome.Bug is { } bug)
        {
            var path = Path.Combine(invocation.Arguments["workspace"] ?? Path.Combine(Invocation.Root, "out"), "error.txt");
            output.WriteLine(Keep(path, SecretValues.OfEnvironment().Without(bug.ToString()))
                ? $"Nobody foresaw this; it is a defect of this program, not of your configuration. What a developer needs is in {path}."
                : "Nobody foresaw this; it is a defect of this program, not of your configuration.");
        }
    }

    private static bool Keep(string path, string text)
    {
        try
        {
            new FileStore(new DiskFiles()).WriteText(path, text + "\n");
            return true;
        }
        catch (PipelineException)
        {
            return false;
        }
    }
}
