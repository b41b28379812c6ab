using System.Collections.Immutable;
using Cdp.Pipeline.Configuration;

namespace Cdp.Pipeline.Resolution;

/// <param name="SourceDatabase">Where the cleaned tables are.</param>
/// <param name="Database">Where prep, graph, lookup, enriched and master tables go.</param>
/// <param name="Prefix"><c>{client}_{name}</c>.</param>
public sealed record ResolvedUnification(
    string Project,
    string SourceDatabase,
    string Database,
    string Prefix,
    ImmutableArray<ResolvedUnificationTable> Tables)
{
    public string PrepTable => $"{Prefix}_prep";

    public string GraphTable => $"{Prefix}_unified_id_graph";

    public string LookupTable => $"{Prefix}_unified_id_lookup";

    public string MasterTable => $"{Prefix}_master";
}

/// <param name="Id">The table's name in the configuration: <c>shop_orders</c>.</param>
/// <param name="Table">The cleaned table: <c>shop_orders_stg</c>.</param>
/// <param name="Prep"><c>shop_orders_stg_prep</c>.</param>
/// <param name="Enriched"><c>shop_orders_stg_enriched</c>.</param>
public sealed record ResolvedUnificationTable(
    string Source, string Id, string Table, string Prep, string Enriched, ResolvedStagingTable Staging, UnificationTableConfig? Config);
