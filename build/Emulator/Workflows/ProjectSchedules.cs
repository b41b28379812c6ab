using Cdp.Digdag.Engine;
using Cdp.Digdag.Schedules;
using Cdp.Emulator.Http;

namespace Cdp.Emulator.Workflows;

/// <summary>The schedules of pushed projects: when they come next, and what skips, stops or repeats them.</summary>
internal sealed class ProjectSchedules(WorkflowEngine engine, TimeProvider clock)
{
    private readonly WorkflowStore _store = engine.Store;

    /// <summary>Another session may be the next one now.</summary>
    public event Action? Changed;

    public DateTimeOffset? NextRunTime => _store.Schedules().Select(s => (DateTimeOffset?)s.NextRunTime).Min();

    /// <param name="begin">Sessions begin at this time; null for now.</param>
    public void Take(Project project, Revision revision, DateTimeOffset? begin, ScheduleSwitches switches)
    {
        if (switches.Skip)
        {
            return;
        }

        var planned =
            from workflow in revision.Workflows
            let scheduler = Scheduler.Of(workflow.Config, workflow.Timezone)
            where scheduler is not null
            let first = scheduler.First(begin ?? clock.GetUtcNow())
            select new Schedule(0, project.Id, workflow.Name, workflow.Id, first.RunTime, first.Time);
        foreach (var schedule in _store.Reschedule(project.Id, planned).Where(s => switches.Clears(s.Workflow)))
        {
            _store.Put(schedule with { DisabledAt = null });
        }

        Changed?.Invoke();
    }

    public Schedule Existing(long id) =>
        _store.FindSchedule(id)
        ?? throw ApiException.NotFound(FormattableString.Invariant($"Resource does not exist: schedule id={id}"));

    public Schedule Disable(Schedule schedule) => Put(schedule with { DisabledAt = schedule.DisabledAt ?? clock.GetUtcNow() });

    public Schedule Enable(Schedule schedule) => Put(schedule with { DisabledAt = null });

    public Schedule Skip(Schedule schedule, SkipRequest skip)
    {
        var scheduler = Of(schedule);
        var next = scheduler.First(skip.From);
        for (var i = 0; i < skip.Count; i++)
        {
            next = scheduler.Next(next.Time);
        }

        if (schedule.NextScheduleTime >= next.Time)
        {
            throw ApiException.Conflict("Specified time to skip schedules is already past");
        }

        var skipped = schedule with { NextScheduleTime = next.Time, NextRunTime = skip.RunTime ?? next.RunTime };
        return skip.DryRun ? skipped : Put(skipped);
    }

    /// <summary>The sessions from the given time up to the schedule's next one, the oldest first.</summary>
    public IReadOnlyList<DateTimeOffset> Past(Schedule schedule, DateTimeOffset from, int? count)
    {
        var scheduler = Of(schedule);
        var times = new List<DateTimeOffset>();
        for (var time = scheduler.First(from).Time;
            time < schedule.NextScheduleTime && times.Count < (count ?? int.MaxValue);
            time = scheduler.Next(time).Time)
        {
            times.Add(time);
        }

        return count is { } wanted && times.Count < wanted
            ? throw ApiException.BadRequest(FormattableString.Invariant(
                $"count is set to {wanted} but there are only {times.Count} attempts until the next schedule time"))
            : times;
    }

    /// <summary>What is due, as it was; each moves on to its next session, also the disabled ones.</summary>
    public IReadOnlyList<Schedule> TakeDue()
    {
        var now = clock.GetUtcNow();
        var due = _store.Schedules().Where(s => s.NextRunTime <= now).ToList();
        foreach (var schedule in due)
        {
            var next = Of(schedule).Next(schedule.NextScheduleTime);
            _store.Put(schedule with { NextRunTime = next.RunTime, NextScheduleTime = next.Time });
        }

        return [.. due.Where(s => s.DisabledAt is null)];
    }

    public void Start(Schedule due) => engine.Start(new StartRequest(due.WorkflowId, due.NextScheduleTime));

    private IScheduler Of(Schedule schedule)
    {
        var workflow = Projects.Workflow(_store, schedule.WorkflowId);
        return Scheduler.Of(workflow.Config, workflow.Timezone)!;
    }

    private Schedule Put(Schedule schedule)
    {
        _store.Put(schedule);
        Changed?.Invoke();
        return schedule;
    }
}

/// <param name="From">With <paramref name="Count"/>: how many sessions after the first one from here; without: the session itself.</param>
internal sealed record SkipRequest(DateTimeOffset From, int Count, DateTimeOffset? RunTime, bool DryRun);
