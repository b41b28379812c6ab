using System.Globalization;
using System.Text.RegularExpressions;
using Cdp.Trino.Runtime.Time;

namespace Cdp.Trino.Runtime.Td;

/// <summary>Times as the TD_ functions read, add and cut them: unix seconds (td_functions.md A1 and A2).</summary>
internal static partial class TdTime
{
    /// <summary>The unix time of a text; null when it is none. The zone acts only where the text has none of its own.</summary>
    public static long? Parse(string text, string zone)
    {
        var fallback = TdZones.Resolve(zone);
        var match = Text().Match(text.Trim());
        if (!match.Success)
        {
            return null;
        }

        int Number(string group) => match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;
        var (year, month, day) = (Number("year"), Number("month"), Number("day"));
        var (hour, minute, second) = (Number("hour"), Number("minute"), Number("second"));
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > Civil.DaysIn(year, month) || hour > 23 || minute > 59 || second > 59)
        {
            return null;
        }

        var named = match.Groups["zone"].Success ? TdZones.Find(match.Groups["zone"].Value) : fallback;
        var wall = (Civil.Days(year, month, day) * 86400) + (hour * 3600) + (minute * 60) + second;
        return named is null ? null : Instant(wall, named);
    }

    /// <summary>Adds <c>[-](N(w|d|h|m|s))+</c>: the sign covers all parts, a day is 86,400 seconds.</summary>
    public static long Add(long time, string duration)
    {
        var match = Duration().Match(duration.Trim());
        if (!match.Success)
        {
            throw TrinoFailure.InvalidArgument($"Invalid duration: {duration}");
        }

        var total = 0L;
        for (var index = 0; index < match.Groups["number"].Captures.Count; index++)
        {
            var unit = match.Groups["unit"].Captures[index].Value[0] switch { 'w' => 604800L, 'd' => 86400, 'h' => 3600, 'm' => 60, _ => 1 };
            total += long.Parse(match.Groups["number"].Captures[index].Value, CultureInfo.InvariantCulture) * unit;
        }

        return time + (match.Groups["sign"].Value == "-" ? -total : total);
    }

    public static long Truncate(string unit, long time, string zone) =>
        Truncate(Units.Parse(unit, "TD_DATE_TRUNC"), time, TdZones.Resolve(zone));

    public static long Truncate(Unit unit, long time, string zone)
    {
        var offset = Offset(time, zone);
        var wall = WallClock.Truncate(unit, (time + offset) * Civil.Second) / Civil.Second;
        return unit.IsClock() ? wall - offset : Instant(wall, zone);
    }

    /// <summary>Cuts to a unit (<c>s m h d w M q y</c>) and prints; with <c>!</c> shortened and without the offset.</summary>
    public static string ToText(long time, string unit, string zoneName)
    {
        var zone = TdZones.Resolve(zoneName);
        var isShort = unit.EndsWith('!');
        var (cut, length) = (isShort ? unit[..^1] : unit) switch
        {
            "s" => (Unit.Second, 19),
            "m" => (Unit.Minute, 16),
            "h" => (Unit.Hour, 13),
            "d" => (Unit.Day, 10),
            "w" => (Unit.Week, 10),
            "M" => (Unit.Month, 7),
            "q" => (Unit.Quarter, 7),
            "y" => (Unit.Year, 4),
            _ => throw TrinoFailure.InvalidArgument($"Invalid unit for TD_TIME_STRING: {unit}. Use one of s m h d w M q y, or with !"),
        };
        var start = Truncate(cut, time, zone);
        var offset = Offset(start, zone);
        var text = TimeText.Timestamp((start + offset) * Civil.Second, 0);
        return isShort ? text[..length] : text + Sign(offset, "");
    }

    /// <summary><c>+0900</c>, or with a colon between.</summary>
    public static string Sign(long offset, string between) => string.Create(
        CultureInfo.InvariantCulture, $"{(offset < 0 ? '-' : '+')}{Math.Abs(offset) / 3600:00}{between}{Math.Abs(offset) / 60 % 60:00}");

    public static long Offset(long time, string zone) => Zones.Offset(time * Civil.Second, zone) / Civil.Second;

    public static long Instant(long wall, string zone) => Zones.Instant(wall * Civil.Second, zone) / Civil.Second;

    [GeneratedRegex(@"^(?<year>[0-9]{4})(?:-(?<month>[0-9]{2})-(?<day>[0-9]{2})|/(?<month>[0-9]{2})/(?<day>[0-9]{2}))(?:[T ](?<hour>[0-9]{2}):(?<minute>[0-9]{2})(?::(?<second>[0-9]{2})(?:\.[0-9]+)?)?)?(?:\s*(?<zone>Z|[+-][0-9]{2}:?[0-9]{2})|\s+(?<zone>[A-Za-z][A-Za-z_/]*))?\z", RegexOptions.CultureInvariant)]
    private static partial System.Text.RegularExpressions.Regex Text();

    [GeneratedRegex(@"^(?<sign>[+-]?)(?:(?<number>[0-9]{1,9})(?<unit>days?|[wdhms]))+\z", RegexOptions.CultureInvariant)]
    private static partial System.Text.RegularExpressions.Regex Duration();
}
