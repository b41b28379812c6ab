namespace Cdp.Digdag.Tests.Execution;

/// <summary>Recorded cases that run differently here, each with the reason.</summary>
internal static class Exceptions
{
    /// <summary>Cases that start by the command line are the emulator's: it reads the arguments.</summary>
    public static bool NeedsACommandLine(DigdagCase recorded) =>
        (recorded.Record["steps"]?.AsArray() ?? []).Any(step => step!["do"]?.ToString() == "cli" && step["args"]![0]!.ToString() == "start");

    public static IReadOnlyDictionary<string, string> Known { get; } = new Dictionary<string, string>();
}
