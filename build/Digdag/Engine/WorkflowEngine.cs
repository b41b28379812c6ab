using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Cdp.Digdag.Language;
using Cdp.Digdag.Operators;

namespace Cdp.Digdag.Engine;

/// <summary>
/// Runs digdag workflows on this machine. All state is in one folder and survives a kill at any instant: what was running
/// then is marked lost when the folder is opened again. One process may have a folder open.
/// </summary>
public sealed partial class WorkflowEngine : IAsyncDisposable
{
    private readonly string _folder;
    private readonly TaskRunner _runner = new(new OperatorCatalog());
    private readonly ConcurrentDictionary<long, AttemptRun> _runs = [];

    private WorkflowEngine(string folder, EngineOptions options)
    {
        _folder = folder;
        Options = options;
        Store = WorkflowStore.Open(folder, options.Time);
        Logs = new(Path.Combine(folder, "logs"));
        Directory.CreateDirectory(Path.Combine(folder, "attempts"));
        foreach (var attempt in Store.Attempts(includeRetried: true).Where(a => !a.Done))
        {
            Recover(attempt);
        }
    }

    /// <summary>Told of every attempt that is done, after that is on disk. Must not block.</summary>
    public Action<Attempt>? AttemptFinished { get; set; }

    public EngineOptions Options { get; }

    public WorkflowStore Store { get; }

    public TaskLogs Logs { get; }

    public int Running => _runs.Count;

    public static WorkflowEngine Open(string folder, EngineOptions options) => new(folder, options);

    /// <summary>
    /// Starts an attempt. A session time that was used before gives the existing attempt with
    /// <see cref="StartResult.Conflict"/> set, whatever became of it.
    /// </summary>
    /// <exception cref="EngineException">No such workflow or resumed task; too many tasks or attempts.</exception>
    public StartResult Start(StartRequest start)
    {
        var workflow = Store.FindWorkflow(start.WorkflowId)
            ?? throw new EngineException(EngineFault.NotFound, $"Resource does not exist: workflow definition id={start.WorkflowId}");
        var resuming = start.Resume is { } resume ? Resuming(resume) : [];
        AttemptRun? run = null;
        var result = Store.Begin(workflow, start, (session, attempt) =>
        {
            CheckAttempts();
            _ = Sla.Due(workflow.Config, Options.Time.GetUtcNow(), workflow.Timezone);
            var planned = Compiled(workflow);
            attempt = attempt with { Params = WithScheduleTimes(workflow, attempt) };
            run = new(ContextOf(attempt), Journal<Turn>.Create(TasksPath(attempt.Id)), resuming);
            PlanOrRefuse(run, planned);
            return attempt;
        });
        if (!result.Conflict && run is not null)
        {
            _runs[result.Attempt.Id] = run;
            run.Go();
            Watch(run, Options.AttemptTtl, () => Kill(run.Context.Attempt.Id));
            if (Sla.Due(workflow.Config, Options.Time.GetUtcNow(), workflow.Timezone) is { } due)
            {
                Watch(run, due, () => run.AddSla(workflow.Config));
            }
        }

        return result;
    }

    /// <summary>Asks an attempt to end; false when it is already done or asked.</summary>
    public bool Kill(long attemptId)
    {
        var attempt = Store.FindAttempt(attemptId)
            ?? throw new EngineException(EngineFault.NotFound, $"Resource does not exist: attempt id={attemptId}");
        if (!_runs.TryGetValue(attemptId, out var run) || attempt.CancelRequested || !run.RequestCancel())
        {
            return false;
        }

        Store.Change(attemptId, a => a with { CancelRequested = true });
        return true;
    }

    /// <summary>The tasks of an attempt in order of id; of a finished one they come from its file.</summary>
    public ImmutableArray<TaskView> Tasks(long attemptId) =>
        _runs.TryGetValue(attemptId, out var run)
            ? [.. run.Tasks()]
            : [.. TaskTable.Of(Journal<Turn>.Read(TasksPath(attemptId))).All.Select(t => t.View())];

    /// <summary>Ends when the attempt is done and that is on disk.</summary>
    public async Task<Attempt> WaitAsync(long attemptId, CancellationToken cancellation)
    {
        if (_runs.TryGetValue(attemptId, out var run))
        {
            await run.Done.WaitAsync(cancellation);
        }

        return Store.FindAttempt(attemptId)
            ?? throw new EngineException(EngineFault.NotFound, $"Resource does not exist: attempt id={attemptId}");
    }

    /// <summary>Ends when no attempt runs.</summary>
    public async Task WaitForIdleAsync(CancellationToken cancellation)
    {
        while (_runs.Values.FirstOrDefault() is { } run)
        {
            await run.Done.WaitAsync(cancellation);
        }
    }

    /// <summary>Stops at once; attempts that were running are lost when the folder is opened again.</summary>
    public ValueTask DisposeAsync()
    {
        foreach (var run in _runs.Values)
        {
            run.Dispose();
        }

        Store.Dispose();
        return ValueTask.CompletedTask;
    }

    internal void WhenDone(long attemptId, Action then)
    {
        if (_runs.TryGetValue(attemptId, out var run))
        {
            _ = run.Done.ContinueWith(_ => then(), TaskScheduler.Default);
        }
        else
        {
            then();
        }
    }

    internal void Finish(AttemptRun run, bool success, string? lost)
    {
        var id = run.Context.Attempt.Id;
        Attempt Finished(Attempt a) =>
            a with { Done = true, Success = success, FinishedAt = Options.Time.GetUtcNow(), Lost = lost };
        var finished = lost is null ? Store.Change(id, Finished) : Store.ChangeIfPossible(id, Finished);
        _runs.TryRemove(id, out _);
        run.Dispose();
        AttemptFinished?.Invoke(finished);
    }

    private string TasksPath(long attemptId) =>
        Path.Combine(_folder, "attempts", attemptId.ToString(CultureInfo.InvariantCulture) + ".jsonl");

    private ImmutableArray<CompiledTask> Compiled(WorkflowDefinition workflow)
    {
        try
        {
            return DigdagLanguage.Compile("", "+" + workflow.Name, workflow.Config);
        }
        catch (TaskFailure ex)
        {
            throw new EngineException(EngineFault.Invalid, ex.Message);
        }
    }

    private static void PlanOrRefuse(AttemptRun run, ImmutableArray<CompiledTask> planned)
    {
        try
        {
            run.Plan(planned);
        }
        catch (Exception ex) when (ex is TaskFailure or EngineException)
        {
            run.Dispose();
            throw ex is TaskFailure ? new EngineException(EngineFault.Invalid, ex.Message) : ex;
        }
    }

    private AttemptContext ContextOf(Attempt attempt) => new()
    {
        Engine = this,
        Attempt = attempt,
        Revision = Store.FindRevision(Store.FindWorkflow(attempt.WorkflowId)!.RevisionId)!,
        Zone = ZoneName.Find(attempt.Timezone),
        Runner = _runner,
    };

    private void CheckAttempts()
    {
        if (_runs.Count + 1 > Options.MaxAttempts)
        {
            throw new EngineException(
                EngineFault.Invalid, $"Too many attempts running. Limit: {Options.MaxAttempts}, Current: {_runs.Count}");
        }
    }

    private JsonObject WithScheduleTimes(WorkflowDefinition workflow, Attempt attempt) =>
        SessionTimes.Add(workflow, attempt, Store.Sessions(workflow.ProjectId, workflow.Name));

    private void Watch(AttemptRun run, TimeSpan due, Action then)
    {
        var timer = Options.Time.CreateTimer(_ => then(), null, due, Timeout.InfiniteTimeSpan);
        _ = run.Done.ContinueWith(_ => timer.Dispose(), TaskScheduler.Default);
    }
}
