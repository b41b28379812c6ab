using Cdp.Pipeline.Ports;

namespace Cdp.TreasureData.Td.Outputs;

/// <summary><c>td wf attempt</c> and <c>td wf session</c> (spec/td_cli.md §1.3, §1.4). Only the first tells killed from
/// failed.</summary>
internal static class AttemptOutput
{
    private static readonly string[] _session =
    [
        "session id", "attempt id", "uuid", "project", "workflow", "session time", "retry attempt name", "params",
        "created at", "kill requested", "status",
    ];

    private static readonly string[] _attempt = [.. _session[..9], "finished at", .. _session[9..]];

    public static Attempt Read(TdOutput output, string attemptId) => TdAnswer.Of(
        output, $"the look at attempt {attemptId}", o => Evidence(o, attemptId));

    /// <returns>The id of the session's last attempt.</returns>
    public static string ReadLastOf(TdOutput output, string sessionId) => TdAnswer.Of(
        output, $"the look at session {sessionId}", o => LastEvidence(o, sessionId));

    private static Attempt? Evidence(TdOutput output, string attemptId) =>
        Block(output, _attempt) is { } fields
        && fields["attempt id"] == attemptId
        && Fields.IsId(fields["session id"])
        && StatusOf(fields["status"]) is { } status
        && fields["kill requested"] is "true" or "false"
        && Fields.Time(fields["session time"]) is { } time
        && Fields.Time(fields["created at"]) is { } created
        && IsSound(status, fields["finished at"])
            ? new(
                attemptId, fields["session id"], fields["project"], fields["workflow"], time, status,
                fields["kill requested"] is "true", created, Fields.Time(fields["finished at"]))
            : null;

    private static string? LastEvidence(TdOutput output, string sessionId) =>
        Block(output, _session) is { } fields
        && fields["session id"] == sessionId
        && fields["status"] is "success" or "error" or "running"
        && Fields.IsId(fields["attempt id"])
            ? fields["attempt id"]
            : null;

    private static IReadOnlyDictionary<string, string>? Block(TdOutput output, string[] keys)
    {
        var lines = Fields.WithoutLog(output);
        return lines.Length == keys.Length + 1 && lines[^1].Length == 0 ? Fields.Read(lines, Fields.Indent, keys) : null;
    }

    /// <summary>What has ended has ended at a time, and what runs has not.</summary>
    private static bool IsSound(AttemptStatus status, string finished) =>
        status is AttemptStatus.Running ? finished.Length == 0 : Fields.Time(finished) is not null;

    private static AttemptStatus? StatusOf(string word) => word switch
    {
        "running" => AttemptStatus.Running,
        "success" => AttemptStatus.Success,
        "error" => AttemptStatus.Error,
        "killed" => AttemptStatus.Killed,
        _ => null,
    };
}
