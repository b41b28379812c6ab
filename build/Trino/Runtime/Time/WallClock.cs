namespace Cdp.Trino.Runtime.Time;

/// <summary>Truncation, addition and whole differences on a wall clock, in microseconds since 1970-01-01.</summary>
internal static class WallClock
{
    public static long Truncate(Unit unit, long wall)
    {
        if (unit <= Unit.Day)
        {
            return Civil.Floor(wall, unit.Length()) * unit.Length();
        }

        var days = Civil.Floor(wall, Civil.Day);
        var (year, month, _) = Civil.Date(days);
        return Civil.Day * (unit switch
        {
            Unit.Week => days - Civil.DayOfWeek(days) + 1,
            Unit.Month => Civil.Days(year, month, 1),
            Unit.Quarter => Civil.Days(year, ((month - 1) / 3 * 3) + 1, 1),
            _ => Civil.Days(year, 1, 1),
        });
    }

    public static long Add(Unit unit, long amount, long wall)
    {
        try
        {
            checked
            {
                if (unit <= Unit.Week)
                {
                    return wall + (amount * unit.Length());
                }

                var days = Civil.Floor(wall, Civil.Day);
                return wall + ((Civil.AddMonths(days, amount * unit.Months()) - days) * Civil.Day);
            }
        }
        catch (OverflowException)
        {
            throw TrinoFailure.NotCertain("A date so far away is not supported.");
        }
    }

    /// <summary>How many whole units lie between; months and years as Joda counts them, with month ends nudged.</summary>
    public static long Difference(Unit unit, long from, long to)
    {
        if (unit <= Unit.Week)
        {
            return (to - from) / unit.Length();
        }

        if (to < from)
        {
            return -Difference(unit, to, from);
        }

        return unit == Unit.Year ? Years(from, to) : Months(from, to) / unit.Months();
    }

    private static long Months(long from, long to)
    {
        var (fromYear, fromMonth, fromDay) = Civil.Date(Civil.Floor(from, Civil.Day));
        var (toYear, toMonth, toDay) = Civil.Date(Civil.Floor(to, Civil.Day));
        var months = ((toYear - fromYear) * 12) + toMonth - fromMonth;
        if (toDay == Civil.DaysIn(toYear, toMonth) && fromDay > toDay)
        {
            from -= (fromDay - toDay) * Civil.Day;
        }

        return to - Truncate(Unit.Month, to) < from - Truncate(Unit.Month, from) ? months - 1 : months;
    }

    private static long Years(long from, long to)
    {
        const long february29 = 59 * Civil.Day;
        var fromYear = Civil.Date(Civil.Floor(from, Civil.Day)).Year;
        var toYear = Civil.Date(Civil.Floor(to, Civil.Day)).Year;
        var fromRest = from - Truncate(Unit.Year, from);
        var toRest = to - Truncate(Unit.Year, to);
        if (fromRest >= february29)
        {
            if (Civil.IsLeap(fromYear))
            {
                fromRest -= Civil.IsLeap(toYear) ? 0 : Civil.Day;
            }
            else if (toRest >= february29 && Civil.IsLeap(toYear))
            {
                toRest -= Civil.Day;
            }
        }

        return toYear - fromYear - (toRest < fromRest ? 1 : 0);
    }
}
