using System.Globalization;

namespace Cdp.Digdag.Engine;

/// <summary>Time zones by name (<c>Asia/Tokyo</c>) or offset (<c>+09:00</c>), as Java's ZoneId takes them.</summary>
public static class Zones
{
    public static TimeZoneInfo Find(string id)
    {
        if (id is "UTC" or "Z")
        {
            return TimeZoneInfo.Utc;
        }

        var text = id.StartsWith("UTC", StringComparison.Ordinal) || id.StartsWith("GMT", StringComparison.Ordinal) ? id[3..] : id;
        if (text.Length > 1 && text[0] is '+' or '-'
            && TimeSpan.TryParseExact(text[1..], [@"hh\:mm", "hhmm", "hh", "%h"], CultureInfo.InvariantCulture, out var offset))
        {
            return TimeZoneInfo.CreateCustomTimeZone(id, text[0] is '-' ? -offset : offset, id, id);
        }

        return TimeZoneInfo.FindSystemTimeZoneById(id);
    }
}
