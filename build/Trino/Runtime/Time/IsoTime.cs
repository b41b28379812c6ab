using System.Globalization;
using System.Text.RegularExpressions;

namespace Cdp.Trino.Runtime.Time;

/// <summary>ISO 8601: dates by month, week or day of the year, parts may be left out from the end.</summary>
internal static partial class IsoTime
{
    public static void AddTo(IScalarFunctionSink sink)
    {
        sink.Add<string, string>("from_iso8601_timestamp", FromTimestamp);
        sink.Add<string, long>("from_iso8601_date_days", FromDate);
        sink.Add<long, long, string>("timestamp_to_iso8601", (wall, digits) => TimeText.Timestamp(wall, (int)digits, 'T'));
        sink.Add<long, long, string, string>("timestamptz_to_iso8601", ToText);
    }

    private static string ToText(long instant, long digits, string zone)
    {
        var offset = Zones.Offset(instant, zone);
        var minutes = offset / Civil.Minute;
        return TimeText.Timestamp(instant + offset, (int)digits, 'T') + (minutes == 0 ? "Z" : Zones.FromOffset(minutes));
    }

    private static string FromTimestamp(string text)
    {
        var match = TimestampPattern().Match(text);
        if (!match.Success || Days(match) is not { } days)
        {
            throw Invalid(text);
        }

        var (hour, minute, second) = (Number(match, "hour"), Number(match, "minute"), Number(match, "second"));
        if (hour > 23 || minute > 59 || second > 59)
        {
            throw Invalid(text);
        }

        var millis = match.Groups["fraction"].Value.PadRight(3, '0')[..3];
        var wall = (days * Civil.Day) + (hour * Civil.Hour) + (minute * Civil.Minute) + (second * Civil.Second)
            + (long.Parse(millis, CultureInfo.InvariantCulture) * 1000);
        var zone = Zone(match.Groups["zone"].Value);
        return string.Create(CultureInfo.InvariantCulture, $"{Zones.Instant(wall, zone)} {zone}");
    }

    private static long FromDate(string text)
    {
        var match = DatePattern().Match(text);
        return match.Success && Days(match) is { } days ? days
            : text.Length >= 8 && text.All(char.IsAsciiDigit) ? throw TrinoFailure.NotCertain("A date without hyphens is not supported.")
            : throw Invalid(text);
    }

    private static string Zone(string text)
    {
        if (text.Length == 0 || text is "Z" or "z")
        {
            return Zones.Utc;
        }

        var digits = text[1..].Replace(":", "", StringComparison.Ordinal).PadRight(4, '0');
        var minutes = (int.Parse(digits[..2], CultureInfo.InvariantCulture) * 60) + int.Parse(digits[2..4], CultureInfo.InvariantCulture);
        return Zones.FromOffset(text[0] == '-' ? -minutes : minutes);
    }

    private static long? Days(Match match)
    {
        var year = long.Parse(match.Groups["year"].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        if (match.Groups["week"].Success)
        {
            var week = Number(match, "week");
            var weekday = match.Groups["weekday"].Success ? Number(match, "weekday") : 1;
            return week < 1 || week > Civil.WeeksIn(year) || weekday is < 1 or > 7 ? null : Civil.WeekStart(year, week) + weekday - 1;
        }

        if (match.Groups["ordinal"].Success)
        {
            var ordinal = Number(match, "ordinal");
            return ordinal < 1 || ordinal > (Civil.IsLeap(year) ? 366 : 365) ? null : Civil.Days(year, 1, 1) + ordinal - 1;
        }

        var month = match.Groups["month"].Success ? Number(match, "month") : 1;
        var day = match.Groups["day"].Success ? Number(match, "day") : 1;
        return month is < 1 or > 12 || day < 1 || day > Civil.DaysIn(year, month) ? null : Civil.Days(year, month, day);
    }

    private static int Number(Match match, string name) =>
        match.Groups[name].Success ? int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture) : 0;

    private static TrinoFailure Invalid(string text) => TrinoFailure.InvalidArgument($"Invalid format: \"{text}\"");

    private const string Date = @"(?<year>[+-]?[0-9]{4})(?:-W(?<week>[0-9]{2})(?:-(?<weekday>[0-9]))?|-(?<ordinal>[0-9]{3})|-(?<month>[0-9]{2})(?:-(?<day>[0-9]{2}))?)?";

    [GeneratedRegex("^" + Date + @"\z", RegexOptions.CultureInvariant)]
    private static partial System.Text.RegularExpressions.Regex DatePattern();

    [GeneratedRegex("^" + Date + @"(?:[Tt](?<hour>[0-9]{2})(?::(?<minute>[0-9]{2})(?::(?<second>[0-9]{2})(?:[.,](?<fraction>[0-9]{1,9}))?)?)?(?<zone>[Zz]|[+-][0-9]{2}(?::?[0-9]{2})?)?)?\z", RegexOptions.CultureInvariant)]
    private static partial System.Text.RegularExpressions.Regex TimestampPattern();
}
