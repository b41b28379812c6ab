using System.Text.Json.Nodes;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Phases.Staging;
using Cdp.Pipeline.Schemas;
using Cdp.Trino;

namespace Cdp.Pipeline.Tests.Phases.Staging;

/// <summary>What <c>transform_{source}.dig</c> does, task by task.</summary>
internal sealed class StagingRun
{
    private readonly IReadOnlyDictionary<string, string> _files;
    private readonly TrinoDatabase _tables;
    private readonly IReadOnlyList<StagingTable> _plan;

    public StagingRun(TrinoDatabase tables, PipelineConfig config, SchemaCatalog schemas)
    {
        var project = new Project(config);
        _files = project.Render(new StagingPhase(), schemas);
        _tables = tables;
        _plan = new StagingPlanner(project.Pipeline, schemas).Tables();
        foreach (var database in (string[])["acme_stg", "acme_config", "acme_src"])
        {
            tables.CreateDatabase(database);
        }
    }

    public IReadOnlyDictionary<string, string> Files => _files;

    /// <summary>Every task once, but inserts and watermarks twice, as after a lost answer.</summary>
    /// <param name="before">Is told the name of each task before it runs.</param>
    public async Task<SqlProject> RunAsync(long session, Func<string, Task>? before = null)
    {
        foreach (var task in Tasks(session))
        {
            await (before?.Invoke(task.Name) ?? Task.CompletedTask);
            await task.Run();
            if (task.Name is "insert" or "watermark")
            {
                await task.Run();
            }
        }

        return Project(session);
    }

    public SqlProject Project(long session) => new(_tables, _files, "acme_stg", session);

    /// <summary>The tasks of one session, in order; each may be run again.</summary>
    public IReadOnlyList<StagingTask> Tasks(long session)
    {
        var sql = Project(session);
        return
        [
            new("create_inc_log", () => sql.QueryAsync("queries/create_inc_log.sql")),
            .. DependencyWaves.Of(_plan).SelectMany(w => w).SelectMany(t => Tasks(sql, t, new TableModel(t))),
        ];
    }

    private static IEnumerable<StagingTask> Tasks(SqlProject sql, StagingTable table, TableModel model)
    {
        var parameters = new JsonObject
        {
            ["tbl"] = new JsonObject
            {
                ["name"] = table.Name,
                ["window_table"] = table.WindowTable,
                ["work_table"] = model.WorkTable,
                ["new_table"] = model.NewTable,
                ["source_db"] = table.SourceDatabase,
                ["union_table"] = table.UnionTable,
            },
        };
        yield return new("window", () => sql.CreateAsync($"queries/{table.Name}_window.sql", table.WindowTable, parameters));
        yield return new("prune", () => sql.QueryAsync("queries/window_start.sql", parameters));
        if (model.Hive)
        {
            yield return new("work", () => sql.QueryAsync($"queries/{table.Name}_work.sql"));
        }

        yield return new("transform", () => model.Hive
            ? sql.OverwriteAsync($"queries/{table.Name}_transform.sql", model.WorkTable, parameters)
            : sql.CreateAsync($"queries/{table.Name}_transform.sql", model.WorkTable, parameters));
        foreach (var task in model.Incremental ? Changes(sql, table, model, parameters) : [new("swap", () => SwapAsync(sql, table, model, parameters))])
        {
            yield return task;
        }

        yield return new("watermark", () => sql.QueryAsync("queries/set_watermark.sql", parameters));
        yield return new("clean", () => sql.RunAsync(string.Join('\n', new[] { model.WorkTable, table.FreshTable, table.WindowTable }.Select(t => $"DROP TABLE IF EXISTS \"{t}\";"))));
    }

    private static IEnumerable<StagingTask> Changes(SqlProject sql, StagingTable table, TableModel model, JsonObject parameters)
    {
        var kind = model.HasDedup ? "upsert" : "append";
        yield return new("create", () => sql.QueryAsync($"queries/{table.Name}_create.sql"));
        yield return new("columns", () => GainAsync(sql, table));
        yield return new("types", () => RetypeAsync(sql, table, model, parameters));
        if (model.HasDedup)
        {
            yield return new("fresh", () => sql.CreateAsync($"queries/{table.Name}_upsert_fresh.sql", table.FreshTable));
        }

        yield return new("delete", () => sql.QueryAsync($"queries/{table.Name}_{kind}_delete.sql"));
        yield return new("insert", () => sql.InsertAsync($"queries/{table.Name}_{kind}_insert.sql", table.Target));
    }

    private static async Task SwapAsync(SqlProject sql, StagingTable table, TableModel model, JsonObject parameters)
    {
        if ((await sql.QueryAsync("queries/find_new_table.sql", parameters))[^1].Rows.Length > 0)
        {
            sql.Rename(model.NewTable, table.Target);
        }
    }

    private static async Task RetypeAsync(SqlProject sql, StagingTable table, TableModel model, JsonObject parameters)
    {
        if ((await sql.QueryAsync($"queries/{table.Name}_retyped.sql"))[^1].Rows.Length > 0)
        {
            await sql.CreateAsync($"queries/{table.Name}_rebuild.sql", model.NewTable);
            await SwapAsync(sql, table, model, parameters);
        }
    }

    private static async Task GainAsync(SqlProject sql, StagingTable table)
    {
        foreach (var missing in (await sql.QueryAsync($"queries/{table.Name}_missing.sql"))[^1].Rows)
        {
            await sql.QueryAsync("queries/add_column.sql", new JsonObject
            {
                ["tbl"] = new JsonObject { ["staging_table"] = table.Target },
                ["td"] = new JsonObject
                {
                    ["each"] = new JsonObject { ["column_name"] = missing[0]!.DeepClone(), ["column_type"] = missing[1]!.DeepClone() },
                },
            });
        }
    }
}

/// <param name="Run">May be run again: after a lost answer, a failure, or in the next session.</param>
internal sealed record StagingTask(string Name, Func<Task> Run);
