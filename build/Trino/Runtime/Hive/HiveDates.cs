using System.Globalization;
using System.Text.RegularExpressions;
using Cdp.Trino.Runtime.Time;

namespace Cdp.Trino.Runtime.Hive;

/// <summary>
/// Texts as dates and timestamps. Hive 2 lets a day beyond the month run on into the next one and wants the whole text to
/// be a time; Hive 4 wants a real day, and leaves out what follows the date. Years before 1583 are refused: the calendars differ.
/// </summary>
internal static partial class HiveDates
{
    private const int GregorianFrom = 1583;

    public static void AddTo(IScalarFunctionSink sink)
    {
        sink.Add<string, int, string?>("hive_date", Date);
        sink.Add<string, int, string?>("hive_day", Day);
        sink.Add<string, int, long?>("hive_timestamp", Timestamp);
        sink.Add<string, int, long?>("hive_moment", Moment);
        sink.Add<string, int, long?>("hive_clock", Clock);
        sink.Add<string, int, long?>("hive_unix", Unix);
    }

    /// <summary>CAST to date: <c>yyyy-MM-dd</c> or NULL.</summary>
    public static string? Date(string text, int version)
    {
        var trimmed = Trim(text);
        if (version == 4)
        {
            return Day(text, version);
        }

        return trimmed.Length == 10 && WholeDate().Match(trimmed) is { Success: true } match ? Lenient(match, most: (12, 31))
            : Timestamp(trimmed, version) is { } micros ? TimeText.Date(Civil.Floor(micros, Civil.Day))
            : null;
    }

    /// <summary>The date that a text begins with, as the date functions read it.</summary>
    private static string? Day(string text, int version)
    {
        var trimmed = version == 4 ? Trim(text) : text.TrimStart(' ', '\t');
        var match = DatePrefix().Match(trimmed);
        if (!match.Success)
        {
            return NearDate().IsMatch(trimmed) ? throw Unsure() : null;
        }

        return version == 4 ? Strict(match) : Lenient(match, most: (99, 99));
    }

    /// <summary>CAST to timestamp, in microseconds.</summary>
    public static long? Timestamp(string text, int version)
    {
        var trimmed = Trim(text);
        var whole = WholeTimestamp().Match(trimmed);
        if (version == 2)
        {
            return WholeDate().Match(trimmed) is { Success: true } date ? Midnight(Lenient(date, (12, 31)))
                : whole.Success && whole.Groups["t"].Value == " " ? Add(Lenient(whole, (12, 31)), whole)
                : null;
        }

        if (WholeDate().Match(trimmed) is { Success: true } day)
        {
            return Midnight(Strict(day));
        }

        if (whole.Success)
        {
            var sure = whole.Groups["h"].Length == 2 && whole.Groups["m"].Length == 2 && whole.Groups["s"].Length == 2;
            return Strict(whole) is not { } found ? null : !sure ? throw Unsure() : InRange(whole) ? Add(found, whole) : Midnight(found);
        }

        return Later(trimmed);
    }

    /// <summary>Hive 4 takes the time where a zone follows behind a blank, and midnight where no whole time stands.</summary>
    private static long? Later(string text)
    {
        var match = DatePrefix().Match(text);
        if (!match.Success)
        {
            return NearDate().IsMatch(text) ? throw Unsure() : null;
        }

        var date = Strict(match);
        var rest = text[match.Length..];
        return date is null ? null
            : PartOfTime().IsMatch(rest) ? Midnight(date)
            : WithZone().Match(rest) is { Success: true } zoned && InRange(zoned) ? Add(date, zoned)
            : throw Unsure();
    }

    /// <summary>The timestamp of a text for date_format() and months_between(): where it is none, the date that it begins with.</summary>
    private static long? Moment(string text, int version) =>
        Timestamp(text, version) ?? (version == 2 && Day(text, version) is { } day ? Midnight(day) : null);

    /// <summary>The time of day for hour(), minute() and second(), in microseconds; a time may stand alone.</summary>
    private static long? Clock(string text, int version)
    {
        if (OnlyTime().Match(text) is { Success: true } alone)
        {
            return InRange(alone) ? Add("1970-01-01", alone) : throw Unsure();
        }

        if (version == 4)
        {
            return Timestamp(text, version) is { } micros ? micros - (Civil.Floor(micros, Civil.Day) * Civil.Day) : null;
        }

        var match = TimePrefix().Match(text);
        return match.Success
            ? InRange(match) && Strict(match) is not null ? Add("1970-01-01", match) : throw Unsure()
            : text.Contains(' ', StringComparison.Ordinal) && text.Contains(':', StringComparison.Ordinal) ? throw Unsure() : null;
    }

    /// <summary>unix_timestamp() of a text without a pattern.</summary>
    private static long? Unix(string text, int version)
    {
        var match = TimePrefix().Match(text);
        if (!match.Success)
        {
            return text.Contains(' ', StringComparison.Ordinal) && text.Count(c => c == ':') >= 2 && text.Any(char.IsAsciiDigit) ? throw Unsure() : null;
        }

        if (version == 2)
        {
            return Add(Lenient(match, (99, 99)), match) / Civil.Second;
        }

        var rest = text[match.Length..];
        var sure = match.Groups["mo"].Length == 2 && match.Groups["d"].Length == 2 && match.Groups["h"].Length == 2
            && match.Groups["m"].Length == 2 && match.Groups["s"].Length == 2 && rest.All(c => char.IsAsciiDigit(c) || c is '.' or ' ');
        return sure ? Strict(match) is { } date ? InRange(match) ? Add(date, match) / Civil.Second : throw Unsure() : null : throw Unsure();
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static bool InRange(Match match) => Number(match, "h") < 24 && Number(match, "m") < 60 && Number(match, "s") < 60;

    private static long? Midnight(string? date) => date is null ? null : DaysOf(date) * Civil.Day;

    private static long? Add(string? date, Match match)
    {
        if (date is null)
        {
            return null;
        }

        var fraction = match.Groups["f"].Value;
        if (fraction.Length > 6 && fraction[6..Math.Min(9, fraction.Length)].Trim('0').Length > 0)
        {
            throw TrinoFailure.NotCertain("A fraction finer than a microsecond is not supported locally");
        }

        var micros = fraction.Length == 0 ? 0 : long.Parse(fraction.PadRight(6, '0')[..6], CultureInfo.InvariantCulture);
        return (DaysOf(date) * Civil.Day) + (Number(match, "h") * Civil.Hour) + (Number(match, "m") * Civil.Minute) + (Number(match, "s") * Civil.Second) + micros;
    }

    public static long DaysOf(string date) => Civil.Days(
        int.Parse(date.AsSpan(0, 4), CultureInfo.InvariantCulture), int.Parse(date.AsSpan(5, 2), CultureInfo.InvariantCulture), int.Parse(date.AsSpan(8, 2), CultureInfo.InvariantCulture));

    private static string? Strict(Match match)
    {
        var (year, month, day) = (Number(match, "y"), Number(match, "mo"), Number(match, "d"));
        return year == 0 && month > 0 && day > 0 ? throw Unsure()
            : month is < 1 or > 12 || day < 1 || day > Civil.DaysIn(year, month) ? null
            : TimeText.Date(Civil.Days(year, month, day));
    }

    private static string? Lenient(Match match, (int Month, int Day) most)
    {
        var (year, month, day) = (Number(match, "y"), Number(match, "mo"), Number(match, "d"));
        if (month > most.Month || day > most.Day || (most.Month == 12 && (month < 1 || day < 1)) || (most.Month == 12 && match.Groups["y"].Length != 4))
        {
            return null;
        }

        if (match.Groups["y"].Length != 4 || year < GregorianFrom)
        {
            throw Unsure();
        }

        var first = Civil.AddMonths(Civil.Days(year, 1, 1), month - 1);
        return TimeText.Date(first + day - 1);
    }

    private static string Trim(string text) => text.Trim([.. Enumerable.Range(0, 33).Select(c => (char)c)]);

    private static TrinoFailure Unsure() => TrinoFailure.NotCertain("What Hive makes of this text as a time is not certain");

    [GeneratedRegex(@"^(?<y>[0-9]{1,4})-(?<mo>[0-9]{1,2})-(?<d>[0-9]{1,2})\z")]
    private static partial System.Text.RegularExpressions.Regex WholeDate();

    [GeneratedRegex(@"^(?<y>[0-9]{1,4})-(?<mo>[0-9]{1,2})-(?<d>[0-9]{1,2})(?![0-9])")]
    private static partial System.Text.RegularExpressions.Regex DatePrefix();

    /// <summary>Could be a date that is written oddly.</summary>
    [GeneratedRegex(@"^[+-]?[0-9]{1,4}\s*-\s*[0-9]+\s*-\s*-?[0-9]|^[+-][0-9]+-[0-9]")]
    private static partial System.Text.RegularExpressions.Regex NearDate();

    [GeneratedRegex(@"^(?<y>[0-9]{4})-(?<mo>[0-9]{1,2})-(?<d>[0-9]{1,2})(?<t>[ T])(?<h>[0-9]{1,2}):(?<m>[0-9]{1,2}):(?<s>[0-9]{1,2})(?:\.(?<f>[0-9]+))?\z")]
    private static partial System.Text.RegularExpressions.Regex WholeTimestamp();

    [GeneratedRegex(@"^(?<y>[0-9]{4})-(?<mo>[0-9]{1,2})-(?<d>[0-9]{1,2}) (?<h>[0-9]{1,2}):(?<m>[0-9]{1,2}):(?<s>[0-9]{1,2})")]
    private static partial System.Text.RegularExpressions.Regex TimePrefix();

    [GeneratedRegex(@"^(?<h>[0-9]{1,2}):(?<m>[0-9]{1,2}):(?<s>[0-9]{1,2})\z")]
    private static partial System.Text.RegularExpressions.Regex OnlyTime();

    [GeneratedRegex(@"^ (?<h>[0-9]{2}):(?<m>[0-9]{2}):(?<s>[0-9]{2})(?:\.(?<f>[0-9]{1,9}))?(?: UTC|[+-][0-9]{2}:[0-9]{2})\z")]
    private static partial System.Text.RegularExpressions.Regex WithZone();

    /// <summary>No whole time: an hour, hours and minutes, a T-form with a Z, a word that is no zone.</summary>
    [GeneratedRegex(@"^(?: [0-9]{2}(?::[0-9]{2})?|T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,9})?Z| [0-9]{2}:[0-9]{2}:[0-9]{2} abc)\z")]
    private static partial System.Text.RegularExpressions.Regex PartOfTime();
}
