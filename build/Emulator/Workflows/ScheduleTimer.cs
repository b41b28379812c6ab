using Cdp.Digdag.Engine;
using Cdp.Emulator.Hosting;

namespace Cdp.Emulator.Workflows;

/// <summary>Starts the sessions of schedules when they are due, in an emulator that was asked to stay.</summary>
internal sealed class ScheduleTimer : IDisposable
{
    // Longer ones than this a timer does not take; it then looks again.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly ProjectSchedules _schedules;
    private readonly TimeProvider _clock;
    private readonly EmulatorLog _log;
    private readonly ITimer _timer;

    public ScheduleTimer(ProjectSchedules schedules, TimeProvider clock, EmulatorLog log)
    {
        _schedules = schedules;
        _clock = clock;
        _log = log;
        _timer = clock.CreateTimer(_ => Fire(), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        schedules.Changed += Rearm;
    }

    public void Dispose()
    {
        _schedules.Changed -= Rearm;
        _timer.Dispose();
    }

    private void Fire()
    {
        foreach (var due in _schedules.TakeDue())
        {
            Start(due);
        }

        Rearm();
    }

    /// <summary>One that cannot start leaves the others that are due alone.</summary>
    private void Start(Schedule due)
    {
        try
        {
            _log.Write($"schedule {due.Id}: session {due.NextScheduleTime:O} of workflow '{due.Workflow}'");
            _schedules.Start(due);
        }
        catch (EngineException ex)
        {
            _log.Write($"a scheduled session could not be started: {ex.Message}");
        }
    }

    private void Rearm()
    {
        if (_schedules.NextRunTime is not { } next)
        {
            return;
        }

        var wait = next - _clock.GetUtcNow();
        _timer.Change(wait < TimeSpan.Zero ? TimeSpan.Zero : wait > Longest ? Longest : wait, Timeout.InfiniteTimeSpan);
    }
}
