using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Cdp.Pipeline.Configuration;

namespace Cdp.Pipeline.Resolution;

public sealed record ResolvedIngestion(string Project, string Database, ImmutableArray<ResolvedSource> Sources);

/// <param name="Parameters">As configured for the whole source; an object's own are in its record.</param>
public sealed record ResolvedSource(
    string Name,
    string Connector,
    IngestionMode Mode,
    string? StartDate,
    string? EndDate,
    string? Schedule,
    int? Parallel,
    JsonObject Parameters,
    ImmutableArray<ResolvedObject> Objects);

/// <summary>One object of one source. Fields are null where neither object, source nor phase names one.</summary>
/// <param name="Name">The object's own name: <c>orders</c>.</param>
/// <param name="Table">Table of the increments in the ingestion database: <c>shop_orders</c>.</param>
/// <param name="HistTable">Table of history: <c>shop_orders_hist</c>.</param>
public sealed record ResolvedObject(
    string Source,
    string Name,
    string Table,
    string HistTable,
    LoadKind Load,
    string? IncField,
    string? IncApiField,
    string? HistField,
    string? HistApiField,
    ImmutableArray<string> Key,
    ObjectConfig Config)
{
    /// <summary>The name that later phases call the table by, whatever it is called in TD: <c>shop_orders</c>.</summary>
    public string Id => $"{Source}_{Name}";
}
