using System.Collections.Immutable;
using Cdp.Pipeline.Generation;
using Cdp.Pipeline.Resolution;

namespace Cdp.Pipeline.Phases.Staging;

/// <summary>The project's files; each is run by the workflow of its table's source, or read by people.</summary>
internal sealed class StagingFiles(ResolvedPipeline pipeline, ImmutableArray<StagingTable> tables)
{
    private string Database => pipeline.Staging.Database;

    public IEnumerable<GeneratedFile> All()
    {
        var model = new StagingModel(
            pipeline.Staging.SourceDatabase,
            Database,
            pipeline.LookupDatabase,
            pipeline.Config.Staging.Parallel,
            [.. pipeline.Staging.Sources.Select(Source)])
        {
            Schedule = pipeline.Config.Staging.Schedule,
        };
        return
        [
            .. model.Sources.Select(s => new GeneratedFile(
                $"transform_{s.Name}.dig", "transform_{source}.dig", model with { Source = s })),
            new("config/src_params.yml", "config/src_params.yml", model),
            new("queries/create_inc_log.sql", "queries/create_inc_log.sql", model),
            Filled("queries/window_start.sql", model),
            Filled("queries/find_new_table.sql", model),
            Filled("queries/add_column.sql", model),
            Filled("queries/set_watermark.sql", model),
            .. tables.SelectMany(TableFiles),
        ];
    }

    private static GeneratedFile Filled(string path, object model) => new(path, path, model) { Sql = SqlKind.Parsed };

    private SourceModel Source(string name)
    {
        var waves = DependencyWaves.Of([.. tables.Where(t => t.SourceSystem == name)]);
        return new(name, [.. waves.Select(w => w.Select(t => new TableModel(t)).ToImmutableArray())]);
    }

    private IEnumerable<GeneratedFile> TableFiles(StagingTable table)
    {
        var model = new TableFileModel(new(table), new(table), new(table), new(table));
        var incremental = model.Table.Incremental;
        yield return Query(table, "window", model);
        if (model.Table.Hive)
        {
            yield return Query(table, "work", model);
        }

        yield return model.Table.Hive
            ? Query(table, "transform", model) with { Sql = SqlKind.Hive }
            : Query(table, "transform", model);
        foreach (var step in !incremental ? []
            : model.Table.HasDedup ? new[] { "create", "missing", "retyped", "rebuild", "upsert_fresh", "upsert_delete", "upsert_insert" }
            : ["create", "missing", "retyped", "rebuild", "append_delete", "append_insert"])
        {
            yield return Query(table, step, model);
        }

        yield return new($"docs/{table.Name}_columns.md", "docs/{table}_columns.md", model);
    }

    private GeneratedFile Query(StagingTable table, string step, TableFileModel model) =>
        new($"queries/{table.Name}_{step}.sql", $"queries/{{table}}_{step}.sql", model)
        {
            Sql = SqlKind.Parsed,
            Database = Database,
        };
}
