namespace Cdp.Trino.Runtime.Time;

/// <summary>The proleptic Gregorian calendar over days and microseconds since 1970-01-01, also before the year 1.</summary>
internal static class Civil
{
    public const long Second = 1_000_000;
    public const long Minute = 60 * Second;
    public const long Hour = 60 * Minute;
    public const long Day = 24 * Hour;

    public static long Days(long year, int month, int day)
    {
        var shifted = month <= 2 ? year - 1 : year;
        var era = Floor(shifted, 400);
        var yearOfEra = shifted - (era * 400);
        var dayOfYear = (((153 * (month + (month > 2 ? -3 : 9))) + 2) / 5) + day - 1;
        return (era * 146097) + (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear - 719468;
    }

    public static (long Year, int Month, int Day) Date(long days)
    {
        var shifted = days + 719468;
        var era = Floor(shifted, 146097);
        var dayOfEra = shifted - (era * 146097);
        var yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36524) - (dayOfEra / 146096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var shiftedMonth = ((5 * dayOfYear) + 2) / 153;
        var month = (int)(shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9);
        return (yearOfEra + (era * 400) + (month <= 2 ? 1 : 0), month, (int)(dayOfYear - (((153 * shiftedMonth) + 2) / 5) + 1));
    }

    public static bool IsLeap(long year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    public static int DaysIn(long year, int month) => month == 2 ? (IsLeap(year) ? 29 : 28) : month is 4 or 6 or 9 or 11 ? 30 : 31;

    /// <summary>Monday 1 to Sunday 7.</summary>
    public static int DayOfWeek(long days) => (int)(days + 3 - (Floor(days + 3, 7) * 7)) + 1;

    public static int DayOfYear(long days) => (int)(days - Days(Date(days).Year, 1, 1)) + 1;

    /// <summary>The ISO week and the year it belongs to: that of its Thursday.</summary>
    public static (long Year, int Week) Week(long days)
    {
        var thursday = days - DayOfWeek(days) + 4;
        var year = Date(thursday).Year;
        return (year, (int)((thursday - Days(year, 1, 1)) / 7) + 1);
    }

    /// <summary>Monday of the ISO week.</summary>
    public static long WeekStart(long year, int week)
    {
        var fourth = Days(year, 1, 4);
        return fourth - DayOfWeek(fourth) + 1 + ((week - 1) * 7L);
    }

    public static int WeeksIn(long year) => Week(Days(year, 12, 28)).Week;

    /// <summary>Adds months; a day that the month lacks becomes its last.</summary>
    public static long AddMonths(long days, long months)
    {
        var (year, month, day) = Date(days);
        var total = checked((year * 12) + month - 1 + months);
        var target = Floor(total, 12);
        var targetMonth = (int)(total - (target * 12)) + 1;
        return Days(target, targetMonth, Math.Min(day, DaysIn(target, targetMonth)));
    }

    public static long Floor(long value, long unit) => (value / unit) - (value % unit < 0 ? 1 : 0);
}
