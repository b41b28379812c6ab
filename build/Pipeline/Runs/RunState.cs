using System.Collections.Immutable;

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

    public PhaseStates Phases { get; init; } = new();

    /// <summary>What this pipeline made, or was told to adopt: only that is written to (DESIGN, "Names").</summary>
    public Owned Owned { get; init; } = new();

    /// <summary>The runs before this one in the workspace, oldest first.</summary>
    public ImmutableArray<EarlierRun> Runs { get; init; } = [];

    public PhaseState this[Phase phase] => Phases[phase];

    public StepState Of(Cell cell) => this[cell.Phase][cell.Step];

    public RunState With(Phase phase, Func<PhaseState, PhaseState> change) =>
        this with { Phases = Phases.With(phase, change(this[phase])) };

    public RunState With(Cell cell, Func<StepState, StepState> change) => With(cell.Phase, p => p.With(cell.Step, change));
}

/// <summary>One of each, in the order of the pipeline.</summary>
public sealed record PhaseStates
{
    public PhaseState Ingestion { get; init; } = new();

    public PhaseState HistUnion { get; init; } = new();

    public PhaseState Staging { get; init; } = new();

    public PhaseState Unification { get; init; } = new();

    public PhaseState this[Phase phase] => phase switch
    {
        Phase.Ingestion => Ingestion,
        Phase.HistUnion => HistUnion,
        Phase.Staging => Staging,
        _ => Unification,
    };

    public PhaseStates With(Phase phase, PhaseState state) => phase switch
    {
        Phase.Ingestion => this with { Ingestion = state },
        Phase.HistUnion => this with { HistUnion = state },
        Phase.Staging => this with { Staging = state },
        _ => this with { Unification = state },
    };
}

/// <summary>Names on the platform. On disk before they are made there.</summary>
public sealed record Owned
{
    public ImmutableSortedSet<string> Databases { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    public ImmutableSortedSet<string> Projects { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Databases that we created; the others were there before.</summary>
    public ImmutableSortedSet<string> Created { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Tables that were in a database before we first wrote to it, as <c>database.table</c>.</summary>
    public ImmutableSortedSet<string> Before { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);
}

public sealed record GlobalState(string TdEndpoint, string Client, string Platform, string Environment);

/// <param name="Status">finished or abandoned.</param>
public sealed record EarlierRun(string PipelineId, DateTimeOffset StartedAt, DateTimeOffset EndedAt, string Status);
