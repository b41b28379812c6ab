using System.Collections.Immutable;

namespace Cdp.Digdag.Engine;

/// <summary>
/// Projects, revisions, workflows, sessions, attempts and schedules of one folder. Reads come from memory; a change is in
/// the journal before anyone can see it. The tasks of an attempt live in a file of their own (<see cref="AttemptFiles"/>).
/// </summary>
public sealed partial class WorkflowStore : IDisposable
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly Journal<StoreEvent> _journal;
    private readonly SortedDictionary<long, Project> _projects = [];
    private readonly SortedDictionary<long, Revision> _revisions = [];
    private readonly SortedDictionary<long, WorkflowDefinition> _workflows = [];
    private readonly SortedDictionary<long, Session> _sessions = [];
    private readonly SortedDictionary<long, Attempt> _attempts = [];
    private readonly SortedDictionary<long, Schedule> _schedules = [];
    private readonly Dictionary<(long Project, string Workflow, long Time), long> _sessionIds = [];
    private long _lastTask;

    private WorkflowStore(string folder, TimeProvider time)
    {
        _time = time;
        var path = Path.Combine(folder, "store.jsonl");
        Compact(path);
        _journal = Journal<StoreEvent>.Append(path, out var entries);
        foreach (var entry in entries)
        {
            Apply(entry);
        }
    }

    internal static WorkflowStore Open(string folder, TimeProvider time)
    {
        Directory.CreateDirectory(folder);
        return new(folder, time);
    }

    public Project? FindProject(long id) => Locked(() => _projects.GetValueOrDefault(id));

    /// <summary>Names are unique among projects that are not deleted.</summary>
    public Project? FindProject(string name) =>
        Locked(() => _projects.Values.FirstOrDefault(p => p.Name == name && p.DeletedAt is null));

    public ImmutableArray<Project> Projects() => Locked(() => _projects.Values.ToImmutableArray());

    public ImmutableArray<Revision> Revisions(long projectId) =>
        Locked(() => _revisions.Values.Where(r => r.ProjectId == projectId).Reverse().ToImmutableArray());

    public Revision? FindRevision(long id) => Locked(() => _revisions.GetValueOrDefault(id));

    public Revision? LatestRevision(long projectId) =>
        Locked(() => _revisions.Values.LastOrDefault(r => r.ProjectId == projectId));

    public Revision? FindRevision(long projectId, string name) =>
        Locked(() => _revisions.Values.LastOrDefault(r => r.ProjectId == projectId && r.Name == name));

    public WorkflowDefinition? FindWorkflow(long id) => Locked(() => _workflows.GetValueOrDefault(id));

    /// <summary>The workflow of the latest revision.</summary>
    public WorkflowDefinition? FindWorkflow(long projectId, string name) =>
        LatestRevision(projectId)?.Workflows.FirstOrDefault(w => w.Name == name);

    public Session? FindSession(long id) => Locked(() => _sessions.GetValueOrDefault(id));

    public Session? FindSession(long projectId, string workflow, DateTimeOffset time) =>
        Locked(() => _sessionIds.TryGetValue(Key(projectId, workflow, time), out var id) ? _sessions[id] : null);

    /// <summary>Newest first.</summary>
    public ImmutableArray<Session> Sessions(long? projectId = null, string? workflow = null) =>
        Locked(() => _sessions.Values
            .Where(s => (projectId is null || s.ProjectId == projectId) && (workflow is null || s.Workflow == workflow))
            .Reverse()
            .ToImmutableArray());

    public Attempt? FindAttempt(long id) => Locked(() => _attempts.GetValueOrDefault(id));

    /// <summary>Newest first; without <paramref name="includeRetried"/> only the last one of each session.</summary>
    public ImmutableArray<Attempt> Attempts(long? projectId = null, string? workflow = null, bool includeRetried = false) =>
        Locked(() => _attempts.Values
            .Where(a => (projectId is null || a.ProjectId == projectId) && (workflow is null || a.WorkflowName == workflow))
            .Where(a => includeRetried || _sessions[a.SessionId].Attempts[^1] == a.Id)
            .Reverse()
            .ToImmutableArray());

    /// <summary>In the order in which they were made.</summary>
    public ImmutableArray<Attempt> AttemptsOfSession(long sessionId) =>
        Locked(() => _sessions.TryGetValue(sessionId, out var session)
            ? session.Attempts.Select(id => _attempts[id]).ToImmutableArray()
            : []);

    public ImmutableArray<Schedule> Schedules(long? projectId = null) =>
        Locked(() => _schedules.Values.Where(s => projectId is null || s.ProjectId == projectId).ToImmutableArray());

    public Schedule? FindSchedule(long id) => Locked(() => _schedules.GetValueOrDefault(id));

    public void Dispose() => _journal.Dispose();

    internal static (long Project, string Workflow, long Time) Key(long project, string workflow, DateTimeOffset time) =>
        (project, workflow, time.ToUnixTimeSeconds());

    private T Locked<T>(Func<T> read)
    {
        lock (_gate)
        {
            return read();
        }
    }

    private void Commit(StoreEvent entry)
    {
        _journal.Write(entry);
        Apply(entry);
    }

    private void Apply(StoreEvent entry)
    {
        switch (entry)
        {
            case ProjectPut e:
                _projects[e.Project.Id] = e.Project;
                break;
            case RevisionPut e:
                _revisions[e.Revision.Id] = e.Revision;
                foreach (var workflow in e.Revision.Workflows)
                {
                    _workflows[workflow.Id] = workflow;
                }

                break;
            case SessionPut e:
                _sessions[e.Session.Id] = e.Session;
                _sessionIds[Key(e.Session.ProjectId, e.Session.Workflow, e.Session.SessionTime)] = e.Session.Id;
                break;
            case AttemptPut e:
                _attempts[e.Attempt.Id] = e.Attempt;
                break;
            case Started e:
                Apply(new SessionPut(e.Session));
                Apply(new AttemptPut(e.Attempt));
                break;
            case SchedulePut e:
                _schedules[e.Schedule.Id] = e.Schedule;
                break;
            case ScheduleGone e:
                _schedules.Remove(e.Id);
                break;
            case LastTask e:
                _lastTask = Math.Max(_lastTask, e.Id);
                break;
        }
    }
}
