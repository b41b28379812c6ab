using System.Collections.Immutable;
using Cdp.Pipeline.Configuration;

namespace Cdp.Pipeline.Resolution;

public sealed record ResolvedStaging(
    string Project, SqlEngine Engine, string SourceDatabase, string Database, ImmutableArray<ResolvedStagingTable> Tables)
{
    public ImmutableArray<string> Sources => [.. Tables.Select(t => t.Source).Distinct(StringComparer.Ordinal)];
}

/// <param name="Id">The table's name in the configuration: <c>shop_orders</c>.</param>
/// <param name="SourceTable">The combined table: <c>shop_orders_hist_union</c>.</param>
/// <param name="Target">The cleaned table: <c>shop_orders_stg</c>.</param>
public sealed record ResolvedStagingTable(
    string Source, string Id, string SourceTable, string Target, ResolvedUnion Union, StagingTableConfig? Config);
