using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Cdp.Pipeline.Phases.Ingestion;

namespace Cdp.Pipeline.Setup;

/// <summary>What was answered, checked: all that <c>pipeline.yml</c> is written from.</summary>
/// <param name="Combined">Tables that are combined, <c>{source}_{object}</c>; null for all.</param>
internal sealed record Draft(
    GlobalDraft Global, IngestionDraft Ingestion, ImmutableArray<string>? Combined, StagingDraft Staging, UnificationDraft Unification)
{
    public IEnumerable<string> Tables => Combined ?? [.. Ingestion.Tables];

    public bool IsLocal => Global.Platform == "local";
}

internal sealed record GlobalDraft(string Client, string Platform, string Region);

/// <param name="Start">Begin of history; null: of all that is there.</param>
/// <param name="End">Null: no history.</param>
internal sealed record IngestionDraft(string Mode, string? Start, string? End, string Database, ImmutableArray<SourceDraft> Sources)
{
    public IEnumerable<string> Tables => Sources.SelectMany(s => s.Objects).Select(o => o.Table);
}

/// <param name="Field">Column that tells when a record changed; null: as the connector knows, or none.</param>
/// <param name="Secrets">What the platform needs besides, as it is called there.</param>
internal sealed record SourceDraft(
    string Name, Connector Connector, JsonObject Parameters, string? Field, ImmutableArray<ObjectDraft> Objects, ImmutableArray<string> Secrets);

/// <param name="Table"><c>{source}_{object}</c>.</param>
/// <param name="SaysFull">It is read whole each time, and the connector does not know that by itself.</param>
/// <param name="Changed">Column that tells when a record changed, wherever that is known from; null: none.</param>
/// <param name="File">What stands in for it on this machine, from the configuration's folder.</param>
internal sealed record ObjectDraft(string Name, string Table, JsonObject Parameters, bool SaysFull, string? Changed, string? File);

/// <param name="Records">Of a table, the columns that name a record.</param>
internal sealed record StagingDraft(
    string Engine, string Database, string Country, ImmutableSortedDictionary<string, ImmutableArray<string>> Records);

internal sealed record UnificationDraft(
    string Name, string IdMethod, string UpdateStrategy, string Database, ImmutableArray<string> Keys, ImmutableArray<UnifiedDraft> Tables);

/// <param name="Columns">Which column holds which key; empty: those that are called so.</param>
internal sealed record UnifiedDraft(string Table, ImmutableArray<(string Key, string Column)> Columns);
