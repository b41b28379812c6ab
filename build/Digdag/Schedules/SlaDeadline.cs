using System.Globalization;
using System.Text.Json.Nodes;
using Cdp.Digdag.Language;

namespace Cdp.Digdag.Schedules;

/// <summary>When the <c>sla:</c> of a workflow is broken.</summary>
public static class SlaDeadline
{
    /// <param name="now">When the attempt starts.</param>
    /// <exception cref="DigdagConfigException">Not exactly one of <c>time</c> and <c>duration</c>, or not a time.</exception>
    public static DateTimeOffset Of(JsonObject sla, DateTimeOffset now, string timeZone)
    {
        var time = sla.GetStringOrNull("time");
        var duration = sla.GetStringOrNull("duration");
        if (time is null == duration is null)
        {
            throw new DigdagConfigException("SLA must be specified using either the 'time' or 'duration' option");
        }

        return time is null ? now + Parse("duration", duration!) : TimeOfDay(Parse("time", time), now, ZoneName.Find(timeZone));
    }

    private static DateTimeOffset TimeOfDay(TimeSpan time, DateTimeOffset now, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(now, zone).Date + time;
        var deadline = new DateTimeOffset(local, zone.GetUtcOffset(local));
        return deadline < now ? deadline.AddDays(1) : deadline;
    }

    private static TimeSpan Parse(string option, string text)
    {
        var parts = text.Split(':').Select(part =>
            int.TryParse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : (int?)null);
        return parts.ToArray() switch
        {
            [{ } hours, { } minutes] => new(hours, minutes, 0),
            [{ } hours, { } minutes, { } seconds] => new(hours, minutes, seconds),
            _ => throw new DigdagConfigException($"SLA {option} option needs to be HH:MM or HH:MM:SS format: {text}"),
        };
    }
}
