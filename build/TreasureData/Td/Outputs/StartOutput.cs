using System.Text.RegularExpressions;
using Cdp.Pipeline.Ports;

namespace Cdp.TreasureData.Td.Outputs;

/// <summary><c>td wf start</c> and <c>td wf retry</c> (spec/td_cli.md §1.2, §1.8): the same block for both.</summary>
internal static partial class StartOutput
{
    private static readonly string[] _keys =
    [
        "session id", "attempt id", "uuid", "project", "workflow", "session time", "retry attempt name", "params", "created at",
    ];

    /// <param name="workflow">Null when only the server knows it.</param>
    public static Attempt Read(TdOutput output, string doing, string? project, string? workflow) =>
        TdAnswer.Of(output, doing, o => Evidence(o, project, workflow));

    /// <summary>The session time, as the workflow's own clock shows it, that a start would have: <c>--dry-run</c>.</summary>
    public static DateTimeOffset ReadDry(TdOutput output, string doing) => TdAnswer.Of(output, doing, DryEvidence).Value;

    private static Attempt? Evidence(TdOutput output, string? project, string? workflow)
    {
        var lines = Fields.WithoutLog(output);
        var start = Array.IndexOf(lines, "Started a session attempt:");
        return start >= 0
            && lines.Length - start is 10 or 11
            && Fields.Read(lines.AsSpan(start + 1), Fields.Indent, _keys) is { } fields
            && Fields.IsId(fields["session id"])
            && Fields.IsId(fields["attempt id"])
            && (project is null || fields["project"] == project)
            && (workflow is null || fields["workflow"] == workflow)
            && fields["workflow"].Length > 0
            && Fields.Time(fields["session time"]) is { } time
            && Fields.Time(fields["created at"]) is { } created
            && HintsAgree(output.Error, fields["session id"], fields["attempt id"])
                ? new(
                    fields["attempt id"], fields["session id"], fields["project"], fields["workflow"], time,
                    AttemptStatus.Running, CancelRequested: false, created, FinishedAt: null)
                : null;
    }

    /// <summary>td names both ids a second time, on the other stream.</summary>
    private static bool HintsAgree(string error, string session, string attempt) =>
        SessionHint().Matches(error).All(hint => hint.Groups[1].Value == session)
        && AttemptHint().Matches(error).All(hint => hint.Groups[1].Value == attempt);

    private static Dry? DryEvidence(TdOutput output)
    {
        var lines = Fields.WithoutLog(output);
        var start = Array.IndexOf(lines, "Session attempt:");
        return start >= 0
            && Fields.Read(lines.AsSpan(start + 1), Fields.Indent, _keys.AsSpan(0, _keys.Length - 1)) is { } fields
            && fields["session id"] == "(dry run)"
            && Fields.Time(fields["session time"]) is { } time
                ? new(time)
                : null;
    }

    private sealed record Dry(DateTimeOffset Value);

    [GeneratedRegex(@"`td workflow session ([0-9]+)`")]
    private static partial Regex SessionHint();

    [GeneratedRegex(@"`td workflow (?:task|log) ([0-9]+)`")]
    private static partial Regex AttemptHint();
}
