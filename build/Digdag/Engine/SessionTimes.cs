using System.Text.Json.Nodes;
using Cdp.Digdag.Language;

namespace Cdp.Digdag.Engine;

/// <summary>Parameters that a scheduled workflow gets at its start: last, next and last executed session time.</summary>
internal static class SessionTimes
{
    public static JsonObject Add(WorkflowDefinition workflow, Attempt attempt, IEnumerable<Session> sessions)
    {
        var given = Params.Clone(attempt.Params);
        var zone = ZoneName.Find(workflow.Timezone);
        var before = sessions.Where(s => s.Attempts.Length > 0 && s.SessionTime < attempt.SessionTime).MaxBy(s => s.SessionTime);
        if (before is not null)
        {
            given["last_executed_session_time"] = RuntimeParams.SessionTime(before.SessionTime, zone);
        }

        return given;
    }
}
