using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Generation;
using Cdp.Pipeline.Resolution;
using Cdp.Pipeline.Schemas;

namespace Cdp.Pipeline.Phases.Ingestion;

/// <summary>Phase 1 (spec, cdp_phases §1.1): sources into raw tables, history once and changes since then.</summary>
public sealed class IngestionPhase(ConnectorRegistry connectors) : IPhaseDefinition
{
    public Phase Phase => Phase.Ingestion;

    public PipelineConfig Complete(PipelineConfig config) => ConnectorDefaults.Apply(config, connectors);

    public IEnumerable<ConfigProblem> Review(PipelineConfig config) => new IngestionReview(connectors, config).Problems();

    /// <summary>None: what a source has is known when it has been loaded.</summary>
    public IReadOnlyList<TableName> Schemas(ResolvedPipeline pipeline) => [];

    public IReadOnlyList<GeneratedFile> Files(ResolvedPipeline pipeline, SchemaCatalog schemas) =>
        new IngestionFiles(IngestionPlan.Of(pipeline, connectors)).All();

    public IReadOnlyList<string> ExpectedFiles(ResolvedPipeline pipeline) =>
    [
        .. from source in IngestionPlan.Of(pipeline, connectors).Sources
           from file in (string[])
           [
               .. source.Workflows.Select(w => $"{w}.dig"),
               $"config/{source.Name}_datasources.yml",
               .. source.Objects.Select(o => $"config/{source.Name}_{o.Object.Name}_load.yml"),
           ]
           select file,
    ];

    public IReadOnlyList<WorkflowRun> Workflows(ResolvedPipeline pipeline) =>
    [
        .. from source in IngestionPlan.Of(pipeline, connectors).Sources
           from workflow in source.Workflows
           select new WorkflowRun(source.Name, workflow),
    ];

    public IReadOnlyList<ExpectedTable> Tables(ResolvedPipeline pipeline)
    {
        var plan = IngestionPlan.Of(pipeline, connectors);
        return
        [
            .. from source in plan.Sources
               from o in source.Objects
               from table in RawTables(source, o)
               select new ExpectedTable(new(plan.Database, table), Labels.Of(o.Object, plan.Sources.Length)),
            new(plan.IngestionLog, "Ingestion log", Counted: false),
            new(plan.IncLog, "Watermarks", Counted: false),
        ];
    }

    public IReadOnlyList<MetricQuery> Metrics(ResolvedPipeline pipeline)
    {
        var plan = IngestionPlan.Of(pipeline, connectors);
        var counts =
            from source in plan.Sources
            from o in source.Objects
            let parts = RawTables(source, o).Select(t => $"(SELECT COUNT(*) FROM {Sql.Table(new TableName(plan.Database, t))})")
            select (Column: o.Object.Id, Sql: string.Join(" + ", parts), Label: Labels.Of(o.Object, plan.Sources.Length));
        var columns = counts.ToList();
        var select = columns.Select(c => $"{c.Sql} AS {Sql.Name(c.Column)}")
            .Append($"{string.Join(" + ", columns.Select(c => c.Sql))} AS \"total\"");
        return
        [
            new(
                "Ingestion Coverage",
                plan.Database,
                $"SELECT {string.Join(", ", select)}",
                [.. columns.Select(c => new Metric(c.Column, c.Label, " records ingested")), new("total", "Total", " records")]),
        ];
    }

    private static IEnumerable<string> RawTables(SourcePlan source, ObjectPlan o) =>
    [
        .. source.HasHistory && !o.IsFull ? new[] { o.Object.HistTable } : [],
        .. source.HasIncrements || o.IsFull ? new[] { o.Object.Table } : [],
    ];
}
