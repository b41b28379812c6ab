using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Cdp.Digdag.Engine;

/// <summary>A task while its attempt runs. Changed only by the attempt's own turn (<see cref="AttemptRun"/>).</summary>
internal sealed class TaskNode
{
    public required long Id { get; init; }

    public required string FullName { get; init; }

    public long? ParentId { get; init; }

    public bool IsGroup { get; init; }

    /// <summary>Made at the start or as <c>^sub</c>: what the retry of a group copies.</summary>
    public bool Initial { get; init; }

    /// <summary>Own keys without <c>_export</c>.</summary>
    public required JsonObject Local { get; init; }

    public required JsonObject Export { get; init; }

    public List<TaskNode> Upstreams { get; } = [];

    public List<TaskNode> Children { get; } = [];

    public TaskNode? Parent { get; set; }

    public TaskProgress Now { get; set; } = new();

    public bool CancelRequested { get; set; }

    /// <summary>Kept while an operator polls, so that its templates are not evaluated at each poll; memory only.</summary>
    public JsonObject? Evaluated { get; set; }

    /// <summary>Those it ends together with; null for a task that may take its time.</summary>
    public Wave? Wave { get; set; }

    public TaskState State => Now.State;

    public bool CanStart => Upstreams.TrueForAll(u => u.State is TaskState.Success);

    /// <summary>Own keys over <c>_export</c>: what group retries and <c>_error</c> are read from.</summary>
    public JsonObject Merged() => Params.Merged(Export, Local);

    public TaskView View()
    {
        var config = (JsonObject)Local.DeepClone();
        if (Export.Count > 0)
        {
            config["_export"] = Export.DeepClone();
        }

        return new()
        {
            Id = Id,
            FullName = FullName,
            ParentId = ParentId,
            IsGroup = IsGroup,
            Config = config,
            Upstreams = [.. Upstreams.Select(u => u.Id)],
            State = State,
            CancelRequested = CancelRequested,
            ExportParams = Params.Merged(Export, Now.ExportParams),
            StoreParams = Params.Clone(Now.StoreParams),
            StateParams = Params.Clone(Now.StateParams),
            Error = Params.Clone(Now.Error),
            StartedAt = Now.StartedAt,
            UpdatedAt = Now.UpdatedAt,
            RetryAt = Now.RetryAt,
        };
    }

    public TaskAdded Added() => new()
    {
        Id = Id,
        FullName = FullName,
        ParentId = ParentId,
        IsGroup = IsGroup,
        Initial = Initial,
        Local = Local,
        Export = Export,
        Upstreams = [.. Upstreams.Select(u => u.Id)],
        Now = Now,
    };
}

/// <summary>The part of a task that changes while it runs; each change is a new one of these in the journal.</summary>
internal sealed record TaskProgress
{
    public TaskState State { get; init; }

    /// <summary>The operator failed, but its <c>_error</c> tasks run first.</summary>
    public bool DelayedError { get; init; }

    /// <summary>A child failed, but <c>_error</c> and <c>^failure-alert</c> run first.</summary>
    public bool DelayedGroupError { get; init; }

    public JsonObject? ExportParams { get; init; }

    public JsonObject? StoreParams { get; init; }

    public ImmutableArray<string> ResetStoreParams { get; init; } = [];

    public JsonObject? StateParams { get; init; }

    public JsonObject? Error { get; init; }

    public int RetryCount { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? RetryAt { get; init; }
}
