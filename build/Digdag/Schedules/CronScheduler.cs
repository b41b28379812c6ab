namespace Cdp.Digdag.Schedules;

/// <summary>Every schedule but <c>seconds_interval</c>: a pattern that gives session times, and a delay to the run.</summary>
/// <param name="end">The first moment after the last day.</param>
internal sealed class CronScheduler(CronClock clock, TimeSpan delay, DateTimeOffset? start, DateTimeOffset? end) : IScheduler
{
    /// <summary>Stands for "never again".</summary>
    private static readonly DateTimeOffset Finished = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public ScheduleTime First(DateTimeOffset current)
    {
        var whole = current.AddTicks(-(current.Ticks % TimeSpan.TicksPerSecond));
        return Next((whole == current ? whole.AddSeconds(-1) : whole) - delay);
    }

    public ScheduleTime Next(DateTimeOffset session)
    {
        var next = clock.Next(session);
        if (end <= next + delay)
        {
            return new(Finished, Finished);
        }

        if (start > next + delay)
        {
            next = clock.Next(start.Value.AddSeconds(-1));
        }

        return new(next, next + delay);
    }

    public ScheduleTime Last(DateTimeOffset session)
    {
        var next = clock.Next(session);
        var interval = clock.Next(next) - next;
        var before = session - interval - interval;
        for (var following = clock.Next(before); following < session; following = clock.Next(before))
        {
            before = following;
        }

        return new(before, before + delay);
    }
}
