using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Generation;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Resolution;
using Cdp.Pipeline.Schemas;

namespace Cdp.Pipeline.Phases.Staging;

/// <summary>Phase 3: one clean, typed, deduplicated table per combined table (cdp_phases §1.3).</summary>
public sealed class StagingPhase : IPhaseDefinition
{
    public Phase Phase => Phase.Staging;

    public IEnumerable<ConfigProblem> Review(PipelineConfig config) => new StagingReview(config).Problems();

    public IReadOnlyList<TableName> Schemas(ResolvedPipeline pipeline) =>
        [.. pipeline.Staging.Tables.Select(t => new TableName(pipeline.Staging.SourceDatabase, t.SourceTable))];

    public IReadOnlyList<GeneratedFile> Files(ResolvedPipeline pipeline, SchemaCatalog schemas)
    {
        var tables = new StagingPlanner(pipeline, schemas).Tables();
        return [.. new StagingFiles(pipeline, tables).All()];
    }

    /// <summary>Settings of columns that the combined table has not, or not yet.</summary>
    public IReadOnlyList<string> Notices(ResolvedPipeline pipeline, SchemaCatalog schemas) =>
    [
        .. from table in pipeline.Staging.Tables
           let schema = schemas.Find(new(pipeline.Staging.SourceDatabase, table.SourceTable))
           where schema is not null
           from column in table.Config?.Columns.Keys ?? []
           where schema.Column(column) is null
           select $"staging.tables says something of {table.Id}.{column}, but {table.SourceTable} has no such column.{Suggestion.For(column, schema.Columns.Select(c => c.Name))}",
    ];

    public IReadOnlyList<string> ExpectedFiles(ResolvedPipeline pipeline) =>
    [
        .. pipeline.Staging.Sources.Select(s => $"transform_{s}.dig"),
        .. pipeline.Staging.Tables.Select(t => $"queries/{t.Id}_transform.sql"),
    ];

    public IReadOnlyList<WorkflowRun> Workflows(ResolvedPipeline pipeline) =>
        [.. pipeline.Staging.Sources.Select(s => new WorkflowRun(s, $"transform_{s}"))];

    public IReadOnlyList<ExpectedTable> Tables(ResolvedPipeline pipeline) =>
    [
        .. pipeline.Staging.Tables.Select(
            t => new ExpectedTable(new(pipeline.Staging.Database, t.Target), t.Union.Object.Name)),
    ];

    public IReadOnlyList<TableSchema> Makes(ResolvedPipeline pipeline, SchemaCatalog schemas) =>
    [
        .. new StagingPlanner(pipeline, schemas).Tables().Select(t => new TableSchema(
            new(t.StagingDatabase, t.Target), [.. t.Outputs.Kept.Select(o => new ColumnDescription(o.Name, o.Type))])),
    ];

    public IReadOnlyList<MetricQuery> Metrics(ResolvedPipeline pipeline) =>
    [
        .. pipeline.Staging.Tables.Select(t => new MetricQuery(
            "Staging Transformation",
            pipeline.Staging.Database,
            $"""
            SELECT s."n" AS "rows_out", u."n" AS "rows_in"
            FROM (SELECT COUNT(*) AS "n" FROM {Sql.Table(pipeline.Staging.Database, t.Target)}) s
            CROSS JOIN (SELECT COUNT(*) AS "n" FROM {Sql.Table(pipeline.Staging.SourceDatabase, t.SourceTable)}) u
            """,
            [new("rows_out", $"{t.Target} rows"), new("rows_in", $"{t.SourceTable} rows read")])),
    ];
}
