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

    /// <param name="before">Is told the name of each task before it runs.</param>
    public async Task<SqlProject> RunAsync(long session, Func<string, Task>? before = null)
    {
        var sql = new SqlProject(_tables, _files, "acme_stg", session);
        await sql.QueryAsync("queries/create_inc_log.sql");
        foreach (var table in DependencyWaves.Of(_plan).SelectMany(w => w))
        {
            await RunAsync(sql, table, new TableModel(table), before ?? (_ => Task.CompletedTask));
        }

        return sql;
    }

    private static async Task RunAsync(SqlProject sql, StagingTable table, TableModel model, Func<string, Task> before)
    {
        var parameters = new JsonObject
        {
            ["tbl"] = new JsonObject
            {
                ["name"] = table.Name,
                ["window_table"] = table.WindowTable,
                ["source_db"] = table.SourceDatabase,
                ["union_table"] = table.UnionTable,
            },
        };
        await before("window");
        await sql.CreateAsync($"queries/{table.Name}_window.sql", table.WindowTable, parameters);
        await sql.QueryAsync("queries/window_start.sql", parameters);
        await before("transform");
        if (model.Hive)
        {
            await sql.QueryAsync($"queries/{table.Name}_work.sql");
            await sql.OverwriteAsync($"queries/{table.Name}_transform.sql", model.WorkTable, parameters);
        }
        else
        {
            await sql.CreateAsync($"queries/{table.Name}_transform.sql", model.WorkTable, parameters);
        }

        if (!model.Incremental)
        {
            sql.Rename(model.WorkTable, table.Target);
        }
        else
        {
            await sql.QueryAsync($"queries/{table.Name}_create.sql");
            await GainAsync(sql, table);
            if (model.HasDedup)
            {
                await sql.CreateAsync($"queries/{table.Name}_upsert_fresh.sql", table.FreshTable);
            }

            await before("delete");
            var kind = model.HasDedup ? "upsert" : "append";
            await sql.QueryAsync($"queries/{table.Name}_{kind}_delete.sql");
            await before("insert");
            await sql.InsertAsync($"queries/{table.Name}_{kind}_insert.sql", table.Target);
            await sql.InsertAsync($"queries/{table.Name}_{kind}_insert.sql", table.Target);
        }

        await before("watermark");
        await sql.QueryAsync("queries/set_watermark.sql", parameters);
        await sql.QueryAsync("queries/set_watermark.sql", parameters);
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
