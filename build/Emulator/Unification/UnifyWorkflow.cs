using System.Globalization;
using System.Text.Json.Nodes;

namespace Cdp.Emulator.Unification;

/// <summary>The workflow that the service answers with; digdag runs it as sub-tasks of <c>http_call&gt;</c>.</summary>
/// <remarks>An answer of more than 64 KiB is refused by <c>http_call&gt;</c>. So the first one only names the ids; the tasks of each
/// id, and of each of its tables, are asked for when they are due. Rounds are a loop.</remarks>
internal sealed class UnifyWorkflow(UnifyRules rules, string call)
{
    /// <summary>The names by which <c>http_call&gt;</c> finds this process.</summary>
    private const string Host = "https://api-cdp.treasuredata.com";

    /// <summary>The answer to the call itself.</summary>
    public JsonObject Ids()
    {
        var workflow = new JsonObject
        {
            ["_export"] = new JsonObject { ["td"] = new JsonObject { ["database"] = rules.Database } },
            ["+create_database"] = new JsonObject { ["td_ddl>"] = null, ["create_databases"] = new JsonArray(rules.Database) },
        };
        foreach (var id in rules.Ids)
        {
            workflow[$"+{id.Name}"] = Ask(id.Name);
        }

        return workflow;
    }

    /// <summary>From the tables to the lookup of one id.</summary>
    public JsonObject Id(UnifyId id)
    {
        var sql = new UnifySql(rules, id);
        var stats = new UnifyStats(id, new UnifyInput(rules, id).Keys);
        var rounds = rules.FullRefresh ? id.Iterations : Math.Max(id.Iterations, id.IncrementalIterations);
        var extract = new JsonObject();
        foreach (var table in id.Tables)
        {
            extract[$"+extract_{Text(table.Id)}"] = Ask($"{id.Name}/{Text(table.Id)}");
        }

        extract["+merge"] = Job(sql.Seed, "create_table", Loop(id, 0));
        var tasks = new JsonObject
        {
            ["+declare"] = Job(sql.Declarations),
            ["+get_next_high_water_mark"] = Job(sql.NextHighWaterMark, "create_table", $"{id.Name}_next_high_water_mark"),
            ["+keys"] = Job(sql.Keys, "create_table", $"{id.Name}_keys"),
            ["+tables"] = Job(sql.Tables, "create_table", $"{id.Name}_tables"),
            ["+extract_and_merge"] = extract,
            ["+source_key_stats"] = Once(stats.Source, $"{id.Name}_source_key_stats"),
            ["+unify_loop"] = new JsonObject
            {
                ["loop>"] = rounds,
                ["_do"] = Job(sql.Iterate(Loop(id, "${i}")), "create_table", Loop(id, "${i + 1}")),
            },
            ["+report_diff"] = Job(UnifySql.Diff(Loop(id, rounds - 1), Loop(id, rounds)), "create_table", $"{id.Name}_report_diff"),
            ["+canonicalize"] = new JsonObject
            {
                ["+graph"] = Job($"SELECT * FROM {Loop(id, rounds)}", "create_table", $"{id.Name}_graph"),
                ["+lookup"] = Job(sql.Lookup, "create_table", $"{id.Name}_lookup"),
            },
            ["+result_key_stats"] = Once(stats.Result, $"{id.Name}_result_key_stats"),
            ["+set_high_water_mark"] = Job($"SELECT * FROM {id.Name}_next_high_water_mark", "create_table", $"{id.Name}_high_water_mark"),
        };
        if (!rules.KeepDebugTables)
        {
            var left = Enumerable.Range(0, rounds + 1).Select(n => Loop(id, n)).Concat(id.Tables.Select(sql.Extracted)).Append($"{id.Name}_next_high_water_mark");
            tasks["+drop_debug_tables"] = new JsonObject { ["td_ddl>"] = null, ["drop_tables"] = new JsonArray([.. left.Select(t => (JsonNode)t)]) };
        }

        return tasks;
    }

    /// <summary>The records of one table for one id.</summary>
    public JsonObject Extract(UnifyId id, UnifyTable table)
    {
        var sql = new UnifySql(rules, id);
        return new() { ["+extract"] = Job(sql.Extract(table), "create_table", sql.Extracted(table)) };
    }

    private JsonObject Ask(string part) => new()
    {
        ["http_call>"] = $"{Host}/unifications/workflow_call/{call}/{part}",
        ["headers"] = new JsonArray(new JsonObject { ["authorization"] = "${secret:td.apikey}" }),
        ["method"] = "GET",
        ["retry"] = true,
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Loop(UnifyId id, int n) => Loop(id, Text(n));

    private static string Loop(UnifyId id, string n) => $"{id.Name}_graph_unify_loop_{n}";

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
