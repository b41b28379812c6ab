using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Cdp.Digdag.Engine;

public sealed record Project(long Id, string Name, DateTimeOffset CreatedAt)
{
    public DateTimeOffset UpdatedAt { get; init; } = CreatedAt;

    public DateTimeOffset? DeletedAt { get; init; }
}

/// <summary>One pushed version of a project; <paramref name="Folder"/> holds its files, unpacked.</summary>
public sealed record Revision(
    long Id, long ProjectId, string Name, string Folder, string ArchiveMd5, DateTimeOffset CreatedAt)
{
    public ImmutableArray<WorkflowDefinition> Workflows { get; init; } = [];

    public JsonObject DefaultParams { get; init; } = [];
}

/// <summary>A workflow of one revision: another push makes another id.</summary>
public sealed record WorkflowDefinition(
    long Id, long ProjectId, long RevisionId, string Revision, string Name, string Timezone, JsonObject Config);

public sealed record Session(
    long Id, string Uuid, long ProjectId, string Workflow, DateTimeOffset SessionTime, ImmutableArray<long> Attempts);

public sealed record Attempt
{
    public required long Id { get; init; }

    /// <summary>1 for the first attempt of its session.</summary>
    public required int Index { get; init; }

    public required long SessionId { get; init; }

    public required string SessionUuid { get; init; }

    public required DateTimeOffset SessionTime { get; init; }

    public required long ProjectId { get; init; }

    public required string ProjectName { get; init; }

    public required long WorkflowId { get; init; }

    public required string WorkflowName { get; init; }

    public required string Timezone { get; init; }

    public string? RetryAttemptName { get; init; }

    public JsonObject Params { get; init; } = [];

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public bool Done { get; init; }

    public bool Success { get; init; }

    public bool CancelRequested { get; init; }

    /// <summary>Set when the engine died while this attempt ran: it ended in error, and this says why.</summary>
    public string? Lost { get; init; }

    /// <summary><c>success error killed running</c>, as digdag's swagger defines it.</summary>
    public string Status =>
        !Done ? "running" : Success ? "success" : CancelRequested ? "killed" : "error";
}

/// <summary>A task as one moment saw it; ids grow in the order in which tasks were made.</summary>
public sealed record TaskView
{
    public required long Id { get; init; }

    public required string FullName { get; init; }

    public long? ParentId { get; init; }

    /// <summary>The task's own keys, <c>_export</c> among them.</summary>
    public required JsonObject Config { get; init; }

    public ImmutableArray<long> Upstreams { get; init; } = [];

    public bool IsGroup { get; init; }

    public TaskState State { get; init; }

    public bool CancelRequested { get; init; }

    public JsonObject ExportParams { get; init; } = [];

    public JsonObject StoreParams { get; init; } = [];

    public JsonObject StateParams { get; init; } = [];

    /// <summary><c>message</c> and sometimes <c>stacktrace</c>; empty when there was no error.</summary>
    public JsonObject Error { get; init; } = [];

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? RetryAt { get; init; }
}

public sealed record TaskLogFile(long TaskId, int Run, string TaskName, string FileName, long Size, DateTimeOffset Time);

public sealed record Schedule(
    long Id, long ProjectId, string Workflow, long WorkflowId, DateTimeOffset NextRunTime, DateTimeOffset NextScheduleTime)
{
    public DateTimeOffset? DisabledAt { get; init; }
}
