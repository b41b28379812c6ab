using System.Text.RegularExpressions;
using Cdp.Pipeline.Ports;
using Cdp.TreasureData.Td;
using Cdp.TreasureData.Td.Outputs;

namespace Cdp.TreasureData.Tests.Td;

/// <summary>Reads an output with the parser of its command, and says in one line what came of it: <c>ok …</c> with all that
/// was read, or the fault with its details.</summary>
internal static partial class Reading
{
    public static string Of(string[] arguments, TdOutput output)
    {
        try
        {
            return $"ok {Value([.. arguments.SkipWhile(a => a.StartsWith('-') || a.Contains('/', StringComparison.Ordinal))], output)}";
        }
        catch (PlatformException ex)
        {
            return string.Join(' ', new[]
            {
                ex.Fault.ToString(),
                ex.Details.File is { } file ? $"file={file}" : string.Empty,
                ex.Details.Line is { } line ? $"line={line}" : string.Empty,
                ex.Details.Task is { } task ? $"task={task}" : string.Empty,
                ex.Details.SessionId is { } session ? $"session={session}" : string.Empty,
                ex.Details.AttemptId is { } attempt ? $"attempt={attempt}" : string.Empty,
                ex.Details.JobId is { } job ? $"job={job}" : string.Empty,
            }.Where(part => part.Length > 0));
        }
    }

    private static string Value(string[] a, TdOutput output) => (a[0], a.ElementAtOrDefault(1)) switch
    {
        ("wf", "push") => Text(PushOutput.Read(output, Push(a, output))),
        ("wf", "check") => Text(CheckOutput.Read(output, "/srv/pipeline/ingestion")),
        ("wf", "start") when a.Contains("--dry-run") => Text(StartOutput.ReadDry(output, "the start")),
        ("wf", "start") => Text(StartOutput.Read(output, "the start", a[2], a[3])),
        ("wf", "retry") => Text(StartOutput.Read(output, "the retry", null, null)),
        ("wf", "attempt") => Text(AttemptOutput.Read(output, a[2])),
        ("wf", "session") => AttemptOutput.ReadLastOf(output, a[2]),
        ("wf", "sessions" or "attempts") => AttemptOutput.ReadLastOf(output, a[2]),
        ("wf", "task") => string.Join(" | ", TasksOutput.Read(output, a[2])),
        ("wf", "log") => LogOutput.Read(output, a[2]).Replace("\n", "¶", StringComparison.Ordinal),
        ("wf", "kill") => Done(() => KillOutput.Read(output, a[2])),
        ("wf", "secrets") when Array.IndexOf(a, "--set") is >= 0 and var set => Done(() => SecretsOutput.ReadSet(output, a[3], Key(a[set + 1]))),
        ("wf", "secrets") when a.Contains("--delete") => Done(() => SecretsOutput.ReadSet(output, a[3], a[^1])),
        ("wf", "secrets") => string.Join(' ', SecretsOutput.Read(output, a[3])),
        ("wf", "schedules" or "schedule") => string.Join(" | ", SchedulesOutput.Read(output, "ingestion")),
        ("wf", "version") => VersionOutput.ReadServer(output),
        ("db:list", _) => string.Join(' ', DatabasesOutput.Read(output)),
        ("db:create", { } name) => Done(() => DatabasesOutput.ReadCreated(output, name)),
        ("table:list" or "table:show", { } name) => string.Join(" | ", DatabasesOutput.ReadTables(output, name).Select(
            t => $"{t.Table} {t.RowCount} {string.Join(',', t.Columns.Select(c => $"{c.Name}:{c.Type}"))}")),
        ("query", _) => QueryOutput.Read(output, a.SkipWhile(w => w != "-d").ElementAtOrDefault(1) ?? "none"),
        ("job:status", { } job) => JobOutput.ReadStatus(output, job),
        ("job:show", { } job) => Text(JobOutput.ReadEnd(output, job)).Replace("\n", "¶", StringComparison.Ordinal),
        _ => Text(TdAnswer.Of(output, "td", _ => (string?)null)),
    };

    /// <summary>Where the recorded push named no revision, the one that it printed: we always name one.</summary>
    private static ProjectPush Push(string[] a, TdOutput output) => new(
        a.ElementAtOrDefault(2) ?? "ingestion",
        "/srv/pipeline/ingestion",
        Array.IndexOf(a, "--revision") is >= 0 and var i ? a[i + 1] : Revision().Match(output.Out).Groups[1].Value);

    private static string Key(string set) => set.StartsWith('@') ? "shopify.api_key" : set.Split('=')[0];

    private static string Text(object value) => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!;

    private static string Done(Action read)
    {
        read();
        return "done";
    }

    [GeneratedRegex(@"(?m)^  revision: (\S+)$")]
    private static partial Regex Revision();
}
