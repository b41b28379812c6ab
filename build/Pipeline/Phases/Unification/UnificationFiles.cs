using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Generation;

namespace Cdp.Pipeline.Phases.Unification;

/// <summary>The project's files. The names are the seed's; which task runs each is seen in the four workflows.</summary>
internal sealed class UnificationFiles(IdentityPlan plan, Region region)
{
    /// <summary>Run by every engine.</summary>
    private static readonly string[] _common =
    [
        "create_schema", "loop_on_tables", "exclusion_detect", "shared_values", "unif_input_tbl", "master_table", "coverage_check",
        "find_new_table", "log_failure", "graph_converged", "graph", "lookup", "keys", "tables", "forget_run", "merge_split_log",
        "source_key_stats", "result_key_stats", "overmerge_check",
    ];

    private static readonly string[] _own =
    [
        "unif_input_delta", "graph_seed", "graph_vertices", "graph_edges", "graph_map", "graph_control", "graph_count",
        "graph_finalize", "resolved",
    ];

    private static readonly string[] _components = ["graph_hubs", "graph_jump", "graph_contract"];

    private static readonly string[] _leaderLoop = ["leader_moves", "leader_pairs", "leader_map"];

    public IEnumerable<GeneratedFile> All()
    {
        var model = new UnificationModel(plan, region);
        return
        [
            .. new[] { "unif_runner.dig", "dynmic_prep_creation.dig", "id_unification.dig", "enrich_runner.dig" }.Select(f => File(f, model)),
            .. new[] { "unify", "environment", "src_prep_params", "stage_enrich" }.Select(f => File($"config/{f}.yml", model)),
            .. _common.Concat(Engine()).Select(q => Query($"queries/{q}.sql", model, SqlKind.Parsed)),
            .. model.Tables.Select(t => new GeneratedFile($"queries/prep_{t.Name}.sql", "queries/prep_{table}.sql", new TableFileModel(t))
            {
                Database = plan.Database,
            }),
            Query("enrich/queries/generate_join_query.sql", model, SqlKind.Bound),
            Query("enrich/queries/enrich_tbl_creation.sql", model, SqlKind.Parsed),
            Query("enrich/queries/execute_join_presto.sql", model, SqlKind.Parsed),
            Query("enrich/queries/execute_join_hive.sql", model, SqlKind.Hive),
        ];
    }

    private IEnumerable<string> Engine() => plan.Config.Engine is UnificationEngine.Hosted
        ? plan.Incremental ? ["full_refresh", "publish_seed_tables"] : ["publish_seed_tables"]
        : _own.Concat(plan.LeaderLoop ? _leaderLoop : _components);

    private static GeneratedFile File(string path, UnificationModel model) => new(path, path, model);

    private GeneratedFile Query(string path, UnificationModel model, SqlKind kind) =>
        new(path, path, model) { Sql = kind, Database = plan.Database };
}
