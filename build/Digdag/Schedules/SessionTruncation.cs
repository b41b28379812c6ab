using System.Globalization;
using Cdp.Digdag.Language;

namespace Cdp.Digdag.Schedules;

/// <summary>What <c>GET /api/workflows/{id}/truncated_session_time</c> computes.</summary>
public static class SessionTruncation
{
    private static readonly string[] WithOffset =
        ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK"];

    public static bool IsMode(string mode) => mode is "hour" or "day" or "schedule" or "next_schedule";

    /// <summary>An ISO time with <c>T</c>, with an offset or local to the workflow; null for anything else.</summary>
    public static DateTimeOffset? Parse(string text, string timeZone)
    {
        if (!DateTime.TryParseExact(
            text, WithOffset, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var local))
        {
            return null;
        }

        return local.Kind is DateTimeKind.Unspecified
            ? At(ZoneName.Find(timeZone), local)
            : DateTimeOffset.ParseExact(text, WithOffset, CultureInfo.InvariantCulture, DateTimeStyles.None);
    }

    /// <param name="mode"><c>hour</c> and <c>day</c> go back; <c>schedule</c> is the first session not before, <c>next_schedule</c> the first after.</param>
    /// <exception cref="DigdagConfigException">The mode needs a schedule and the workflow has none.</exception>
    public static DateTimeOffset Truncate(WorkflowDefinition workflow, DateTimeOffset time, string mode)
    {
        var zone = ZoneName.Find(workflow.TimeZone);
        var local = TimeZoneInfo.ConvertTime(time, zone).DateTime;
        if (mode is "hour" or "day")
        {
            return At(zone, mode == "hour" ? local.Date.AddHours(local.Hour) : local.Date);
        }

        var scheduler = Scheduler.Of(workflow) ?? throw new DigdagConfigException(
            $"session_time_truncate={mode} is set but schedule is not set to this workflow", "illegal argument");
        return TimeZoneInfo.ConvertTime((mode == "schedule" ? scheduler.First(time) : scheduler.Next(time)).Time, zone);
    }

    private static DateTimeOffset At(TimeZoneInfo zone, DateTime local) =>
        zone.IsInvalidTime(local) ? At(zone, local.AddHours(1)) : new(local, zone.GetUtcOffset(local));
}
