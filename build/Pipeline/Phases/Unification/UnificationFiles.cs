using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Generation;

namespace Cdp.Pipeline.Phases.Unification;

/// <summary>The project's files. The names are the seed's; which task runs each is seen in the four workflows.</summary>
/// <remarks>An id that is found for another one has the same files in a folder of its own, but the workflows beside the others:
/// <c>household_id_unification.dig</c>.</remarks>
internal sealed class UnificationFiles(IdentityPlan plan, Region region)
{
    /// <summary>Run by every engine, for every id.</summary>
    private static readonly string[] _common =
    [
        "create_schema", "loop_on_tables", "exclusion_detect", "shared_values", "unif_input_tbl", "find_new_table", "graph_converged",
        "graph", "lookup", "keys", "tables", "forget_run", "merge_split_log", "source_key_stats", "result_key_stats", "overmerge_check",
    ];

    private static readonly string[] _ofRunner = ["log_failure", "master_table", "coverage_check"];

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
            .. new[] { "unif_runner.dig", "enrich_runner.dig" }.Select(f => File(f, f, model)),
            .. new[] { "unify", "environment", "stage_enrich" }.Select(f => $"config/{f}.yml").Select(f => File(f, f, model)),
            .. _ofRunner.Select(q => Same($"queries/{q}.sql", model, SqlKind.Parsed)),
            Same("enrich/queries/generate_join_query.sql", model, SqlKind.Bound),
            Same("enrich/queries/enrich_tbl_creation.sql", model, SqlKind.Parsed),
            Same("enrich/queries/execute_join_presto.sql", model, SqlKind.Parsed),
            Same("enrich/queries/execute_join_hive.sql", model, SqlKind.Hive),
            .. plan.Before.Append(plan).SelectMany(OfId),
        ];
    }

    private IEnumerable<GeneratedFile> OfId(IdentityPlan id)
    {
        var model = new UnificationModel(id, region);
        var name = id.Folder.Replace('/', '_');
        yield return File($"{(id.Folder.Length is 0 ? "dynmic_" : name)}prep_creation.dig", "dynmic_prep_creation.dig", model);
        yield return File($"{name}id_unification.dig", "id_unification.dig", model);
        yield return File($"{id.Folder}config/src_prep_params.yml", "config/src_prep_params.yml", model);
        foreach (var query in _common.Concat(Engine(id)))
        {
            yield return Query($"{id.Folder}queries/{query}.sql", $"queries/{query}.sql", model, SqlKind.Parsed);
        }

        foreach (var table in id.Tables)
        {
            yield return Query($"{id.Folder}queries/prep_{table.Name}.sql", "queries/prep_{table}.sql", new TableFileModel(new(id, new(id), table)), id.Before.IsEmpty ? SqlKind.Bound : SqlKind.Parsed);
            if (!id.Before.IsEmpty)
            {
                yield return Query($"{id.Folder}queries/ids_{table.Name}.sql", "queries/ids_{table}.sql", new IdsFileModel(new(id, table)), SqlKind.Parsed);
            }
        }
    }

    private static IEnumerable<string> Engine(IdentityPlan id) => id.Config.Engine is UnificationEngine.Hosted
        ? id.Incremental ? ["full_refresh", "publish_seed_tables"] : ["publish_seed_tables"]
        : _own.Concat(id.LeaderLoop ? _leaderLoop : _components);

    private static GeneratedFile File(string path, string template, object model) => new(path, template, model);

    private GeneratedFile Same(string path, UnificationModel model, SqlKind kind) => Query(path, path, model, kind);

    private GeneratedFile Query(string path, string template, object model, SqlKind kind) =>
        new(path, template, model) { Sql = kind, Database = plan.Database };
}
