using System.Globalization;
using System.Text;
using Cdp.Trino.Runtime.Time;

namespace Cdp.Trino.Runtime.Hive;

/// <summary>
/// Times by Java's patterns: Hive 2 has SimpleDateFormat's letters, Hive 4 those of DateTimeFormatter. What the two write
/// alike is written here; where only one knows a letter the version decides.
/// </summary>
internal static class HiveTimePattern
{
    private const string OfTwo = "GyYMLwWDdFEuaHkKhmsSzZX";
    private const string OfFour = "GuyDMLdQqYwWEecFaKkHhmsSAnNVvzOXxZpB";

    public static void AddTo(IScalarFunctionSink sink)
    {
        sink.Add<long, string, int, string?>("hive_date_format", (micros, pattern, version) => IsKnown(pattern, version) is null ? Print(micros, pattern, version) : null);
        sink.Add<long, string, int, string>("hive_from_unixtime", (seconds, pattern, version) => IsKnown(pattern, version) is { } bad
            ? throw HiveRuntime.Fail(version == 4 ? $"IllegalArgumentException Unknown pattern letter: {bad}" : $"IllegalArgumentException Illegal pattern character '{bad}'")
            : Print(Checked(seconds), pattern, version));
        sink.Add<string, string, int, long?>("hive_unix_by", (text, pattern, version) => IsKnown(pattern, version) is { } bad
            ? version == 4 ? null : throw HiveRuntime.Fail($"IllegalArgumentException Illegal pattern character '{bad}'")
            : new HiveTimeReader(text, pattern, version).Read());
    }

    private static long Checked(long seconds) => Math.Abs(seconds) < 253_402_300_800
        ? seconds * Civil.Second
        : throw TrinoFailure.NotCertain("from_unixtime() beyond the year 9999 is not supported locally");

    /// <summary>The first letter that the version does not know, or null.</summary>
    private static char? IsKnown(string pattern, int version)
    {
        foreach (var (letter, _, quoted) in Parts(pattern))
        {
            if (quoted is null && char.IsAsciiLetter(letter) && !(version == 4 ? OfFour : OfTwo).Contains(letter, StringComparison.Ordinal))
            {
                return letter;
            }
        }

        return null;
    }

    /// <summary>Runs of a letter, and what stands for itself.</summary>
    public static IEnumerable<(char Letter, int Size, string? Literal)> Parts(string pattern)
    {
        for (var at = 0; at < pattern.Length;)
        {
            var letter = pattern[at];
            if (letter == '\'')
            {
                yield return ('\'', 0, Quoted(pattern, ref at));
                continue;
            }

            var size = 1;
            while (at + size < pattern.Length && pattern[at + size] == letter)
            {
                size++;
            }

            at += size;
            yield return char.IsAsciiLetter(letter) ? (letter, size, null)
                : letter is '{' or '}' or '[' or ']' or '#' ? throw Unsure(letter)
                : ('\'', size, new string(letter, size));
        }
    }

    private static string Quoted(string pattern, ref int at)
    {
        var text = new StringBuilder();
        for (at++; at < pattern.Length; at++)
        {
            if (pattern[at] != '\'')
            {
                text.Append(pattern[at]);
            }
            else if (at + 1 < pattern.Length && pattern[at + 1] == '\'')
            {
                text.Append(pattern[at++]);
            }
            else
            {
                at++;
                return text.Length == 0 ? "'" : text.ToString();
            }
        }

        throw Unsure('\'');
    }

    public static TrinoFailure Unsure(char letter) => TrinoFailure.NotCertain($"'{letter}' in this place of a time pattern is not supported locally");

    private static string Print(long micros, string pattern, int version)
    {
        var output = new StringBuilder();
        foreach (var (letter, size, literal) in Parts(pattern))
        {
            output.Append(literal ?? Field(micros, letter, size, version));
        }

        return output.ToString();
    }

    private static string Field(long micros, char letter, int size, int version)
    {
        var days = Civil.Floor(micros, Civil.Day);
        var clock = micros - (days * Civil.Day);
        var (year, month, day) = Civil.Date(days);
        if (year is < 1583 or > 9999)
        {
            throw TrinoFailure.NotCertain("A year before 1583 or after 9999 is not supported locally in a time pattern");
        }

        var hour = (int)(clock / Civil.Hour);
        return letter switch
        {
            'y' or 'Y' when size is 1 or 2 or 4 => Year(letter == 'y' ? year : WeekYear(days), size),
            'u' when version == 4 && size is 1 or 4 => Year(year, 4),
            'u' when version == 2 && size == 1 => Number(Civil.DayOfWeek(days), 1),
            'M' when size <= 2 => Number(month, size),
            'M' when size <= 4 => Name(EnglishNames.Months[month - 1], size),
            'd' when size <= 2 => Number(day, size),
            'D' when size is 1 or 3 => Number(Civil.DayOfYear(days), size),
            'E' when size <= 4 => Name(EnglishNames.Days[Civil.DayOfWeek(days) - 1], size),
            'w' when size <= 2 => Number(Week(days), size),
            'W' when size == 1 => Number(WeekOfMonth(days), 1),
            'Q' when size == 1 => Number(((month - 1) / 3) + 1, 1),
            'a' when size == 1 => hour < 12 ? "AM" : "PM",
            'G' when size <= 3 => "AD",
            'H' when size <= 2 => Number(hour, size),
            'k' when size <= 2 => Number(hour == 0 ? 24 : hour, size),
            'K' when size <= 2 => Number(hour % 12, size),
            'h' when size <= 2 => Number(hour % 12 == 0 ? 12 : hour % 12, size),
            'm' when size <= 2 => Number(clock / Civil.Minute % 60, size),
            's' when size <= 2 => Number(clock / Civil.Second % 60, size),
            'S' when size == 3 => Number(clock % Civil.Second / 1000, 3),
            'z' when size <= 3 => "UTC",
            'Z' when size <= 3 => "+0000",
            'X' when size <= 3 => "Z",
            _ => throw Unsure(letter),
        };
    }

    private static string Year(long year, int size) => size == 2 ? Number(year % 100, 2) : Number(year, size);

    private static string Name(string name, int size) => size >= 4 ? name : name[..3];

    private static string Number(long number, int size) => number.ToString(CultureInfo.InvariantCulture).PadLeft(size, '0');

    /// <summary>Weeks as in the United States: from Sunday, the first is the one with 1 January.</summary>
    private static long WeekYear(long days) => Civil.Date(days - (Civil.DayOfWeek(days) % 7) + 6).Year;

    private static long Week(long days)
    {
        var first = Civil.Days(WeekYear(days), 1, 1);
        return ((days - (first - (Civil.DayOfWeek(first) % 7))) / 7) + 1;
    }

    private static long WeekOfMonth(long days)
    {
        var (year, month, _) = Civil.Date(days);
        var first = Civil.Days(year, month, 1);
        return ((days - (first - (Civil.DayOfWeek(first) % 7))) / 7) + 1;
    }
}
