using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cdp.Digdag.Language;

namespace Cdp.Digdag.Schedules;

/// <summary><c>start:</c> and <c>end:</c> of a schedule: days in the workflow's zone, the last one included.</summary>
internal static partial class ScheduleLimits
{
    public static (DateTimeOffset? Start, DateTimeOffset? End) Of(JsonObject config, TimeZoneInfo zone)
    {
        var start = Day(config, "start");
        var end = Day(config, "end")?.AddDays(1);
        return start >= end
            ? throw new DigdagConfigException("The schedule of end is earlier than start")
            : (Begin(start, zone), Begin(end, zone));
    }

    /// <summary>Java's calendar does not know the zone <c>UTC+09:00</c>, which java.time has, and takes UTC for it.</summary>
    public static TimeZoneInfo CalendarZone(string timeZone) =>
        timeZone.StartsWith("UT", StringComparison.Ordinal) ? TimeZoneInfo.Utc : ZoneName.Find(timeZone);

    private static DateTimeOffset? Begin(DateTime? day, TimeZoneInfo zone) =>
        day is { } local ? new DateTimeOffset(local, zone.GetUtcOffset(local)) : null;

    private static DateTime? Day(JsonObject config, string key)
    {
        if (config.GetStringOrNull(key) is not { } text)
        {
            return null;
        }

        return DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new DigdagConfigException($"Invalid {key}: {text} (Text '{text}' could not be parsed{Reason(text)})");
    }

    private static string Reason(string text)
    {
        var match = Pattern().Match(text);
        return match.Length < 10 ? $" at index {match.Groups["whole"].Length}"
            : text.Length > 10 ? ", unparsed text found at index 10"
            : ": there is no such day";
    }

    /// <summary>Java names the index at which the first incomplete part begins.</summary>
    [GeneratedRegex(@"\A(?<whole>\d{4}-\d\d-\d\d|\d{4}-\d\d-|\d{4}-\d\d|\d{4}-|\d{4}|)")]
    private static partial Regex Pattern();
}
