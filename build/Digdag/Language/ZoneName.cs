using System.Globalization;
using System.Text.RegularExpressions;

namespace Cdp.Digdag.Language;

/// <summary>Names of time zones as java.time takes and writes them.</summary>
public static partial class ZoneName
{
    public const string Utc = "UTC";

    /// <summary>The id as Java writes it (<c>UTC+9</c> becomes <c>UTC+09:00</c>), or null when it names no zone.</summary>
    public static string? Parse(string text)
    {
        var match = OffsetPattern().Match(text);
        if (match.Success)
        {
            return Offset(match) is { } offset ? match.Groups["prefix"].Value + Written(offset, match) : null;
        }

        return text switch
        {
            "Z" or Utc or "GMT" or "UT" => text,
            "EST" or "MST" or "HST" or "ROC" => null,
            _ => RegionPattern().IsMatch(text) && TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone) && zone.Id == text
                ? text
                : null,
        };
    }

    /// <summary>The zone behind an id that <see cref="Parse"/> returned.</summary>
    public static TimeZoneInfo Find(string id)
    {
        var match = OffsetPattern().Match(id);
        return match.Success && Offset(match) is { } offset ? TimeZoneInfo.CreateCustomTimeZone(id, offset, id, id)
            : id is "Z" or Utc or "GMT" or "UT" ? TimeZoneInfo.Utc
            : TimeZoneInfo.FindSystemTimeZoneById(id);
    }

    private static TimeSpan? Offset(Match match)
    {
        var hours = Number(match, "h");
        var minutes = Number(match, "m");
        var seconds = Number(match, "s");
        var offset = new TimeSpan(hours, minutes, seconds);
        return minutes < 60 && seconds < 60 && offset <= TimeSpan.FromHours(18) && offset.Seconds == 0
            ? match.Groups["sign"].Value == "-" ? -offset : offset
            : null;
    }

    private static int Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : 0;

    private static string Written(TimeSpan offset, Match match) =>
        offset == TimeSpan.Zero
            ? match.Groups["prefix"].Length == 0 ? "Z" : ""
            : (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString(@"hh\:mm", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A(?<prefix>UTC|GMT|UT|)(?<sign>[+-])(?:(?<h>\d)|(?<h>\d\d)(?::?(?<m>\d\d)(?::?(?<s>\d\d))?)?)\z")]
    private static partial Regex OffsetPattern();

    [GeneratedRegex(@"\A(?!posix/|right/)[A-Za-z][A-Za-z0-9~/._+-]+\z")]
    private static partial Regex RegionPattern();
}
