using System.Globalization;
using System.Text;
using Cdp.Trino.Runtime.Time;

namespace Cdp.Trino.Runtime.Td;

/// <summary>
/// TD_TIME_FORMAT: the letters of java.text.SimpleDateFormat with English names. <c>Y</c> and <c>w</c> count weeks as in
/// the United States: from Sunday, the first is the one with 1 January.
/// </summary>
internal static class TdTimeFormat
{
    public static string Print(long time, string pattern, string zoneName)
    {
        var zone = TdZones.Resolve(zoneName);
        var output = new StringBuilder();
        for (var at = 0; at < pattern.Length;)
        {
            var letter = pattern[at];
            if (letter == '\'')
            {
                at = Quoted(output, pattern, at + 1);
                continue;
            }

            var size = 1;
            while (at + size < pattern.Length && pattern[at + size] == letter)
            {
                size++;
            }

            _ = char.IsAsciiLetter(letter) ? Append(output, letter, size, time, zone) : output.Append(letter, size);
            at += size;
        }

        return output.ToString();
    }

    private static int Quoted(StringBuilder output, string pattern, int at)
    {
        if (at < pattern.Length && pattern[at] == '\'')
        {
            output.Append('\'');
            return at + 1;
        }

        for (; at < pattern.Length; at++)
        {
            if (pattern[at] != '\'')
            {
                output.Append(pattern[at]);
            }
            else if (at + 1 < pattern.Length && pattern[at + 1] == '\'')
            {
                output.Append(pattern[at++]);
            }
            else
            {
                return at + 1;
            }
        }

        throw TrinoFailure.InvalidArgument("Unterminated quote in the pattern of TD_TIME_FORMAT");
    }

    private static StringBuilder Append(StringBuilder output, char letter, int size, long time, string zone)
    {
        var offset = TdTime.Offset(time, zone);
        var wall = time + offset;
        var days = Civil.Floor(wall, 86400);
        var clock = wall - (days * 86400);
        var hour = clock / 3600;
        var (year, month, day) = Civil.Date(days);
        return letter switch
        {
            'G' => output.Append(year > 0 ? "AD" : "BC"),
            'y' => Year(output, year, size),
            'Y' => Year(output, WeekYear(days), size),
            'M' or 'L' when size >= 3 => output.Append(Name(EnglishNames.Months[month - 1], size)),
            'M' or 'L' => Pad(output, month, size),
            'w' => Pad(output, Week(days), size),
            'D' => Pad(output, Civil.DayOfYear(days), size),
            'd' => Pad(output, day, size),
            'F' => Pad(output, ((day - 1) / 7) + 1, size),
            'E' => output.Append(Name(EnglishNames.Days[Civil.DayOfWeek(days) - 1], size)),
            'u' => Pad(output, Civil.DayOfWeek(days), size),
            'a' => output.Append(EnglishNames.Halves[hour < 12 ? 0 : 1]),
            'H' => Pad(output, hour, size),
            'k' => Pad(output, hour == 0 ? 24 : hour, size),
            'K' => Pad(output, hour % 12, size),
            'h' => Pad(output, hour % 12 == 0 ? 12 : hour % 12, size),
            'm' => Pad(output, clock / 60 % 60, size),
            's' => Pad(output, clock % 60, size),
            'S' => Pad(output, 0, size),
            'z' => output.Append(ZoneName(zone)),
            'Z' => output.Append(TdTime.Sign(offset, "")),
            'X' => output.Append(offset == 0 ? "Z" : size == 1 ? TdTime.Sign(offset, "")[..3] : TdTime.Sign(offset, size == 3 ? ":" : "")),
            _ => throw TrinoFailure.InvalidArgument($"Illegal pattern character '{letter}' in TD_TIME_FORMAT"),
        };
    }

    private static string ZoneName(string zone) =>
        zone == Zones.Utc ? zone
        : zone[0] is '+' or '-' ? $"GMT{zone}"
        : throw TrinoFailure.NotCertain("The name of this time zone is not certain in TD_TIME_FORMAT.");

    private static StringBuilder Year(StringBuilder output, long year, int size) =>
        size == 2 ? Pad(output, year % 100, 2) : Pad(output, year, size);

    private static long WeekYear(long days) => Civil.Date(days - (Civil.DayOfWeek(days) % 7) + 6).Year;

    private static long Week(long days)
    {
        var first = Civil.Days(WeekYear(days), 1, 1);
        return ((days - (first - (Civil.DayOfWeek(first) % 7))) / 7) + 1;
    }

    private static string Name(string name, int size) => size >= 4 ? name : name[..3];

    private static StringBuilder Pad(StringBuilder output, long number, int size) =>
        output.Append(number.ToString(CultureInfo.InvariantCulture).PadLeft(size, '0'));
}
