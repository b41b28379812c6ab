using System.Collections.Immutable;
using System.ComponentModel;
using Cdp.Pipeline.Configuration.Binding;

namespace Cdp.Pipeline.Configuration;

/// <summary>An id that another one is merged by (cdp_phases §2.2, <c>merge_by_canonical_ids</c>).</summary>
public sealed record IdConfig
{
    [UnificationName]
    [Description("Name of the id, for example household; it becomes a column of the enriched tables.")]
    public required string Name { get; init; }

    [UnificationName]
    [Description("Its keys in the order in which they are trusted. May be missing where it is merged by two ids or more.")]
    public ImmutableArray<string> MergeByKeys { get; init; } = [];

    [UnificationName]
    [Description("Other ids that join its records as a key does. Only for id_method: canonical_id.")]
    public ImmutableArray<string> MergeByCanonicalIds { get; init; } = [];

    [UnificationName]
    [Description("The same for id_method: persistent_id.")]
    public ImmutableArray<string> MergeByPersistentIds { get; init; } = [];

    [TableName]
    [Description("The tables whose records have it: {source}_{object}. Default: all that have one of its keys.")]
    public ImmutableArray<string>? SourceTables { get; init; }
}
