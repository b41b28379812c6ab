namespace Cdp.Digdag.Tests.Execution;

/// <summary>Recorded cases that run differently here, each with the reason.</summary>
internal static class Exceptions
{
    private const string OwnWarning = "a group's _retry that counts for nothing is told in the group's log, in digdag in the server's";
    private const string Fetched = "digdag shows the fetched workflow as YAML, here it is as it came";
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
        };

    /// <summary>Cases whose task logs say something else.</summary>
    public static IReadOnlyDictionary<string, string> KnownLogs { get; } =
        new Dictionary<string, string>
        {
            ["errors/retry_bad"] = OwnWarning,
            ["errors/retry_bool"] = OwnWarning,
            ["errors/retry_map_bad_type"] = OwnWarning,
            ["errors/retry_map_no_limit"] = OwnWarning,
            ["template/in_retry_group"] = OwnWarning,
            ["http/call_bad"] = Fetched,
            ["http/call_json"] = Fetched,
            ["operators/fail_empty"] = "digdag shows the name of a Java class where there is no text",
            ["operators/for_each_comma"] = JavaName,
            ["td_jobs/ddl_string"] = JavaName,
        };
}
