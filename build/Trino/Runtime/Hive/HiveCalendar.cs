using Cdp.Trino.Runtime.Time;

namespace Cdp.Trino.Runtime.Hive;

/// <summary>Calendar functions over days since 1970-01-01.</summary>
internal static class HiveCalendar
{
    private static readonly string[] Days = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];

    public static void AddTo(IScalarFunctionSink sink)
    {
        sink.Add<long, int, long>("hive_add_months", AddMonths);
        sink.Add<long, string, long?>("hive_next_day", NextDay);
        sink.Add<long, string, long?>("hive_trunc", Truncate);
        sink.Add<long, long, double>("hive_months_between", MonthsBetween);
    }

    /// <summary>The last day of a month becomes the last day of the other.</summary>
    private static long AddMonths(long days, int months)
    {
        var (year, month, day) = Civil.Date(days);
        var target = Civil.AddMonths(Civil.Days(year, month, 1), months);
        var (toYear, toMonth, _) = Civil.Date(target);
        var last = Civil.DaysIn(toYear, toMonth);
        return target + (day == Civil.DaysIn(year, month) ? last : Math.Min(day, last)) - 1;
    }

    private static long? NextDay(long days, string name)
    {
        var upper = name.ToUpperInvariant();
        var wanted = Array.FindIndex(Days, d => d == upper || d[..2] == upper || d[..3] == upper) + 1;
        return wanted == 0 ? null : days + 1 + ((wanted - Civil.DayOfWeek(days) + 6) % 7);
    }

    private static long? Truncate(long days, string unit)
    {
        var (year, month, _) = Civil.Date(days);
        return unit switch
        {
            "MONTH" or "MON" or "MM" => Civil.Days(year, month, 1),
            "YEAR" or "YYYY" or "YY" => Civil.Days(year, 1, 1),
            "QUARTER" or "Q" => Civil.Days(year, (((month - 1) / 3) * 3) + 1, 1),
            _ => null,
        };
    }

    /// <summary>Whole months where the days are alike or both the last; else by months of 31 days, to eight digits.</summary>
    private static double MonthsBetween(long one, long other)
    {
        var (day1, day2) = (Civil.Floor(one, Civil.Day), Civil.Floor(other, Civil.Day));
        var (y1, m1, d1) = Civil.Date(day1);
        var (y2, m2, d2) = Civil.Date(day2);
        var months = ((y1 - y2) * 12) + m1 - m2;
        if (d1 == d2 || (d1 == Civil.DaysIn(y1, m1) && d2 == Civil.DaysIn(y2, m2)))
        {
            return months;
        }

        var seconds = ((d1 - d2) * 86400L) + ((one - (day1 * Civil.Day)) / Civil.Second) - ((other - (day2 * Civil.Day)) / Civil.Second);
        return (double)Math.Round(months + (seconds / (31m * 86400m)), 8, MidpointRounding.AwayFromZero);
    }
}
