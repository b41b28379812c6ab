namespace Cdp.Digdag.Schedules;

/// <param name="Time">The session time.</param>
/// <param name="RunTime">When the session starts: the session time and the schedule's delay.</param>
public readonly record struct ScheduleTime(DateTimeOffset Time, DateTimeOffset RunTime);

/// <summary>When the sessions of a workflow are.</summary>
public interface IScheduler
{
    /// <summary>The first session whose run time is at or after the given time.</summary>
    ScheduleTime First(DateTimeOffset current);

    /// <summary>The session after the given session time.</summary>
    ScheduleTime Next(DateTimeOffset session);

    /// <summary>The session before the given session time; for irregular patterns digdag's estimate, which need not be one.</summary>
    ScheduleTime Last(DateTimeOffset session);
}
