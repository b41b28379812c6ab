using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Cdp.Pipeline.Checks;

namespace Cdp.Pipeline.Runs;

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

    public StepStates Steps { get; init; } = new();

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

    /// <summary>What the gates of files said when they were generated.</summary>
    public ImmutableArray<CheckOutcome> FileChecks { get; init; } = [];

    /// <summary>What the gates of the platform said at the last push.</summary>
    public ImmutableArray<CheckOutcome> PlatformChecks { get; init; } = [];

    /// <summary>What the gates of data said.</summary>
    public ImmutableArray<CheckOutcome> Checks { get; init; } = [];

    public ImmutableArray<Figure> Figures { get; init; } = [];

    public StepState this[Step step] => Steps[step];

    [JsonIgnore]
    public IEnumerable<CheckOutcome> AllChecks => [.. FileChecks, .. PlatformChecks, .. Checks];

    public PhaseState With(Step step, Func<StepState, StepState> change) =>
        this with { Steps = Steps.With(step, change(this[step])) };

    /// <summary>Names what was executed: the same as long as the same sessions are meant. Empty before the first start.</summary>
    [JsonIgnore]
    public string Token => string.Join(' ', Executions.Select(e => $"{e.WorkflowName}@{e.SessionTime:yyyy-MM-ddTHH:mm:ssZ}"));
}

/// <summary>One of each, in the order of a phase.</summary>
public sealed record StepStates
{
    public StepState Generate { get; init; } = new();

    public StepState Deploy { get; init; } = new();

    public StepState Execute { get; init; } = new();

    public StepState Monitor { get; init; } = new();

    public StepState Validate { get; init; } = new();

    public StepState this[Step step] => step switch
    {
        Step.Generate => Generate,
        Step.Deploy => Deploy,
        Step.Execute => Execute,
        Step.Monitor => Monitor,
        _ => Validate,
    };

    public StepStates With(Step step, StepState state) => step switch
    {
        Step.Generate => this with { Generate = state },
        Step.Deploy => this with { Deploy = state },
        Step.Execute => this with { Execute = state },
        Step.Monitor => this with { Monitor = state },
        _ => this with { Validate = state },
    };
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
