using System.Text.Json.Nodes;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Reports;
using Cdp.Pipeline.Steps;
using Cdp.Pipeline.Steps.Guards;

namespace Cdp.Pipeline.Runs;

/// <summary>Runs cells and remembers. Cake's graph is the plan; this adds only memory.</summary>
/// <remarks>Nothing is written before the first cell runs, so looking at a run has no effects.</remarks>
public sealed class Runner : IDisposable
{
    private readonly RunParts _parts;
    private readonly RunStore _store;
    private readonly CellInputs _inputs;
    private readonly EventLog _events;
    private readonly Dictionary<Step, IStep> _steps;
    private readonly HashSet<Phase> _shown = [];
    private WorkspaceLock? _lock;

    public Runner(RunParts parts)
    {
        _events = new(parts.Files, parts.Workspace, parts.Clock);
        parts = parts with { Prompt = new RecordedPrompt(parts.Prompt, _events) };
        _parts = parts;
        _store = new(new StateFile(parts.Files, parts.Workspace), parts);
        _inputs = new(parts, _store);
        var names = new NameGuard(parts, _store);
        var secrets = new SecretGuard(parts);
        var pusher = new Pusher(parts, _store, _inputs, names);
        var follower = new SessionFollower(parts, _store, names, secrets);
        IStep[] steps =
        [
            new GenerateStep(parts, _store, _inputs),
            new PlatformGates(new DeployStep(parts, _inputs, names, pusher, secrets), parts, _store, _inputs),
            new ExecuteStep(parts, _store, _inputs, new SessionStarter(parts, _store, pusher), follower, secrets),
            new MonitorStep(parts, _store, follower),
            new ValidateStep(parts, _store, _inputs),
        ];
        _steps = steps.ToDictionary(s => s.Step);
    }

    public RunState State => _store.State;

    public bool IsDone(Cell cell) => WhyUndone(cell) is null;

    /// <summary>Null when the cell is done, else why it is not.</summary>
    public string? WhyUndone(Cell cell) => _inputs.WhyUndone(cell);

    public async Task RunAsync(Cell cell, CancellationToken cancellation)
    {
        await BeginAsync(cancellation);
        if (IsDone(cell))
        {
            if (!_parts.Options.Exclusive)
            {
                _parts.View.Say($"{cell} is done already. Pass --exclusive to run it again.");
                return;
            }

            _store.RunAgain(cell);
        }

        ShowPhase(cell.Phase);
        _parts.View.StepStarted(cell);
        _events.Write("cell_started", Details(cell));
        var started = _parts.Clock.GetTimestamp();
        _store.Save(s => Started(s, cell));
        try
        {
            var result = await new KeyQuestion(_parts).AskedAsync(
                cell, () => _steps[cell.Step].RunAsync(_parts.Definition(cell.Phase), cancellation), cancellation);
            Ended(cell, result, _parts.Clock.GetElapsedTime(started));
        }
        catch (RetryPhaseException ex)
        {
            Failed(cell, ex, _parts.Clock.GetElapsedTime(started));
            await AgainAsync(cell.Phase, cancellation);
        }
        catch (PipelineException ex)
        {
            Failed(cell, ex, _parts.Clock.GetElapsedTime(started));
            throw;
        }
        catch (OperationCanceledException)
        {
            await new Cancelled(_parts, _store, _events).LeaveAsync(cell);
            throw;
        }
    }

    private async Task AgainAsync(Phase phase, CancellationToken cancellation)
    {
        foreach (var step in new[] { Step.Execute, Step.Monitor, Step.Validate })
        {
            await RunAsync(new(phase, step), cancellation);
        }
    }

    /// <summary>The end of a phase: its summary, and after the last one the report.</summary>
    public Task CompleteAsync(Phase phase, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (_shown.Contains(phase))
        {
            _parts.View.PhaseCompleted(phase, Summary(phase));
        }
        else if (phase is Phase.Unification && State.CompletedAt is { } completed)
        {
            _parts.View.Say(
                $"Nothing to do: run {State.PipelineId} was finished at {Texts.Time(completed)}. Begin another one with --again; its report is {_parts.Workspace.ReportFile}.");
        }
        else
        {
            _parts.View.Say($"Nothing to do: {phase.Folder()} is done in run {State.PipelineId}.");
        }

        return Task.CompletedTask;
    }

    public void Dispose() => _lock?.Dispose();

    /// <summary>The lock first, then the state: nobody else changes it from here on.</summary>
    private async Task BeginAsync(CancellationToken cancellation)
    {
        if (_lock is not null)
        {
            return;
        }

        _lock = WorkspaceLock.Take(_parts.Workspace, TimeProvider.System);
        _store.Begin();
        ResolvedConfigFile.Write(_parts);
        _events.Write("run_opened", new() { ["pipeline_id"] = State.PipelineId });
        foreach (var execution in _store.Abandoned)
        {
            await StopAsync(execution, cancellation);
        }
    }

    /// <summary>What belongs to a run that was given up must not write beside the new one.</summary>
    private async Task StopAsync(Execution execution, CancellationToken cancellation)
    {
        try
        {
            await new SessionKiller(_parts).KillAsync(execution.AttemptId!, cancellation);
        }
        catch (PipelineException ex) when (ex.ExitCode is ExitCode.StepFailed)
        {
            _parts.View.Say($"{execution.WorkflowName} of the run that was given up could not be stopped, perhaps it has ended: {ex.Message}");
        }
    }

    private RunState Started(RunState state, Cell cell) => state
        .With(cell.Phase, p => p with
        {
            Status = PhaseStatus.Running,
            StartedAt = p.StartedAt ?? _parts.Clock.GetUtcNow(),
            CompletedAt = null,
        })
        .With(cell, s => s with { Status = StepStatus.Running, StartedAt = _parts.Clock.GetUtcNow(), CompletedAt = null, Error = null })
        with
    { CompletedAt = null };

    private void Ended(Cell cell, StepResult result, TimeSpan took)
    {
        var now = _parts.Clock.GetUtcNow();
        _store.Save(s => Finished(s, cell, result, now));
        _store.Ran(cell);
        Close(cell.Phase, now);
        _events.Write("cell_ended", Details(cell, ("word", result.End.Word), ("seconds", Math.Round(took.TotalSeconds, 3))));
        _parts.View.StepEnded(cell, result.End with { Took = took });
        if (State.CompletedAt is not null)
        {
            WriteReport();
            _events.Write("run_finished", new() { ["pipeline_id"] = State.PipelineId });
        }
    }

    /// <summary>A cell that was done again as it had been leaves what comes after it done: then its phase, and the run, are finished again.</summary>
    private void Close(Phase phase, DateTimeOffset now)
    {
        if (State[phase].Status is PhaseStatus.Running && IsDone(phase))
        {
            _store.Save(s => s.With(phase, p => p with { Status = PhaseStatus.Success, CompletedAt = now }));
        }

        if (State.CompletedAt is null && PhaseNames.All.All(p => State[p].Status is PhaseStatus.Success or PhaseStatus.Skipped && IsDone(p)))
        {
            _store.Save(s => s with { CompletedAt = now });
        }
    }

    private bool IsDone(Phase phase) => Enum.GetValues<Step>().All(step => IsDone(new Cell(phase, step)));

    private static RunState Finished(RunState state, Cell cell, StepResult result, DateTimeOffset now)
    {
        var done = cell.Step is Step.Validate || result.SkipsPhase;
        state = state
            .With(cell, s => s with
            {
                Status = result.SkipsPhase ? StepStatus.Skipped : StepStatus.Done,
                Inputs = result.Inputs ?? s.Inputs,
                CompletedAt = now,
                Error = result.SkipsPhase ? result.End.Text : null,
            });
        if (done)
        {
            state = state.With(cell.Phase, p => p with
            {
                Status = result.SkipsPhase ? PhaseStatus.Skipped : PhaseStatus.Success,
                CompletedAt = now,
            });
        }

        return done && cell.Phase is Phase.Unification ? state with { CompletedAt = now } : state;
    }

    private void Failed(Cell cell, PipelineException failure, TimeSpan took)
    {
        _store.Save(s => s
            .With(cell.Phase, p => p with { Status = PhaseStatus.Failed })
            .With(cell, step => step with { Status = StepStatus.Failed, CompletedAt = _parts.Clock.GetUtcNow(), Error = failure.Message }));
        _events.Write("cell_failed", Details(cell, ("error", failure.Message)));
        _parts.View.StepEnded(cell, new(EndMark.Failed, "Failed", [], string.Empty, took));
        WriteReport();
    }

    private void ShowPhase(Phase phase)
    {
        if (_shown.Add(phase))
        {
            _parts.View.PhaseStarted(phase);
        }
    }

    private void WriteReport() => new ReportWriter(_parts).Write(State);

    private PhaseSummary Summary(Phase phase)
    {
        var state = State[phase];
        return new(
            state.FilesGenerated,
            state.Deployed ? "Success" : "Skipped",
            TimeSpan.FromSeconds(state.Executions.Sum(e => e.DurationSeconds ?? 0)),
            state.Tables.Length,
            state.Tables.Where(t => t.Counted).Sum(t => t.Rows));
    }

    private static JsonObject Details(Cell cell, params (string Key, JsonNode? Value)[] more)
    {
        var details = new JsonObject { ["cell"] = cell.ToString() };
        foreach (var (key, value) in more)
        {
            details[key] = value;
        }

        return details;
    }
}
