using System.Collections.Immutable;
using Cdp.Pipeline.Resolution;

namespace Cdp.Pipeline.Phases.Ingestion;

/// <summary>All of phase 1 with everything known.</summary>
internal sealed record IngestionPlan(ResolvedPipeline Pipeline, ImmutableArray<SourcePlan> Sources)
{
    public string Project => Pipeline.Ingestion.Project;

    public string Database => Pipeline.Ingestion.Database;

    public bool ExactlyOnce => Pipeline.Config.Ingestion.ExactlyOnce;

    public TableName IngestionLog => new(Database, "ingestion_log");

    public TableName IncLog => new(Pipeline.LookupDatabase, "inc_log");

    public bool HasHistory => Sources.Any(s => s.HasHistory);

    public static IngestionPlan Of(ResolvedPipeline pipeline, ConnectorRegistry connectors) => new(
        pipeline,
        [
            .. pipeline.Ingestion.Sources.Select(source =>
                SourcePlan.Of(source, connectors.Get(source.Connector), pipeline.Config.Ingestion.DateRange)),
        ]);
}
