using System.Globalization;
using System.Text;

namespace Cdp.Trino.Runtime.Time;

/// <summary>Prints a wall clock, rounded to milliseconds before.</summary>
internal static class FormatPrinter
{
    public static string Print(IReadOnlyList<FormatElement> elements, long wall, long offset, string zone)
    {
        if (elements.Count == 0)
        {
            throw TrinoFailure.InvalidArgument("Both printing and parsing not supported");
        }

        wall = Civil.Floor(wall + 500, 1000) * 1000;
        var output = new StringBuilder();
        foreach (var element in elements)
        {
            Append(output, element, wall, offset, zone);
        }

        return output.ToString();
    }

    private static void Append(StringBuilder output, FormatElement element, long wall, long offset, string zone)
    {
        var days = Civil.Floor(wall, Civil.Day);
        var clock = wall - (days * Civil.Day);
        var hour = clock / Civil.Hour;
        var (year, month, day) = Civil.Date(days);
        switch (element.Field)
        {
            case FormatField.Literal:
                output.Append(element.Text);
                break;
            case FormatField.MonthText or FormatField.MonthShortText:
                output.Append(Name(EnglishNames.Months[month - 1], element.Field == FormatField.MonthShortText));
                break;
            case FormatField.DayText or FormatField.DayShortText:
                output.Append(Name(EnglishNames.Days[Civil.DayOfWeek(days) - 1], element.Field == FormatField.DayShortText));
                break;
            case FormatField.HalfDay:
                output.Append(EnglishNames.Halves[hour < 12 ? 0 : 1]);
                break;
            case FormatField.Era:
                output.Append(EnglishNames.Eras[year < 1 ? 0 : 1]);
                break;
            case FormatField.ZoneId:
                output.Append(zone);
                break;
            case FormatField.Offset or FormatField.OffsetWithColon:
                var minutes = Math.Abs(offset / Civil.Minute);
                output.Append(
                    CultureInfo.InvariantCulture,
                    $"{(offset < 0 ? '-' : '+')}{minutes / 60:00}{(element.Field == FormatField.Offset ? "" : ":")}{minutes % 60:00}");
                break;
            case FormatField.Fraction:
                output.Append((clock % Civil.Second).ToString("000000", CultureInfo.InvariantCulture).PadRight(element.Least, '0').AsSpan(0, element.Least));
                break;
            default:
                Append(output, Number(element.Field, days, clock, (year, month, day)), element.Least);
                break;
        }
    }

    private static long Number(FormatField field, long days, long clock, (long Year, int Month, int Day) date)
    {
        var hour = clock / Civil.Hour;
        return field switch
        {
            FormatField.Year => date.Year,
            FormatField.YearOfEra => date.Year > 0 ? date.Year : 1 - date.Year,
            FormatField.Century => (date.Year > 0 ? date.Year : 1 - date.Year) / 100,
            FormatField.TwoDigitYear => Math.Abs(date.Year) % 100,
            FormatField.WeekYear => Civil.Week(days).Year,
            FormatField.MonthOfYear => date.Month,
            FormatField.WeekOfYear => Civil.Week(days).Week,
            FormatField.DayOfYear => Civil.DayOfYear(days),
            FormatField.DayOfMonth => date.Day,
            FormatField.DayOfWeek => Civil.DayOfWeek(days),
            FormatField.Hour => hour,
            FormatField.ClockHour => hour == 0 ? 24 : hour,
            FormatField.HourOfHalf => hour % 12,
            FormatField.ClockHourOfHalf => hour % 12 == 0 ? 12 : hour % 12,
            FormatField.Minute => clock / Civil.Minute % 60,
            _ => clock / Civil.Second % 60,
        };
    }

    private static void Append(StringBuilder output, long number, int least)
    {
        _ = number < 0 ? output.Append('-') : output;
        output.Append(Math.Abs(number).ToString(CultureInfo.InvariantCulture).PadLeft(least, '0'));
    }

    private static string Name(string name, bool isShort) => isShort ? name[..3] : name;
}
