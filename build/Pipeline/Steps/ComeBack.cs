using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Runs;

namespace Cdp.Pipeline.Steps;

/// <summary>How to come back to workflows that go on by themselves, and how to look at them elsewhere.</summary>
internal static class ComeBack
{
    public static string Text(RunParts parts, IReadOnlyList<Execution> running)
    {
        if (running.Count == 0)
        {
            return "Nothing runs on the platform. Run the same command again to go on.";
        }

        string[] lines =
        [
            .. running.Select(e => $"{e.WorkflowName} goes on by itself: session {e.SessionId}, attempt {e.AttemptId}."),
            "Run the same command again to come back to it.",
        ];
        return parts.Pipeline.Config.Platform is PlatformKind.Local
            ? string.Join('\n', lines)
            : string.Join('\n', lines.Concat(running.SelectMany(e => new[]
            {
                $"To look at it elsewhere: td wf session {e.SessionId}, td wf log {e.AttemptId}; to stop it: td wf kill {e.AttemptId}",
            })));
    }
}
