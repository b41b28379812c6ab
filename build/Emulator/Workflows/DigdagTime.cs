using System.Globalization;
using Cdp.Digdag.Engine;
using Cdp.Digdag.Language;

namespace Cdp.Emulator.Workflows;

/// <summary>Times as digdag's API writes them.</summary>
internal static class DigdagTime
{
    /// <summary>A moment: <c>2026-01-02T03:04:05Z</c>.</summary>
    public static string? Instant(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A session time, in the zone of its workflow: <c>2026-01-02T00:00:00+09:00</c>.</summary>
    public static string InZone(DateTimeOffset time, string zone) =>
        TimeZoneInfo.ConvertTime(time, ZoneName.Find(zone)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>ISO with a <c>T</c> and an offset, as digdag wants it; fractions of a second are cut off.</summary>
    public static DateTimeOffset? Parse(string text) =>
        text.Contains('T', StringComparison.Ordinal)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds()).ToOffset(time.Offset)
            : null;
}
