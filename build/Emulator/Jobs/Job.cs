using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Cdp.Trino;

namespace Cdp.Emulator.Jobs;

[JsonConverter(typeof(JsonStringEnumConverter<JobStatus>))]
internal enum JobStatus
{
    Queued,
    Running,
    Success,
    Error,
    Killed,
}

/// <param name="Name">Trino's: <c>TABLE_NOT_FOUND</c>; null where it was not SQL that failed.</param>
internal sealed record JobError(string Message, string? Name = null, int? Line = null, int? Column = null);

/// <summary>A query or a load, as it stands in the journal.</summary>
internal sealed record Job
{
    public required long Id { get; init; }

    /// <summary><c>trino presto hive bulkload</c>, as it was issued.</summary>
    public required string Type { get; init; }

    public required string Database { get; init; }

    /// <summary>Empty for a load: its configuration may hold secrets, which are never on disk.</summary>
    public required string Query { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public string? DomainKey { get; init; }

    public string? Dialect { get; init; }

    public string? EngineVersion { get; init; }

    public DateTimeOffset? ScheduledTime { get; init; }

    public int Priority { get; init; }

    public int RetryLimit { get; init; }

    public string? ResultUrl { get; init; }

    public JobStatus Status { get; init; } = JobStatus.Queued;

    public DateTimeOffset? StartAt { get; init; }

    public DateTimeOffset? EndAt { get; init; }

    public long? Records { get; init; }

    public long ResultSize { get; init; }

    /// <summary>Empty for a job that gives no rows.</summary>
    public ImmutableArray<ResultColumn> Columns { get; init; } = [];

    public string? UpdateType { get; init; }

    public long? UpdateCount { get; init; }

    /// <summary>What the engine remarked about the statement.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    public JobError? Error { get; init; }

    /// <summary>The emulator died while it ran and its effect is not there: the same domain key may be issued again.</summary>
    public bool Lost { get; init; }

    [JsonIgnore]
    public bool IsDone => Status is JobStatus.Success or JobStatus.Error or JobStatus.Killed;

    /// <summary>What commits together with the job's effect.</summary>
    [JsonIgnore]
    public string Marker => DomainKey is { } key ? $"key:{key}" : $"job:{Id}";
}
