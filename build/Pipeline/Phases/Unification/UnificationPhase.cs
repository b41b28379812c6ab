using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Generation;
using Cdp.Pipeline.Resolution;
using Cdp.Pipeline.Schemas;

namespace Cdp.Pipeline.Phases.Unification;

/// <summary>Phase 4: which records are one person (cdp_phases §1.4 and §2).</summary>
public sealed class UnificationPhase : IPhaseDefinition
{
    private static readonly string[] _seed =
    [
        "unif_runner.dig", "dynmic_prep_creation.dig", "id_unification.dig", "enrich_runner.dig",
        "config/unify.yml", "config/environment.yml", "config/src_prep_params.yml", "config/stage_enrich.yml",
        "queries/create_schema.sql", "queries/loop_on_tables.sql", "queries/unif_input_tbl.sql",
        "enrich/queries/generate_join_query.sql", "enrich/queries/execute_join_presto.sql",
        "enrich/queries/execute_join_hive.sql", "enrich/queries/enrich_tbl_creation.sql",
    ];

    public Phase Phase => Phase.Unification;

    public IEnumerable<ConfigProblem> Review(PipelineConfig config) => new UnificationReview(config).Problems();

    public IReadOnlyList<TableName> Schemas(ResolvedPipeline pipeline) =>
        [.. pipeline.Unification.Tables.Select(t => new TableName(pipeline.Unification.SourceDatabase, t.Table))];

    public IReadOnlyList<GeneratedFile> Files(ResolvedPipeline pipeline, SchemaCatalog schemas) =>
        [.. new UnificationFiles(new IdentityPlanner(pipeline, schemas).Plan(), pipeline.Config.Region).All()];

    public IReadOnlyList<string> ExpectedFiles(ResolvedPipeline pipeline) => _seed;

    public IReadOnlyList<WorkflowRun> Workflows(ResolvedPipeline pipeline) => [new(null, "unif_runner")];

    public IReadOnlyList<ExpectedTable> Tables(ResolvedPipeline pipeline)
    {
        var phase = pipeline.Unification;
        return
        [
            new(new(phase.Database, phase.PrepTable), "Keys side by side", Counted: false),
            new(new(phase.Database, phase.GraphTable), "Unified id graph", Counted: false),
            new(new(phase.Database, phase.LookupTable), "Unified id lookup"),
            new(new(phase.Database, phase.MasterTable), "Master"),
            .. pipeline.Config.Unification.Ids.Select(i => new ExpectedTable(new(phase.Database, $"{phase.Prefix}_{i.Name}_lookup"), $"{i.Name} lookup")),
            .. phase.Tables.Select(t => new ExpectedTable(new(phase.Database, t.Enriched), $"{t.Id} enriched")),
        ];
    }

    public IReadOnlyList<MetricQuery> Metrics(ResolvedPipeline pipeline)
    {
        var phase = pipeline.Unification;
        return
        [
            new(
                "ID Unification Results",
                phase.Database,
                $"""
                SELECT
                  COUNT(*) AS "total_ids",
                  COUNT(DISTINCT "leader_id") AS "unique_ids",
                  ROUND(COUNT(*) * 1.0E0 / NULLIF(COUNT(DISTINCT "leader_id"), 0), 2) AS "ids_per_person"
                FROM {Sql.Table(phase.Database, phase.LookupTable)}
                """,
                [new("total_ids", "Identifiers"), new("unique_ids", "Unique customer IDs"), new("ids_per_person", "Average IDs per customer")]),
            new(
                "ID Unification Results",
                phase.Database,
                $"""
                SELECT
                  ROUND(SUM("with_id") * 1.0E2 / NULLIF(SUM("records"), 0), 1) AS "coverage",
                  ROUND(SUM("with_id") * 1.0E2 / NULLIF(SUM("with_key"), 0), 1) AS "resolved"
                FROM {Sql.Table(phase.Database, $"{phase.Prefix}_coverage")}
                """,
                [new("coverage", "Coverage", "%"), new("resolved", "ID resolution rate", "%")]),
        ];
    }
}
