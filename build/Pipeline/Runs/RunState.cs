using System.Collections.Immutable;
using Cdp.Pipeline.Checks;

namespace Cdp.Pipeline.Runs;

/// <summary><c>pipeline_state.json</c>: where a run stands. The seed's schema, with what resuming needs besides.</summary>
public sealed record RunState
{
    public const int CurrentVersion = 1;

    public int SchemaVersion { get; init; } = CurrentVersion;

    /// <summary><c>yyyyMMdd-HHmmss</c>, UTC.</summary>
    public required string PipelineId { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Set when Unification-Validate was accepted: the run is finished.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    public required GlobalState GlobalConfig { get; init; }

    public ImmutableSortedDictionary<string, PhaseState> Phases { get; init; } =
        PhaseNames.All.ToImmutableSortedDictionary(p => p.Folder(), _ => new PhaseState(), StringComparer.Ordinal);

    /// <summary>The runs before this one in the workspace, oldest first.</summary>
    public ImmutableArray<EarlierRun> Runs { get; init; } = [];

    public PhaseState this[Phase phase] => Phases[phase.Folder()];

    public StepState Of(Cell cell) => this[cell.Phase][cell.Step];

    public RunState With(Phase phase, Func<PhaseState, PhaseState> change) =>
        this with { Phases = Phases.SetItem(phase.Folder(), change(this[phase])) };

    public RunState With(Cell cell, Func<StepState, StepState> change) => With(cell.Phase, p => p.With(cell.Step, change));
}

public sealed record GlobalState(string TdEndpoint, string Client, string Platform, string Environment);

/// <param name="Status">finished or abandoned.</param>
public sealed record EarlierRun(string PipelineId, DateTimeOffset StartedAt, DateTimeOffset EndedAt, string Status);

public enum StepStatus
{
    Pending,
    Running,
    Done,
    Failed,
    Skipped,
}

/// <param name="Inputs">What the step was done for, as a hash; other inputs make it undone.</param>
/// <param name="Error">Why it failed, or what was accepted.</param>
public sealed record StepState(
    StepStatus Status = StepStatus.Pending,
    string? Inputs = null,
    DateTimeOffset? StartedAt = null,
    DateTimeOffset? CompletedAt = null,
    string? Error = null);

public sealed record PhaseState
{
    /// <summary>pending, running, success, failed or skipped.</summary>
    public PhaseStatus Status { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    public ImmutableSortedDictionary<string, StepState> Steps { get; init; } =
        Enum.GetValues<Step>().ToImmutableSortedDictionary(s => SnakeCase.Of(s), _ => new StepState(), StringComparer.Ordinal);

    /// <summary>The upstream run that the stored schemas describe, or null.</summary>
    public string? SchemasOf { get; init; }

    public int FilesGenerated { get; init; }

    public bool Deployed { get; init; }

    public DateTimeOffset? DeployedAt { get; init; }

    public string? Project { get; init; }

    public string? Revision { get; init; }

    public ImmutableArray<Execution> Executions { get; init; } = [];

    /// <summary>Of earlier executions of this phase in the workspace.</summary>
    public ImmutableArray<DateTimeOffset> UsedSessionTimes { get; init; } = [];

    public ImmutableArray<TableRows> Tables { get; init; } = [];

    public ImmutableArray<CheckOutcome> Checks { get; init; } = [];

    public ImmutableArray<Figure> Figures { get; init; } = [];

    public StepState this[Step step] => Steps[SnakeCase.Of(step)];

    public PhaseState With(Step step, Func<StepState, StepState> change) =>
        this with { Steps = Steps.SetItem(SnakeCase.Of(step), change(this[step])) };

    /// <summary>Names what was executed: the same as long as the same sessions are meant. Empty before the first start.</summary>
    public string Token => string.Join(' ', Executions.Select(e => $"{e.WorkflowName}@{e.SessionTime:yyyy-MM-ddTHH:mm:ssZ}"));
}

public enum PhaseStatus
{
    Pending,
    Running,
    Success,
    Failed,
    Skipped,
}

/// <summary>One started workflow. Stored before the platform is asked; ids follow.</summary>
public sealed record Execution
{
    public required string WorkflowName { get; init; }

    public string? Source { get; init; }

    public required DateTimeOffset SessionTime { get; init; }

    public string? SessionId { get; init; }

    public string? AttemptId { get; init; }

    public ExecutionStatus Status { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    public double? DurationSeconds { get; init; }

    /// <summary>How many further attempts were asked for.</summary>
    public int Retries { get; init; }
}

public enum ExecutionStatus
{
    Starting,
    Running,
    Success,
    Error,
    Killed,
}

public sealed record TableRows(string Database, string Table, string Label, long Rows, bool Counted);

public sealed record Figure(string Section, string Label, string Value);
