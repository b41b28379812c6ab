using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Cdp.Pipeline.Ports;
using TaskStatus = Cdp.Pipeline.Ports.TaskStatus;

namespace Cdp.Pipeline.Tests.Fakes;

/// <summary>A platform in memory, with digdag's rule that a session time is used once.</summary>
internal sealed class FakePlatform : IPlatform
{
    private readonly Dictionary<string, Attempt> _attempts = [];
    private readonly HashSet<string> _databases = [];
    private int _next = 100;

    public string Name => "fake";

    /// <summary>Every effect, in order.</summary>
    public List<string> Effects { get; } = [];

    /// <summary>How attempts of a workflow end, one after another; without a plan they succeed.</summary>
    public Dictionary<string, Queue<AttemptStatus>> Ends { get; } = [];

    /// <summary>The message of the failed task of each workflow.</summary>
    public Dictionary<string, string> Errors { get; } = [];

    public Dictionary<string, List<TableDescription>> Tables { get; } = [];

    /// <summary>Called before the effect: a test may throw here.</summary>
    public Action<string> Before { get; set; } = _ => { };

    /// <summary>Before a push or a start: a test may never let it end.</summary>
    public Func<string, CancellationToken, Task> Waits { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>The tasks of an attempt, where they are not the usual failed ones.</summary>
    public Func<Attempt, IReadOnlyList<TaskStatus>?> Tasks { get; set; } = _ => null;

    /// <summary>The log of an attempt and, where it is asked for one, a task.</summary>
    public Func<string, string?, string> Log { get; set; } = (attempt, _) => $"log of {attempt}\n";

    /// <summary>Keys of each project's secrets.</summary>
    public Dictionary<string, HashSet<string>> Secrets { get; } = [];

    /// <summary>Called after the effect, before the caller learns of it: a lost answer.</summary>
    public Action<string> After { get; set; } = _ => { };

    /// <summary>What a query is answered.</summary>
    public Func<QueryRequest, QueryResult> Answer { get; set; } = _ => new([new("n", "bigint")], [[JsonValue.Create(7)]], null, null);

    public IReadOnlyCollection<Attempt> Attempts => _attempts.Values;

    /// <summary>The files of each deployed project.</summary>
    public Dictionary<string, Dictionary<string, string>> Deployed { get; } = [];

    public Dictionary<string, DeployedProject> Projects { get; } = [];

    public List<WorkflowSchedule> Schedules { get; } = [];

    public List<PlatformTool> Tools { get; } = [];

    public AccountInfo Account { get; set; } = new("1", "fake", "fake@example.com", true, ImmutableSortedDictionary<string, string>.Empty);

    public DateTimeOffset ServerTime { get; set; }

    public Task<IReadOnlyList<PlatformTool>> ListToolsAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<PlatformTool>>(Tools);

    public Task<AccountInfo> GetAccountAsync(CancellationToken cancellation) => Task.FromResult(Account);

    public Task<DateTimeOffset> GetServerTimeAsync(CancellationToken cancellation) => Task.FromResult(ServerTime);

    public Task<DeployedProject?> FindProjectAsync(string project, CancellationToken cancellation) =>
        Task.FromResult(Projects.GetValueOrDefault(project));

    public Task DeleteProjectAsync(string project, CancellationToken cancellation) =>
        Effect($"delete {project}", () => Projects.Remove(project));

    public Task<IReadOnlyDictionary<string, string>> DownloadProjectAsync(string project, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(Deployed[project]);

    public Task<IReadOnlyList<WorkflowSchedule>> ListSchedulesAsync(string project, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<WorkflowSchedule>>([.. Schedules.Where(s => s.Project == project)]);

    public Task SetScheduleEnabledAsync(string project, string workflow, bool enabled, CancellationToken cancellation) =>
        Effect($"{(enabled ? "enable" : "disable")} {workflow}", () =>
        {
            var index = Schedules.FindIndex(s => s.Project == project && s.Workflow == workflow);
            return Schedules[index] = Schedules[index] with { Enabled = enabled };
        });

    public async Task<PushedRevision> PushAsync(ProjectPush push, CancellationToken cancellation)
    {
        await Waits($"push {push.Project}", cancellation);
        return await Effect($"push {push.Project}", () =>
        {
            Projects[push.Project] = new("1", push.Project, push.Revision);
            return new PushedRevision("1", push.Project, push.Revision);
        });
    }

    public async Task<Attempt> StartAsync(WorkflowStart start, CancellationToken cancellation)
    {
        await Waits($"start {start.Workflow}", cancellation);
        return await StartAsync(start);
    }

    private Task<Attempt> StartAsync(WorkflowStart start)
    {
        Before($"ask for {start.Workflow}");
        var known = _attempts.Values.FirstOrDefault(a => a.Workflow == start.Workflow && a.SessionTime == start.SessionTime);
        return known is not null
            ? Task.FromResult(known with { Adopted = true })
            : Effect($"start {start.Workflow}", () => New(start.Project, start.Workflow, start.SessionTime, $"s{_next}"));
    }

    public Task<Attempt> GetAttemptAsync(string attemptId, CancellationToken cancellation)
    {
        Before($"look at {attemptId}");
        var attempt = _attempts[attemptId];
        if (attempt.Status is AttemptStatus.Running)
        {
            var end = Ends.TryGetValue(attempt.Workflow, out var ends) && ends.TryDequeue(out var next) ? next : AttemptStatus.Success;
            _attempts[attemptId] = attempt = attempt with { Status = end, FinishedAt = attempt.CreatedAt?.AddSeconds(5) };
        }

        return Task.FromResult(attempt);
    }

    public Task<Attempt> GetLatestAttemptAsync(string sessionId, CancellationToken cancellation) =>
        GetAttemptAsync(_attempts.Values.Last(a => a.SessionId == sessionId).AttemptId, cancellation);

    public Task<Attempt> RetryAsync(string attemptId, RetryMode mode, string attemptName, CancellationToken cancellation) =>
        Effect($"retry {_attempts[attemptId].Workflow} {attemptName}", () =>
        {
            var old = _attempts[attemptId];
            return New(old.Project, old.Workflow, old.SessionTime, old.SessionId);
        });

    public Task KillAsync(string attemptId, CancellationToken cancellation) =>
        Effect($"kill {_attempts[attemptId].Workflow}", () => _attempts[attemptId] = _attempts[attemptId] with { Status = AttemptStatus.Killed });

    public Task<IReadOnlyList<TaskStatus>> GetTasksAsync(string attemptId, CancellationToken cancellation)
    {
        var workflow = _attempts[attemptId].Workflow;
        if (Tasks(_attempts[attemptId]) is { } scripted)
        {
            return Task.FromResult(scripted);
        }

        IReadOnlyList<TaskStatus> tasks =
        [
            new($"+{workflow}", true, "group_error", null),
            new($"+{workflow}+load", false, "error", new JsonObject { ["message"] = Errors.GetValueOrDefault(workflow, "boom") }),
        ];
        return Task.FromResult(tasks);
    }

    public Task<string> GetLogAsync(string attemptId, string? taskName, CancellationToken cancellation) =>
        Task.FromResult(Log(attemptId, taskName));

    /// <summary>Called before databases are listed: a test may throw here.</summary>
    public Action BeforeList { get; set; } = () => { };

    public Task<IReadOnlyList<string>> ListDatabasesAsync(CancellationToken cancellation)
    {
        BeforeList();
        return Task.FromResult<IReadOnlyList<string>>([.. _databases]);
    }

    public Task CreateDatabaseAsync(string database, CancellationToken cancellation) =>
        Effect($"create {database}", () => _databases.Add(database));

    public Task DropDatabaseAsync(string database, CancellationToken cancellation) =>
        Effect($"drop {database}", () => _databases.Remove(database));

    public Task<IReadOnlyList<TableDescription>> DescribeTablesAsync(string database, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<TableDescription>>(Tables.GetValueOrDefault(database, []));

    public Task<QueryResult> QueryAsync(QueryRequest request, CancellationToken cancellation) =>
        Task.FromResult(Answer(request));

    public Task<IReadOnlyList<string>> ListSecretsAsync(string project, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<string>>([.. Secrets.GetValueOrDefault(project, [])]);

    public Task SetSecretAsync(string project, string key, Secret value, CancellationToken cancellation) =>
        Effect($"secret {key}", () => Secrets.TryGetValue(project, out var keys) ? keys.Add(key) : (Secrets[project] = [key]).Count > 0);

    /// <summary>Somebody else removes a database.</summary>
    public void Lose(string database) => _databases.Remove(database);

    /// <summary>Somebody else starts the session again.</summary>
    public Attempt RetryElsewhere(string attemptId)
    {
        var old = _attempts[attemptId];
        return New(old.Project, old.Workflow, old.SessionTime, old.SessionId);
    }

    private Attempt New(string project, string workflow, DateTimeOffset time, string session)
    {
        var attempt = new Attempt($"{_next++}", session, project, workflow, time, AttemptStatus.Running, false, time, null);
        _attempts[attempt.AttemptId] = attempt;
        return attempt;
    }

    private Task<T> Effect<T>(string name, Func<T> act)
    {
        Before(name);
        Effects.Add(name);
        var result = act();
        After(name);
        return Task.FromResult(result);
    }
}
