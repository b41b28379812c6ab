using System.Text.Json.Nodes;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Phases.Unification;
using Cdp.Pipeline.Schemas;
using Cdp.Trino;

namespace Cdp.Pipeline.Tests.Phases.Unification;

/// <summary>As the workflow's <c>fail&gt;</c>.</summary>
internal sealed class NotConvergedException(int rounds)
    : Exception(FormattableString.Invariant($"Not converged after {rounds} rounds."));

/// <summary>What the workflows of unification do, task by task.</summary>
internal sealed class UnificationRun
{
    private readonly TrinoDatabase _tables;
    private readonly IReadOnlyDictionary<string, string> _files;
    private readonly IdentityPlan _plan;

    public UnificationRun(TrinoDatabase tables, PipelineConfig config, SchemaCatalog schemas)
    {
        var project = new Phases.Project(config);
        _files = project.Render(new UnificationPhase(), schemas);
        _plan = new IdentityPlanner(project.Pipeline, schemas).Plan();
        _tables = tables;
        foreach (var database in (string[])[_plan.Database, _plan.LookupDatabase, _plan.StagingDatabase])
        {
            tables.CreateDatabase(database);
        }
    }

    /// <summary>Whether what inserts is done twice, as after a lost answer, and logs and statistics are written.</summary>
    public bool Whole { get; init; } = true;

    private int Times => Whole ? 2 : 1;

    /// <summary>Rounds that the last run needed.</summary>
    public int Rounds { get; private set; }

    private string Prefix => _plan.Prefix;

    public SqlProject Project(long session) => new(_tables, _files, _plan.Database, session);

    public async Task<SqlProject> RunAsync(long session)
    {
        var sql = Project(session);
        await PrepareAsync(sql);
        await ResolveAsync(sql);
        await PublishAsync(sql);
        await EnrichAsync(sql);
        return sql;
    }

    public async Task PrepareAsync(SqlProject sql)
    {
        await sql.QueryAsync("queries/create_schema.sql");
        if ((await sql.QueryAsync("queries/loop_on_tables.sql"))[^1].Rows.Length != _plan.Tables.Length)
        {
            throw new InvalidOperationException("loop_on_tables.sql does not list every table.");
        }

        foreach (var table in _plan.Tables)
        {
            await sql.CreateAsync($"queries/prep_{table.Name}.sql", table.Prep);
        }

        await sql.QueryAsync("queries/exclusion_detect.sql");
        await sql.CreateAsync("queries/shared_values.sql", $"{Prefix}_exclusion_candidates");
        await sql.CreateAsync("queries/unif_input_tbl.sql", $"{Prefix}_prep__new");
        sql.Rename($"{Prefix}_prep__new", $"{Prefix}_prep");
        await sql.CreateAsync("queries/unif_input_delta.sql", $"{Prefix}_work_input");
    }

    public async Task ResolveAsync(SqlProject sql)
    {
        await sql.QueryAsync("queries/create_schema.sql");
        await sql.CreateAsync("queries/graph_seed.sql", $"{Prefix}_work_pairs");
        await sql.CreateAsync("queries/graph_vertices.sql", $"{Prefix}_work_vertices");
        await sql.CreateAsync("queries/graph_edges.sql", $"{Prefix}_work_edges_0");
        await sql.CreateAsync("queries/graph_map.sql", $"{Prefix}_work_map");
        await sql.CreateAsync("queries/graph_control.sql", $"{Prefix}_work_control");
        for (Rounds = 0; Rounds < _plan.Rounds && !await HasConvergedAsync(sql); Rounds++)
        {
            await RoundAsync(sql, new JsonObject { ["i"] = Rounds });
        }

        if (!await HasConvergedAsync(sql))
        {
            throw new NotConvergedException(Rounds);
        }

        await sql.CreateAsync("queries/graph_finalize.sql", $"{Prefix}_work_leaders");
    }

    public async Task PublishAsync(SqlProject sql)
    {
        await sql.CreateAsync("queries/resolved.sql", $"{Prefix}_resolved__new");
        await sql.CreateAsync("queries/graph.sql", $"{Prefix}_unified_id_graph__new");
        await sql.CreateAsync("queries/lookup.sql", $"{Prefix}_unified_id_lookup__new");
        if (Whole)
        {
            await LogAsync(sql);
        }

        foreach (var table in (string[])["unified_id_graph", "unified_id_lookup", "resolved"])
        {
            sql.Rename($"{Prefix}_{table}__new", $"{Prefix}_{table}");
        }

        if (Whole)
        {
            await sql.CreateAsync("queries/overmerge_check.sql", $"{Prefix}_overmerge");
        }
    }

    private async Task LogAsync(SqlProject sql)
    {
        await sql.CreateAsync("queries/keys.sql", "unified_id_keys");
        await sql.CreateAsync("queries/tables.sql", "unified_id_tables");
        await sql.QueryAsync("queries/forget_run.sql");
        for (var repeat = 0; repeat < Times; repeat++)
        {
            await sql.InsertAsync("queries/merge_split_log.sql", $"{Prefix}_merge_split_log");
            await sql.InsertAsync("queries/source_key_stats.sql", "unified_id_source_key_stats");
            await sql.InsertAsync("queries/result_key_stats.sql", "unified_id_result_key_stats");
        }
    }

    private async Task EnrichAsync(SqlProject sql)
    {
        var columns = (await sql.QueryAsync("enrich/queries/generate_join_query.sql"))[^1];
        foreach (var row in columns.Rows)
        {
            var each = new JsonObject();
            for (var n = 0; n < columns.Columns.Length; n++)
            {
                each[columns.Columns[n].Name] = row[n]?.DeepClone();
            }

            var enriched = $"{row[2]}";
            var parameters = new JsonObject
            {
                ["td"] = new JsonObject { ["each"] = each },
                ["tables"] = StageEnrich.Tables(_files["config/stage_enrich.yml"]),
            };
            await sql.QueryAsync("enrich/queries/enrich_tbl_creation.sql", parameters);
            await sql.InsertAsync("enrich/queries/execute_join_presto.sql", $"{enriched}__new", parameters);
            await sql.InsertAsync("enrich/queries/execute_join_presto.sql", $"{enriched}__new", parameters);
            sql.Rename($"{enriched}__new", enriched);
        }

        await sql.CreateAsync("queries/master_table.sql", $"{Prefix}_master");
        await sql.CreateAsync("queries/coverage_check.sql", $"{Prefix}_coverage");
        await sql.QueryAsync("queries/log_failure.sql", new JsonObject { ["error"] = new JsonObject { ["message"] = "it's\nbroken" } });
    }

    /// <summary>One iteration of the loop; what inserts is repeated, as after a lost answer.</summary>
    private async Task RoundAsync(SqlProject sql, JsonObject round)
    {
        if (_plan.LeaderLoop)
        {
            await sql.CreateAsync("queries/leader_moves.sql", $"{Prefix}_work_moves", round);
            await sql.CreateAsync("queries/leader_pairs.sql", $"{Prefix}_work_edges_{Rounds + 1}", round);
        }
        else
        {
            await sql.CreateAsync("queries/graph_hubs.sql", $"{Prefix}_work_hubs", round);
        }

        var pointers = _plan.LeaderLoop ? "queries/leader_map.sql" : "queries/graph_jump.sql";
        for (var repeat = 0; repeat < Times; repeat++)
        {
            await sql.InsertAsync(pointers, $"{Prefix}_work_map", round);
        }

        if (!_plan.LeaderLoop)
        {
            await sql.CreateAsync("queries/graph_contract.sql", $"{Prefix}_work_edges_{Rounds + 1}", round);
        }

        for (var repeat = 0; repeat < Times; repeat++)
        {
            await sql.InsertAsync("queries/graph_count.sql", $"{Prefix}_work_control", round);
        }
    }

    private static async Task<bool> HasConvergedAsync(SqlProject sql) =>
        (await sql.QueryAsync("queries/graph_converged.sql"))[^1].Rows.IsEmpty;
}
