using Cdp.Digdag.Engine;
using Cdp.Emulator.Http;
using ZoneName = Cdp.Digdag.Language.ZoneName;

namespace Cdp.Emulator.Workflows;

/// <summary>What <c>start --session hourly|daily|…</c> makes of a moment, in the workflow's own zone.</summary>
internal static class SessionTimeTruncation
{
    public static DateTimeOffset Apply(WorkflowDefinition workflow, DateTimeOffset time, string? mode)
    {
        var local = TimeZoneInfo.ConvertTime(time, ZoneName.Find(workflow.Timezone));
        return mode switch
        {
            null => local,
            "hour" => local.AddMinutes(-local.Minute).AddSeconds(-local.Second),
            "day" => Midnight(local, workflow),
            "schedule" or "next_schedule" when workflow.Config["schedule"] is null => throw ApiException.BadRequest(
                $"session_time_truncate={mode} is set but schedule is not set to this workflow"),
            _ => throw ApiException.NotFound($"There is no mode '{mode}'. Use hour, day, schedule or next_schedule."),
        };
    }

    private static DateTimeOffset Midnight(DateTimeOffset local, WorkflowDefinition workflow) =>
        new(local.Date, ZoneName.Find(workflow.Timezone).GetUtcOffset(local.Date));
}
