using System.Collections.Immutable;
using Cdp.Digdag.Language;

namespace Cdp.Digdag.Engine;

public sealed partial class WorkflowStore
{
    /// <summary>Makes the project when it is new. Pushing a revision name again is a conflict, as on digdag.</summary>
    public (Project Project, Revision Revision) Push(PushRequest push)
    {
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            var known = _projects.Values.FirstOrDefault(p => p.Name == push.Project && p.DeletedAt is null);
            var project = known is null ? new Project(_projects.Count + 1, push.Project, now) : known with { UpdatedAt = now };
            if (_revisions.Values.Any(r => r.ProjectId == project.Id && r.Name == push.Revision))
            {
                throw new EngineException(EngineFault.Conflict, $"Revision already exists: {push.Revision}");
            }

            var id = _revisions.Count + 1L;
            var revision = new Revision(id, project.Id, push.Revision, push.Folder, push.ArchiveMd5, now)
            {
                DefaultParams = push.DefaultParams,
                Workflows =
                [
                    .. push.Workflows.Select((w, i) => new WorkflowDefinition(
                        _workflows.Count + 1 + i, project.Id, id, push.Revision, w.Name, w.Timezone, w.Config)),
                ],
            };
            Commit(new ProjectPut(project));
            Commit(new RevisionPut(revision));
            _journal.Sync();
            return (project, revision);
        }
    }

    public Project Delete(long projectId)
    {
        lock (_gate)
        {
            var project = _projects.GetValueOrDefault(projectId)
                ?? throw new EngineException(EngineFault.NotFound, $"Resource does not exist: project id={projectId}");
            var gone = project with { DeletedAt = _time.GetUtcNow() };
            Commit(new ProjectPut(gone));
            foreach (var schedule in _schedules.Values.Where(s => s.ProjectId == projectId).ToList())
            {
                Commit(new ScheduleGone(schedule.Id));
            }

            return gone;
        }
    }

    /// <summary>Sets the schedules of a project to exactly these; a workflow that had one keeps its id.</summary>
    public ImmutableArray<Schedule> Reschedule(long projectId, IEnumerable<Schedule> schedules)
    {
        lock (_gate)
        {
            var old = _schedules.Values.Where(s => s.ProjectId == projectId).ToDictionary(s => s.Workflow);
            var next = _schedules.Keys.LastOrDefault() + 1;
            var kept = new HashSet<long>();
            foreach (var schedule in schedules)
            {
                var same = old.GetValueOrDefault(schedule.Workflow);
                var put = schedule with { Id = same?.Id ?? next++, ProjectId = projectId, DisabledAt = same?.DisabledAt };
                kept.Add(put.Id);
                Commit(new SchedulePut(put));
            }

            foreach (var gone in old.Values.Where(s => !kept.Contains(s.Id)))
            {
                Commit(new ScheduleGone(gone.Id));
            }

            return [.. _schedules.Values.Where(s => s.ProjectId == projectId)];
        }
    }

    public void Put(Schedule schedule)
    {
        lock (_gate)
        {
            Commit(new SchedulePut(schedule));
        }
    }

    internal long NextTaskIds(int count)
    {
        lock (_gate)
        {
            var first = _lastTask + 1;
            _lastTask += count;
            return first;
        }
    }

    internal void TasksUpTo(long id)
    {
        lock (_gate)
        {
            _lastTask = Math.Max(_lastTask, id);
        }
    }

    /// <summary>
    /// For an attempt that is lost because nothing can be written any more: it is so in memory at least, and opening the
    /// store again comes to the same result.
    /// </summary>
    internal Attempt ChangeIfPossible(long attemptId, Func<Attempt, Attempt> change)
    {
        try
        {
            return Change(attemptId, change);
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            lock (_gate)
            {
                return _attempts[attemptId] = change(_attempts[attemptId]);
            }
        }
    }

    internal Attempt Change(long attemptId, Func<Attempt, Attempt> change)
    {
        lock (_gate)
        {
            var changed = change(_attempts[attemptId]);
            if (changed.Done)
            {
                Commit(new LastTask(_lastTask));
            }

            Commit(new AttemptPut(changed));
            return changed;
        }
    }

    /// <summary>
    /// The attempt that a start makes, or the one that is in its way. <paramref name="begin"/> writes the attempt's tasks
    /// and runs before the attempt itself is recorded, so that an attempt without tasks cannot exist.
    /// </summary>
    internal StartResult Begin(WorkflowDefinition workflow, StartRequest start, Func<Session, Attempt, Attempt> begin)
    {
        lock (_gate)
        {
            var time = DateTimeOffset.FromUnixTimeSeconds(start.SessionTime.ToUnixTimeSeconds()).ToOffset(start.SessionTime.Offset);
            var known = _sessionIds.TryGetValue(Key(workflow.ProjectId, workflow.Name, time), out var sessionId)
                ? _sessions[sessionId]
                : null;
            if (Existing(known, start.RetryAttemptName) is { } existing)
            {
                return new(existing, true);
            }

            var newSession = known ?? NewSession(workflow, time);
            var attempt = new Attempt
            {
                Id = _attempts.Count + 1,
                Index = newSession.Attempts.Length + 1,
                SessionId = newSession.Id,
                SessionUuid = newSession.Uuid,
                SessionTime = newSession.SessionTime,
                ProjectId = workflow.ProjectId,
                ProjectName = _projects[workflow.ProjectId].Name,
                WorkflowId = workflow.Id,
                WorkflowName = workflow.Name,
                Timezone = workflow.Timezone,
                RetryAttemptName = start.RetryAttemptName,
                Params = start.Params,
                CreatedAt = _time.GetUtcNow(),
            };
            attempt = begin(newSession, attempt);
            Commit(new Started(newSession with { Attempts = newSession.Attempts.Add(attempt.Id) }, attempt));
            _journal.Sync();
            return new(attempt, false);
        }
    }

    private Session NewSession(WorkflowDefinition workflow, DateTimeOffset time)
    {
        var id = _sessions.Count + 1L;
        var uuid = StableId.Text($"session {id} {workflow.ProjectId} {workflow.Name} {time.ToUnixTimeSeconds()}");
        return new(id, uuid, workflow.ProjectId, workflow.Name, time, []);
    }

    /// <summary>A name is unique in its session; an attempt without a name conflicts with one without a name.</summary>
    private Attempt? Existing(Session? session, string? retryAttemptName)
    {
        var attempts = session is null ? [] : session.Attempts.Select(id => _attempts[id]).ToList();
        if (!attempts.Exists(a => a.RetryAttemptName == retryAttemptName))
        {
            return null;
        }

        return retryAttemptName is null ? attempts[^1] : attempts.Find(a => a.RetryAttemptName == retryAttemptName);
    }

    private static void Compact(string path)
    {
        var written = Journal<StoreEvent>.Read(path);
        var entries = written
            .SelectMany(e => e is Started s ? new StoreEvent[] { new SessionPut(s.Session), new AttemptPut(s.Attempt) } : [e])
            .ToList();
        var last = new Dictionary<object, int>();
        for (var i = 0; i < entries.Count; i++)
        {
            last[Subject(entries[i])] = i;
        }

        if (last.Count > written.Count / 2)
        {
            return;
        }

        var fresh = path + ".new";
        using (var journal = Journal<StoreEvent>.Create(fresh))
        {
            foreach (var i in last.Values.Order().Where(i => entries[i] is not ScheduleGone))
            {
                journal.Write(entries[i]);
            }

            journal.Sync();
        }

        File.Move(fresh, path, overwrite: true);
    }

    private static object Subject(StoreEvent entry) => entry switch
    {
        ProjectPut e => ("project", e.Project.Id),
        RevisionPut e => ("revision", e.Revision.Id),
        SessionPut e => ("session", e.Session.Id),
        AttemptPut e => ("attempt", e.Attempt.Id),
        SchedulePut e => ("schedule", e.Schedule.Id),
        ScheduleGone e => ("schedule", e.Id),
        _ => "tasks",
    };
}
