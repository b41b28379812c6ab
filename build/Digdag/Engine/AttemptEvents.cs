using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Cdp.Digdag.Engine;

/// <summary>One turn of an attempt: all of it happened, or none of it. One line of the attempt's journal.</summary>
internal sealed record Turn
{
    public List<TaskAdded>? Added { get; init; }

    public Dictionary<long, TaskProgress>? Changed { get; init; }

    public bool CancelRequested { get; init; }

    public bool IsEmpty => Added is null && Changed is null && !CancelRequested;
}

internal sealed record TaskAdded
{
    public long Id { get; init; }

    public string FullName { get; init; } = "";

    public long? ParentId { get; init; }

    public bool IsGroup { get; init; }

    public bool Initial { get; init; }

    public JsonObject Local { get; init; } = [];

    public JsonObject Export { get; init; } = [];

    public ImmutableArray<long> Upstreams { get; init; } = [];

    public TaskProgress Now { get; init; } = new();
}
