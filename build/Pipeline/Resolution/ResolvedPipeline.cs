using System.Collections.Immutable;
using Cdp.Pipeline.Configuration;

namespace Cdp.Pipeline.Resolution;

/// <summary>The configuration with every name concrete (spec, cdp_phases §0.3): what phases and steps see.</summary>
public sealed record ResolvedPipeline
{
    /// <summary>For settings that need no resolution; the resolved names win over the ones written here.</summary>
    public required PipelineConfig Config { get; init; }

    public string Client => Config.Client;

    public required string LookupDatabase { get; init; }

    public required ResolvedIngestion Ingestion { get; init; }

    public required ResolvedHistUnion HistUnion { get; init; }

    public required ResolvedStaging Staging { get; init; }

    public required ResolvedUnification Unification { get; init; }

    /// <summary>Name of the phase's project on the platform.</summary>
    public string Project(Phase phase) => phase switch
    {
        Phase.Ingestion => Ingestion.Project,
        Phase.HistUnion => HistUnion.Project,
        Phase.Staging => Staging.Project,
        _ => Unification.Project,
    };

    /// <summary>Databases that the pipeline writes to, each once; they are created on demand.</summary>
    public ImmutableArray<string> Databases =>
    [
        .. new[] { Ingestion.Database, HistUnion.Database, LookupDatabase, Staging.Database, Unification.Database }
            .Distinct(StringComparer.Ordinal),
    ];
}

/// <summary>A table in a database, written <c>acme_src.shop_orders</c>.</summary>
public readonly record struct TableName(string Database, string Table)
{
    public override string ToString() => $"{Database}.{Table}";
}
