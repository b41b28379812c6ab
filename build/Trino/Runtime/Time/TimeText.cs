using System.Globalization;
using System.Text.RegularExpressions;

namespace Cdp.Trino.Runtime.Time;

/// <summary>Casts between text and date, time, timestamp (with and without zone) and intervals.</summary>
internal static partial class TimeText
{
    private const int MostDigits = 6;

    public static void AddTo(IScalarFunctionSink sink)
    {
        sink.Add<string, long>("varchar_to_date_days", text => ToDate(text) ?? throw TrinoFailure.InvalidCast($"Value cannot be cast to date: {text}"));
        sink.Add<string, long, long>("varchar_to_time_micros", ToTime);
        sink.Add<string, long, long>("varchar_to_timestamp_micros", ToTimestamp);
        sink.Add<string, long, string>("varchar_to_timestamptz", ToTimestampWithZone);
        sink.Add<long, string>("date_days_to_varchar", Date);
        sink.Add<long, long, string>("timestamp_to_varchar", (wall, digits) => Timestamp(wall, (int)digits));
        sink.Add<long, long, string>("time_to_varchar", (micros, digits) => Clock(micros, (int)digits));
        sink.Add<long, long, string, string>("timestamptz_to_varchar", (instant, digits, zone) => $"{Timestamp(Zones.Wall(instant, zone), (int)digits)} {zone}");
        sink.Add<long, string>("interval_day_to_varchar", IntervalDay);
        sink.Add<long, string>("interval_year_to_varchar", months => string.Create(
            CultureInfo.InvariantCulture, $"{(months < 0 ? "-" : "")}{Math.Abs(months) / 12}-{Math.Abs(months) % 12}"));
    }

    /// <summary><c>yyyy-MM-dd</c>; more digits where the year needs them.</summary>
    public static string Date(long days)
    {
        var (year, month, day) = Civil.Date(days);
        return string.Create(CultureInfo.InvariantCulture, $"{(year < 0 ? "-" : "")}{Math.Abs(year):0000}-{month:00}-{day:00}");
    }

    public static string Timestamp(long wall, int digits, char between = ' ')
    {
        var days = Civil.Floor(wall, Civil.Day);
        var date = Date(days);
        var (year, _, _) = Civil.Date(days);
        return $"{(year > 9999 ? "+" : "")}{date}{between}{Clock(wall - (days * Civil.Day), digits)}";
    }

    public static long? ToDate(string text)
    {
        var match = DatePattern().Match(text.Trim());
        return match.Success ? Days(match) : null;
    }

    private static string Clock(long micros, int digits)
    {
        var clock = string.Create(CultureInfo.InvariantCulture, $"{micros / Civil.Hour:00}:{micros / Civil.Minute % 60:00}:{micros / Civil.Second % 60:00}");
        return digits == 0 ? clock : string.Create(CultureInfo.InvariantCulture, $"{clock}.{micros % Civil.Second:000000}")[..(clock.Length + 1 + digits)];
    }

    private static string IntervalDay(long millis)
    {
        var left = Math.Abs(millis);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(millis < 0 ? "-" : "")}{left / 86400000} {left / 3600000 % 24:00}:{left / 60000 % 60:00}:{left / 1000 % 60:00}.{left % 1000:000}");
    }

    private static long ToTime(string text, long digits)
    {
        var match = TimePattern().Match(text);
        if (match.Groups["zone"].Success)
        {
            throw TrinoFailure.NotCertain("A time with an offset is not supported.");
        }

        return match.Success && Clock(match) is { } seconds
            ? Rounded(match, digits, seconds) % Civil.Day
            : throw TrinoFailure.InvalidCast($"Value cannot be cast to time: {text}");
    }

    /// <summary>A zone in the text is dropped: the wall clock stays.</summary>
    private static long ToTimestamp(string text, long digits)
    {
        var (wall, zone) = Parse(text, digits);
        return zone.Length == 0 || Zones.Canonical(zone) is not null
            ? wall
            : throw TrinoFailure.NotCertain("A timestamp with an unknown time zone is not supported.");
    }

    private static string ToTimestampWithZone(string text, long digits)
    {
        var (wall, name) = Parse(text, digits);
        var zone = name.Length == 0 ? Zones.Utc : Zones.Canonical(name) ?? throw TrinoFailure.InvalidCast($"Value cannot be cast to timestamp: {text}");
        return string.Create(CultureInfo.InvariantCulture, $"{Zones.Instant(wall, zone)} {zone}");
    }

    private static (long Wall, string Zone) Parse(string text, long digits)
    {
        if (digits > MostDigits)
        {
            throw TrinoFailure.NotCertain("Timestamps beyond microseconds are not supported.");
        }

        var match = DateTimePattern().Match(text.Trim());
        return match.Success && Days(match) is { } days && Clock(match) is { } seconds
            ? ((days * Civil.Day) + Rounded(match, digits, seconds), match.Groups["zone"].Value)
            : throw TrinoFailure.InvalidCast($"Value cannot be cast to timestamp: {text}");
    }

    private static long? Days(Match match)
    {
        var year = long.Parse(match.Groups["year"].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var month = Number(match, "month");
        var day = Number(match, "day");
        return Math.Abs(year) > 200_000 ? throw TrinoFailure.NotCertain("A year so far away is not supported.")
            : month is < 1 or > 12 || day < 1 || day > Civil.DaysIn(year, month) ? null
            : Civil.Days(year, month, day);
    }

    private static long? Clock(Match match)
    {
        var (hour, minute, second) = (Number(match, "hour"), Number(match, "minute"), Number(match, "second"));
        return hour > 23 || minute > 59 || second > 59 ? null : (hour * Civil.Hour) + (minute * Civil.Minute) + (second * Civil.Second);
    }

    private static long Rounded(Match match, long digits, long seconds)
    {
        if (digits > MostDigits || match.Groups["fraction"].Length > 12)
        {
            throw TrinoFailure.NotCertain("Times beyond microseconds are not supported.");
        }

        var picos = long.Parse(match.Groups["fraction"].Value.PadRight(12, '0'), CultureInfo.InvariantCulture);
        var unit = (long)Math.Pow(10, 12 - digits);
        return seconds + (((picos + (unit / 2)) / unit) * (long)Math.Pow(10, MostDigits - digits));
    }

    private static int Number(Match match, string name) =>
        match.Groups[name].Success ? int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?<year>[-+]?[0-9]{1,9})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})\z", RegexOptions.CultureInvariant)]
    private static partial System.Text.RegularExpressions.Regex DatePattern();

    [GeneratedRegex(@"^(?<hour>[0-9]{1,2}):(?<minute>[0-9]{1,2})(?::(?<second>[0-9]{1,2})(?:\.(?<fraction>[0-9]+))?)?(?<zone>\s*[+-][0-9]{2}:[0-9]{2})?\z", RegexOptions.CultureInvariant)]
    private static partial System.Text.RegularExpressions.Regex TimePattern();

    [GeneratedRegex(@"^(?<year>[-+]?[0-9]{4,9})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})(?: (?:(?<hour>[0-9]{1,2}):(?<minute>[0-9]{1,2})(?::(?<second>[0-9]{1,2})(?:\.(?<fraction>[0-9]+))?)?)?\s*(?<zone>[^0-9].*)?)?\z", RegexOptions.CultureInvariant)]
    private static partial System.Text.RegularExpressions.Regex DateTimePattern();
}
