using System.Collections.Immutable;
using Cdp.Trino;

namespace Cdp.Emulator.Jobs;

/// <summary>What a caller wants done. <see cref="Run"/> is what the job is; the rest is told of it.</summary>
internal sealed record JobRequest
{
    public required string Type { get; init; }

    public required string Database { get; init; }

    public required string Query { get; init; }

    /// <summary>Gets the job's marker, which must commit together with the effect.</summary>
    public required Func<Job, CancellationToken, Task<JobOutcome>> Run { get; init; }

    public string? DomainKey { get; init; }

    public string? Dialect { get; init; }

    /// <summary>As td> sends it: <c>engine_version</c>, or of Hive <c>hive_engine_version</c>.</summary>
    public string? EngineVersion { get; init; }

    public DateTimeOffset? ScheduledTime { get; init; }

    public int Priority { get; init; }

    public int RetryLimit { get; init; }

    public string? ResultUrl { get; init; }
}

/// <param name="Records">Rows returned, written or loaded.</param>
/// <param name="Rows">Null for a job that gives no rows.</param>
internal sealed record JobOutcome(long? Records, StatementResult? Rows)
{
    /// <summary>Of all the job's statements.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];
}
