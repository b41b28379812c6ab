using System.Collections.Immutable;
using Cdp.Pipeline.Configuration;

namespace Cdp.Pipeline.Resolution;

/// <param name="SourceDatabase">Where the ingested tables are.</param>
/// <param name="Database">Where the combined tables go.</param>
public sealed record ResolvedHistUnion(
    string Project, string SourceDatabase, string Database, ImmutableArray<ResolvedUnion> Tables)
{
    /// <summary>In the order of the ingestion; each has a workflow of its own.</summary>
    public ImmutableArray<string> Sources => [.. Tables.Select(t => t.Source).Distinct(StringComparer.Ordinal)];
}

/// <param name="Id">The table's name in the configuration: <c>shop_orders</c>.</param>
/// <param name="HasHist">Its source is loaded historically.</param>
/// <param name="HasInc">Its source is loaded incrementally.</param>
/// <param name="Target">The combined table: <c>shop_orders_hist_union</c>.</param>
public sealed record ResolvedUnion(
    string Source,
    string Id,
    string IncTable,
    string HistTable,
    bool HasHist,
    bool HasInc,
    string Target,
    LoadKind Load,
    ResolvedObject Object,
    UnionTableConfig? Config)
{
    /// <summary>One row per key, or null: every row is kept.</summary>
    public UnionDedupe? Dedupe { get; init; }
}

/// <param name="Keys">Columns that together name a record; at least one.</param>
/// <param name="OrderBy">Columns of which the greatest decides, then the time of the load.</param>
public sealed record UnionDedupe(ImmutableArray<string> Keys, ImmutableArray<string> OrderBy, NullKeys NullKeys);
