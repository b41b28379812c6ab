namespace Cdp.Digdag.Schedules;

/// <summary><c>seconds_interval></c>: multiples of the interval since 1970.</summary>
internal sealed class SecondsScheduler(int interval, TimeSpan delay) : IScheduler
{
    public ScheduleTime First(DateTimeOffset current) => Next(current.AddTicks(-1));

    public ScheduleTime Next(DateTimeOffset session) => At(Aligned(session) + interval);

    public ScheduleTime Last(DateTimeOffset session) => At(Aligned(session.AddTicks(-1)));

    private long Aligned(DateTimeOffset time) => time.ToUnixTimeSeconds() / interval * interval;

    private ScheduleTime At(long seconds)
    {
        var time = DateTimeOffset.FromUnixTimeSeconds(seconds);
        return new(time, time + delay);
    }
}
