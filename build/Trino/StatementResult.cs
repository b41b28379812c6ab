using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Cdp.Trino;

/// <param name="Type">Trino's spelling in its protocol: <c>decimal(12, 1)</c>, with a blank.</param>
public sealed record ResultColumn(string Name, string Type);

/// <summary>What one statement answered.</summary>
/// <param name="Columns">Empty for a statement that gives no rows.</param>
/// <param name="Rows">Values in the form of Trino's JSON protocol; SQL NULL is null.</param>
/// <param name="UpdateType"><c>CREATE TABLE</c>, <c>INSERT</c>, …, or null for a query.</param>
public sealed record StatementResult(
    ImmutableArray<ResultColumn> Columns,
    ImmutableArray<ImmutableArray<JsonNode?>> Rows,
    string? UpdateType,
    long? UpdateCount,
    ImmutableArray<string> Warnings);
