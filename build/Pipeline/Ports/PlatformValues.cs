using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Cdp.Pipeline.Ports;

/// <param name="Project">The name of the project on the platform, for example <c>acme_ingestion</c>.</param>
/// <param name="Folder">The folder whose files are pushed.</param>
/// <param name="Revision">The name the revision is to have: <c>{pipeline}-{phase}-{hash}</c>.</param>
public sealed record ProjectPush(string Project, string Folder, string Revision);

public sealed record PushedRevision(string ProjectId, string Project, string Revision);

/// <summary>A project as it stands on the platform, with its latest revision.</summary>
/// <param name="ProjectId">Empty over td, which does not tell it.</param>
public sealed record DeployedProject(string ProjectId, string Project, string Revision);

/// <param name="SessionTime">Chosen and stored by the caller before it asks.</param>
public sealed record WorkflowStart(
    string Project, string Workflow, DateTimeOffset SessionTime, ImmutableDictionary<string, string> Params);

/// <param name="Adopted">The platform had this session already (HTTP 409): nothing was started.</param>
public sealed record Attempt(
    string AttemptId,
    string SessionId,
    string Project,
    string Workflow,
    DateTimeOffset SessionTime,
    AttemptStatus Status,
    bool CancelRequested,
    DateTimeOffset? CreatedAt,
    DateTimeOffset? FinishedAt,
    bool Adopted = false);

public enum AttemptStatus
{
    Running,
    Success,
    Error,
    Killed,
}

public enum RetryMode
{
    ResumeFailed,
    All,
}

/// <param name="State">digdag's word: blocked, ready, running, planned, success, error, group_error, canceled, …</param>
/// <param name="Error">Null over td, which does not print it.</param>
/// <param name="Child">What a <c>require></c> task has started and waits for.</param>
public sealed record TaskStatus(
    string FullName, bool IsGroup, string State, JsonObject? Error, ChildAttempt? Child = null, DateTimeOffset? StartedAt = null);

public sealed record ChildAttempt(string SessionId, string AttemptId);

/// <param name="RowCount">As the platform counts without a scan.</param>
public sealed record TableDescription(
    string Database, string Table, long RowCount, ImmutableArray<ColumnDescription> Columns);

/// <param name="Type">Trino's name: varchar, bigint, double, array(varchar), …</param>
public sealed record ColumnDescription(string Name, string Type);

/// <param name="DomainKey">Unique per effect; null for a question that may be asked twice.</param>
/// <param name="Dialect">Only for the emulator: <c>trino</c> asks for stock Trino, <c>hive</c> for Hive; null is TD's Trino.</param>
public sealed record QueryRequest(string Sql, string Database, string? DomainKey = null, string? Dialect = null);

/// <summary>The platform could not answer a query.</summary>
/// <param name="errorName">Trino's name of the error, where the platform tells it.</param>
/// <param name="line">Line of the statement, from 1, where known; so the column.</param>
public sealed class QueryException(string? errorName, string message, int? line, int? column)
    : PlatformException(Fault.QueryFailed, message)
{
    public string? ErrorName { get; } = errorName;

    public int? Line { get; } = line;

    public int? Column { get; } = column;
}

/// <param name="Rows">Values as JSON in Trino's protocol form.</param>
public sealed record QueryResult(
    ImmutableArray<ColumnDescription> Columns, ImmutableArray<ImmutableArray<JsonNode?>> Rows, string? UpdateType, long? UpdateCount);

/// <summary>A workflow that the platform starts by itself.</summary>
/// <param name="NextSessionTime">The session time that the next run will have.</param>
/// <param name="NextRunTime">When it will run.</param>
/// <param name="Enabled">Whether it runs at all: somebody may have disabled it.</param>
public sealed record WorkflowSchedule(
    string Project, string Workflow, DateTimeOffset? NextSessionTime, DateTimeOffset? NextRunTime, bool Enabled);

/// <summary>Whose key it is, and what it may do, as far as the transport tells.</summary>
/// <param name="AccountId">The number in front of the key's slash.</param>
/// <param name="Permissions">Database to TD's word for it (administrator, full_access, query_only, import_only); empty over td.</param>
public sealed record AccountInfo(
    string? AccountId, string? UserName, string? Email, bool? Administrator, ImmutableSortedDictionary<string, string> Permissions);

/// <summary>A program of this machine that the transport runs.</summary>
/// <param name="Version">Null when it does not run.</param>
/// <param name="Remedy">What to do when it does not run, or is too old.</param>
public sealed record PlatformTool(string Name, string? Version, string? Remedy = null);
