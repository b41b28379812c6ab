using System.Text.Json.Nodes;
using Cdp.Pipeline.Generation;

namespace Cdp.Pipeline.Phases.Ingestion;

/// <summary>The files of the ingestion project; each is run, included or used by a person under the settings that make it.</summary>
internal sealed class IngestionFiles(IngestionPlan plan)
{
    private readonly IngestionModels _models = new(plan);

    public IReadOnlyList<GeneratedFile> All() =>
    [
        .. plan.Sources.SelectMany(Source),
        File("config/database.yml", _models.Databases()),
        .. plan.HasHistory ? new[] { File("config/hist_date_ranges.yml", _models.DateRanges()) } : [],
        .. SqlFiles(),
        File("credentials_ingestion.json.example", new { Secrets = Credentials() }),
        File(".gitignore", new { }),
        File("README.md", _models.Readme(Secrets())),
    ];

    private IEnumerable<GeneratedFile> Source(SourcePlan source) =>
    [
        .. source.HasIncrements
            ? new[] { new GeneratedFile($"{source.IncWorkflow}.dig", "{source}_ingest_inc.dig", _models.IncWorkflow(source)) }
            : [],
        .. source.Workflows.Contains(source.HistWorkflow) ? History(source) : [],
        new($"config/{source.Name}_datasources.yml", "config/{source}_datasources.yml", _models.Datasources(source)),
        .. source.Objects.Select(o => new GeneratedFile(
            $"config/{source.Name}_{o.Object.Name}_load.yml",
            "config/{source}_{object}_load.yml",
            new { Connector = o.Connector.Type, Load = LoadFile.Of(source, o, plan.ExactlyOnce) })),
    ];

    private IEnumerable<GeneratedFile> History(SourcePlan source) => source.Parts.Length <= 1
        ? [new($"{source.HistWorkflow}.dig", "{source}_ingest_hist.dig", _models.HistWorkflow(source, source.Parts.FirstOrDefault()))]
        :
        [
            new($"{source.HistWorkflow}.dig", "{source}_ingest_hist_parts.dig", _models.HistParts(source)),
            .. source.Parts.Select(part => new GeneratedFile(
                $"{IngestionModels.PartWorkflow(source, part)}.dig", "{source}_ingest_hist.dig", _models.HistWorkflow(source, part))),
        ];

    private IEnumerable<GeneratedFile> SqlFiles()
    {
        var windows = plan.Sources.Any(s => s.Windowed.Length > 0);
        string[] names =
        [
            "create_ingestion_log_table",
            "create_inc_log_table",
            "log_ingestion_start",
            "log_ingestion_success",
            "log_ingestion_error",
            "log_ingestion_not_reached",
            .. plan.Sources.Any(s => s.HasIncrements) || plan.Sources.Any(s => s.Full.Length > 0) ? new[] { "set_watermark" } : [],
            .. Windows().Any(w => w.Name == "get_window") ? new[] { "get_window" } : [],
            .. plan.Sources.Any(s => s.HasIncrements) ? new[] { "find_old_log_lines", "compact_ingestion_log", "compact_inc_log" } : [],
            .. plan.HasHistory ? new[] { "check_hist_done" } : [],
            .. windows && plan.ExactlyOnce ? new[] { "create_table", "delete_batch", "insert_batch" } : [],
            .. plan.ExactlyOnce && plan.Sources.Any(s => s.IsTrimmed) ? new[] { "trim_load" } : [],
        ];
        return
        [
            .. names.Select(name => Query(File($"sql/{name}.sql", _models.Tables()))),
            .. Windows().Where(w => w.Name != "get_window").Select(w => Query(
                new($"sql/{w.Name}.sql", "sql/get_window_{source}_{object}.sql", _models.FirstWindow(w.Object)))),
        ];
    }

    private IEnumerable<(string Name, ObjectPlan Object)> Windows() =>
        from source in plan.Sources
        where source.HasIncrements
        from o in source.Windowed
        select (IngestionModels.WindowQuery(source, o), o);

    private GeneratedFile Query(GeneratedFile file) => file with { Database = plan.Database, Sql = SqlKind.Parsed };

    private List<string> Secrets() =>
        [.. plan.Sources.SelectMany(LoadFile.Secrets).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private JsonObject Credentials() =>
        new(Secrets().Select(s => KeyValuePair.Create(s, (JsonNode?)JsonValue.Create(""))));

    private static GeneratedFile File(string path, object model) => new(path, path, model);
}
