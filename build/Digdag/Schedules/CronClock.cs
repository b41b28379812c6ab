using Cdp.Digdag.Language;

namespace Cdp.Digdag.Schedules;

/// <summary>Finds when a pattern matches next, going through local time field by field as cron4j does.</summary>
internal sealed class CronClock(CronPattern pattern, TimeZoneInfo zone)
{
    /// <summary>A pattern with no date in so many years has none at all; digdag would look for ever.</summary>
    private const int MaxYears = 60;

    /// <summary>The first matching minute after the one in which the time lies.</summary>
    public DateTimeOffset Next(DateTimeOffset after)
    {
        var start = WholeMinute(after).AddMinutes(1);
        var local = TimeZoneInfo.ConvertTime(start, zone).DateTime;
        return pattern.Alternatives.Any(a => a.Matches(local))
            ? start
            : pattern.Alternatives.Select(a => Next(a, local)).Min();
    }

    private DateTimeOffset Next(CronAlternative alternative, DateTime from)
    {
        for (var time = NextMinute(alternative, from); ; time = NextMinute(alternative, time.Date.AddDays(1)))
        {
            if (alternative.DaysOfWeek.Matches((int)time.DayOfWeek))
            {
                return Instant(time);
            }

            if (time.Year > from.Year + MaxYears)
            {
                throw Never();
            }
        }
    }

    /// <summary>The first local minute at or after the given one that matches all fields but the day of the week.</summary>
    private DateTime NextMinute(CronAlternative alternative, DateTime from)
    {
        for (var day = from.Date; day.Year <= from.Year + MaxYears && day.Year < 9000; day = NextDay(alternative, day))
        {
            if (!alternative.Months.Matches(day.Month) || !alternative.MatchesDay(day.Day, day.Month, day.Year))
            {
                continue;
            }

            for (var minute = day == from.Date ? (int)from.TimeOfDay.TotalMinutes : 0; minute < 24 * 60; minute++)
            {
                if (!alternative.Hours.Matches(minute / 60))
                {
                    minute += 59 - (minute % 60);
                }
                else if (alternative.Minutes.Matches(minute % 60))
                {
                    return day.AddMinutes(minute);
                }
            }
        }

        throw Never();
    }

    private static DateTime NextDay(CronAlternative alternative, DateTime day) =>
        alternative.Months.Matches(day.Month) ? day.AddDays(1) : new DateTime(day.Year, day.Month, 1).AddMonths(1);

    /// <summary>A local time that does not exist moves forward; of one that exists twice the later is meant, as in Java's calendar.</summary>
    private DateTimeOffset Instant(DateTime local) => new(local, OffsetOf(local));

    private TimeSpan OffsetOf(DateTime local) =>
        zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Min()
        : zone.IsInvalidTime(local) ? zone.GetUtcOffset(local.AddHours(-3))
        : zone.GetUtcOffset(local);

    private static DateTimeOffset WholeMinute(DateTimeOffset time)
    {
        var utc = time.ToUniversalTime();
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMinute));
    }

    private DigdagConfigException Never() =>
        new($"The schedule \"{pattern.Text}\" has no date: no day matches all of its fields", "invalid pattern");
}
