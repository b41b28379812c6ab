using System.Globalization;
using System.Text.Json.Nodes;

namespace Cdp.Emulator.Unification;

/// <summary>The workflow that the service answers with; digdag runs it as sub-tasks of <c>http_call&gt;</c>.</summary>
internal static class UnifyWorkflow
{
    public static JsonObject Of(UnifyRules rules)
    {
        var workflow = new JsonObject
        {
            ["_export"] = new JsonObject { ["td"] = new JsonObject { ["database"] = rules.Database } },
            ["+create_database"] = new JsonObject { ["td_ddl>"] = null, ["create_databases"] = new JsonArray(rules.Database) },
        };
        foreach (var id in rules.Ids)
        {
            workflow[$"+{id.Name}"] = Id(rules, id);
        }

        return workflow;
    }

    private static JsonObject Id(UnifyRules rules, UnifyId id)
    {
        var sql = new UnifySql(rules, id);
        var stats = new UnifyStats(id, new UnifyInput(rules, id).Keys);
        var rounds = rules.FullRefresh ? id.Iterations : Math.Max(id.Iterations, id.IncrementalIterations);
        var tasks = new JsonObject
        {
            ["+declare"] = Job(sql.Declarations),
            ["+get_next_high_water_mark"] = Job(sql.NextHighWaterMark, "create_table", $"{id.Name}_next_high_water_mark"),
            ["+keys"] = Job(sql.Keys, "create_table", $"{id.Name}_keys"),
            ["+tables"] = Job(sql.Tables, "create_table", $"{id.Name}_tables"),
            ["+extract_and_merge"] = Job(sql.Seed, "create_table", Loop(id, 0)),
            ["+source_key_stats"] = Once(stats.Source, $"{id.Name}_source_key_stats"),
        };
        for (var n = 1; n <= rounds; n++)
        {
            tasks[$"+unify_loop_{n.ToString(CultureInfo.InvariantCulture)}"] = Job(sql.Iterate(Loop(id, n - 1)), "create_table", Loop(id, n));
        }

        tasks["+report_diff"] = Job(UnifySql.Diff(Loop(id, rounds - 1), Loop(id, rounds)), "create_table", $"{id.Name}_report_diff");
        tasks["+canonicalize"] = new JsonObject
        {
            ["+graph"] = Job($"SELECT * FROM {Loop(id, rounds)}", "create_table", $"{id.Name}_graph"),
            ["+lookup"] = Job(sql.Lookup, "create_table", $"{id.Name}_lookup"),
        };
        tasks["+result_key_stats"] = Once(stats.Result, $"{id.Name}_result_key_stats");
        tasks["+set_high_water_mark"] = Job($"SELECT * FROM {id.Name}_next_high_water_mark", "create_table", $"{id.Name}_high_water_mark");
        if (!rules.KeepDebugTables)
        {
            tasks["+drop_debug_tables"] = new JsonObject
            {
                ["td_ddl>"] = null,
                ["drop_tables"] = new JsonArray([.. Enumerable.Range(0, rounds + 1).Select(n => (JsonNode)Loop(id, n)), $"{id.Name}_next_high_water_mark"]),
            };
        }

        return tasks;
    }

    private static string Loop(UnifyId id, int n) => string.Create(CultureInfo.InvariantCulture, $"{id.Name}_graph_unify_loop_{n}");

    private static JsonObject Job(string sql, string? option = null, string? table = null)
    {
        var task = new JsonObject { ["td>"] = new JsonObject { ["data"] = sql } };
        if (option is not null)
        {
            task[option] = table;
        }

        return task;
    }

    /// <summary>Adds the rows of this session; a repeated session replaces its own.</summary>
    private static JsonObject Once(string sql, string table) => new()
    {
        ["+forget"] = new JsonObject
        {
            ["+there"] = new JsonObject { ["td_ddl>"] = null, ["create_tables"] = new JsonArray(table) },
            ["+delete"] = Job($"DELETE FROM {table} WHERE time = CAST(${{session_unixtime}} AS bigint)"),
        },
        ["+insert"] = Job(sql, "insert_into", table),
    };
}
