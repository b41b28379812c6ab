namespace Cdp.Digdag.Tests.Execution;

/// <summary>Recorded cases that run differently here, each with the reason.</summary>
internal static class Exceptions
{
    private const string JavaName = "digdag's message begins with the name of a Java class";

    /// <summary>Cases that start by the command line are the emulator's: it reads the arguments.</summary>
    public static bool NeedsACommandLine(DigdagCase recorded) =>
        (recorded.Record["steps"]?.AsArray() ?? [])
            .Any(step => step!["do"]?.ToString() == "cli" && step["args"]![0]!.ToString() is "start" or "secrets" or "kill");

    public static IReadOnlyDictionary<string, string> Known { get; } =
        new Dictionary<string, string>
        {
            ["http/call_bad"] = JavaName,
            ["load/check_bad_body"] = JavaName,
            ["operators/for_each_comma"] = JavaName,
            ["td_jobs/ddl_string"] = JavaName,
            ["td_jobs/for_each_types"] = "digdag downloads such a result again and again, for ever; here the task fails and names the column",
            ["operators/x_emr"] = "digdag keeps a tag for the cluster that it never reaches",
            ["operators/echo_message_key"] = "digdag leaves an empty log file of the failed task, which counts as a printed empty text",
            ["include/map_value"] = "digdag keeps the include as a key with a random name",
        };
}
