using System.Globalization;
using System.Text.RegularExpressions;
using Cdp.Trino.Runtime;

namespace Cdp.Trino.Translation;

/// <summary>Dates and times as Trino's literals and casts read them: a blank, no T; one or two digits for all but years.</summary>
internal static partial class TemporalText
{
    /// <summary>What Trino trims: Java's white space, which has the separators U+001C to U+001F and no fixed blank.</summary>
    private static readonly char[] Blanks = [.. Enumerable.Range(0, 0x3001).Select(c => (char)c).Where(c => c is >= '\u001C' and <= '\u001F' || (char.IsWhiteSpace(c) && c is not ('\u0085' or '\u00A0' or '\u2007' or '\u202F')))];

    private const long Day = 86_400_000_000;

    public static void AddTo(IScalarFunctionSink sink)
    {
        sink.Add<string, long>("varchar_to_date", text => Date(text) ?? throw Bad(text, "date"));
        sink.Add<string, long, long>("varchar_to_timestamp", (text, precision) =>
            Timestamp(text) is { } t ? Round(t.Local, (int)precision) : throw Bad(text, "timestamp"));
        sink.Add<string, long, long>("varchar_to_instant", (text, precision) =>
            Timestamp(text) is { } t ? Round(Instant(t.Local, t.Zone ?? "UTC"), (int)precision) : throw Bad(text, "timestamp with time zone"));
        sink.Add<string, string>("varchar_to_zone", text =>
            Timestamp(text) is { } t ? t.Zone ?? "UTC" : throw Bad(text, "timestamp with time zone"));
        sink.Add<string, long, long>("varchar_to_time", (text, precision) =>
            Time(text) is { Digits: <= 12 } t ? Round(t.Micros, (int)precision) % Day : throw Bad(text, "time"));
    }

    /// <summary>Days since 1970.</summary>
    public static long? Date(string text) => DatePattern().Match(text.Trim(Blanks)) is { Success: true } m ? Days(m) : null;

    /// <summary>Microseconds of the wall clock since 1970, the digits written, and the zone if there is one.</summary>
    public static (long Local, int Digits, string? Zone)? Timestamp(string text)
    {
        if (TimestampPattern().Match(text.Trim(Blanks)) is not { Success: true } m || Days(m) is not { } days || Micros(m) is not { } micros)
        {
            return null;
        }

        var zone = m.Groups["zone"].Success ? Zone(m.Groups["zone"].Value) : null;
        var missing = zone is not null && (zone == "UTC" || zone[0] is '+' or '-' ? false : IsSkipped((days * Day) + micros, zone));
        return (m.Groups["zone"].Success && zone is null) || missing
            ? null
            : ((days * Day) + micros, m.Groups["fraction"].Length, zone);
    }

    public static (long Micros, int Digits)? Time(string text) =>
        TimePattern().Match(text.Trim(Blanks)) is { Success: true } m && Micros(m) is { } micros ? (micros, m.Groups["fraction"].Length) : null;

    /// <summary>The name of a zone as Trino keeps it, or null when it knows none.</summary>
    public static string? Zone(string text)
    {
        if (text.ToUpperInvariant() is "UTC" or "Z" or "GMT" or "UT" or "ZULU" or "ETC/UTC" or "GMT0" or "+00:00" or "-00:00")
        {
            return "UTC";
        }

        if (OffsetPattern().Match(text) is { Success: true } m)
        {
            var hours = int.Parse(m.Groups["h"].Value, CultureInfo.InvariantCulture);
            var minutes = m.Groups["m"].Success ? int.Parse(m.Groups["m"].Value, CultureInfo.InvariantCulture) : 0;
            return (hours * 60) + minutes <= 14 * 60 && minutes < 60
                ? string.Create(CultureInfo.InvariantCulture, $"{m.Groups["s"].Value}{hours:00}:{minutes:00}")
                : null;
        }

        return text.Contains('/', StringComparison.Ordinal) && TimeZoneInfo.TryFindSystemTimeZoneById(text, out var found) ? found.Id : null;
    }

    public static long Instant(long local, string zone)
    {
        if (zone == "UTC")
        {
            return local;
        }

        if (zone[0] is '+' or '-')
        {
            var minutes = (int.Parse(zone.AsSpan(1, 2), CultureInfo.InvariantCulture) * 60) + int.Parse(zone.AsSpan(4, 2), CultureInfo.InvariantCulture);
            return local - ((zone[0] == '-' ? -minutes : minutes) * 60_000_000L);
        }

        return Runtime.Time.Zones.Instant(local, zone);
    }

    /// <summary>The clock jumps over this wall time.</summary>
    private static bool IsSkipped(long local, string zone) =>
        local is > -62_000_000_000_000_000 and < 253_000_000_000_000_000
        && TimeZoneInfo.FindSystemTimeZoneById(zone).IsInvalidTime(DateTime.SpecifyKind(DateTime.UnixEpoch.AddTicks(local * 10), DateTimeKind.Unspecified));

    private static TrinoFailure Bad(string text, string type) => TrinoFailure.InvalidCast($"Value cannot be cast to {type}: {text}");

    private static long? Days(Match m)
    {
        var month = int.Parse(m.Groups["month"].Value, CultureInfo.InvariantCulture);
        var day = int.Parse(m.Groups["day"].Value, CultureInfo.InvariantCulture);
        if (!long.TryParse(m.Groups["year"].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var year)
            || month is < 1 or > 12 || day < 1 || Math.Abs(year) > 290_000)
        {
            return null;
        }

        // counted in years from March, so that the leap day is the last
        var leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        var length = month switch { 2 => leap ? 29 : 28, 4 or 6 or 9 or 11 => 30, _ => 31 };
        if (day > length)
        {
            return null;
        }

        var y = month <= 2 ? year - 1 : year;
        var era = (y >= 0 ? y : y - 399) / 400;
        var ofEra = y - (era * 400);
        var ofYear = (((153 * (month + (month > 2 ? -3 : 9))) + 2) / 5) + day - 1;
        return (era * 146097) + (ofEra * 365) + (ofEra / 4) - (ofEra / 100) + ofYear - 719468;
    }

    private static long? Micros(Match m)
    {
        long Part(string name) => m.Groups[name].Success ? long.Parse(m.Groups[name].Value, CultureInfo.InvariantCulture) : 0;
        var (hour, minute, second) = (Part("hour"), Part("minute"), Part("second"));
        if (hour > 23 || minute > 59 || second > 59)
        {
            return null;
        }

        var fraction = m.Groups["fraction"].Value;
        var micros = fraction.Length == 0 ? 0 : long.Parse(fraction.PadRight(6, '0')[..6], CultureInfo.InvariantCulture);
        var up = fraction.Length > 6 && fraction[6] >= '5' ? 1 : 0;
        return (((((hour * 60) + minute) * 60) + second) * 1_000_000) + micros + up;
    }

    private static long Round(long micros, int precision)
    {
        var unit = (long)Math.Pow(10, 6 - precision);
        var shifted = micros + (unit / 2);
        return shifted - (((shifted % unit) + unit) % unit);
    }

    [GeneratedRegex(@"^(?<year>[-+]?\d{1,9})-(?<month>\d{1,2})-(?<day>\d{1,2})$", RegexOptions.ECMAScript)]
    private static partial Regex DatePattern();

    [GeneratedRegex(@"^(?<year>[-+]?[0-9]{4,})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})(?: (?<hour>[0-9]{1,2}):(?<minute>[0-9]{1,2})(?::(?<second>[0-9]{1,2})(?:\.(?<fraction>[0-9]+))?)?)?\s*(?<zone>.+)?$")]
    private static partial Regex TimestampPattern();

    [GeneratedRegex(@"^(?<hour>[0-9]{1,2}):(?<minute>[0-9]{1,2})(?::(?<second>[0-9]{1,2})(?:\.(?<fraction>[0-9]+))?)?$")]
    private static partial Regex TimePattern();

    [GeneratedRegex(@"^(?<s>[+-])(?<h>[0-9]{2})(?::(?<m>[0-9]{2}))?$")]
    private static partial Regex OffsetPattern();
}
