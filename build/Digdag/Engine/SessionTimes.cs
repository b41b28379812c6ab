using System.Text.Json.Nodes;
using Cdp.Digdag.Language;
using Cdp.Digdag.Schedules;

namespace Cdp.Digdag.Engine;

/// <summary>Parameters that a scheduled workflow gets at its start: last, next and last executed session time.</summary>
internal static class SessionTimes
{
    public static JsonObject Add(WorkflowDefinition workflow, Attempt attempt, IEnumerable<Session> sessions)
    {
        var given = Params.Clone(attempt.Params);
        if (Scheduler.Of(workflow.Config, workflow.Timezone) is not { } scheduler)
        {
            return given;
        }

        var zone = ZoneName.Find(workflow.Timezone);
        given["last_session_time"] = RuntimeParams.SessionTime(scheduler.Last(attempt.SessionTime).Time, zone);
        given["next_session_time"] = RuntimeParams.SessionTime(scheduler.Next(attempt.SessionTime).Time, zone);
        var before = sessions.Where(s => s.Attempts.Length > 0 && s.SessionTime < attempt.SessionTime).MaxBy(s => s.SessionTime);
        if (before is not null)
        {
            given["last_executed_session_time"] = RuntimeParams.SessionTime(before.SessionTime, zone);
        }

        return given;
    }
}
