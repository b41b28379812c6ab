using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Cdp.Pipeline.Resolution;

namespace Cdp.Pipeline.Phases.Ingestion;

/// <summary>What the templates of the ingestion see.</summary>
internal sealed class IngestionModels(IngestionPlan plan)
{
    private const int Retries = 1;

    /// <summary>Rows of this window, counted where they are; the number survives a resume that has lost the job's.</summary>
    private string Records => plan.ExactlyOnce
        ? $"(SELECT COUNT(*) FROM {Sql.Name(plan.Database)}.\"${{datasource.table_name}}\" WHERE \"load_batch_id\" = '${{batch_id}}')"
        : "${td.last_job.num_records}";

    public object IncWorkflow(SourcePlan source) => new
    {
        Source = source.Name,
        plan.Database,
        source.Source.Schedule,
        HasWindows = source.Windowed.Length > 0,
        HasFullLoads = source.Full.Length > 0,
        plan.ExactlyOnce,
        InDays = source.Connector.Window.Days is not null,
        Trims = source.IsTrimmed && plan.ExactlyOnce,
        Retries,
        Parallel = Math.Min(source.Source.Parallel ?? int.MaxValue, source.Connector.Parallel.Incremental),
        Records,
    };

    public object HistWorkflow(SourcePlan source, HistoryPart? part) => new
    {
        Source = source.Name,
        plan.Database,
        DateRanges = $"${{date_ranges.{part?.Name}}}",
        Datasources = part?.Objects.Length < source.Windowed.Length ? $"${{hist_datasources_{part.Name}}}" : "${hist_datasources}",
        HasWindows = source.HasHistory,
        HasFullLoads = !source.HasIncrements && source.Full.Length > 0,
        SetsWatermark = source.HasIncrements && source.Parts.Length <= 1,
        HistoryEnd = source.FirstWatermark.ToUnixTimeSeconds(),
        plan.ExactlyOnce,
        InDays = source.Connector.Window.Days is not null,
        Trims = source.IsTrimmed && plan.ExactlyOnce,
        Retries,
        Parallel = Math.Min(source.Source.Parallel ?? int.MaxValue, source.Connector.Parallel.Historical),
        Records,
    };

    public object HistParts(SourcePlan source) => new
    {
        Source = source.Name,
        plan.Database,
        Parts = source.Parts.Select(part => new { part.Name, Workflow = PartWorkflow(source, part) }).ToList(),
        SetsWatermark = source.HasIncrements,
        HistoryEnd = source.FirstWatermark.ToUnixTimeSeconds(),
    };

    public static string PartWorkflow(SourcePlan source, HistoryPart part) => $"{source.HistWorkflow}{part.Name[source.Name.Length..]}";

    public object Databases() => new
    {
        Databases = new (string Name, string Value)[]
        {
            ("src", plan.Database),
            ("stg", plan.Pipeline.Staging.Database),
            ("unif", plan.Pipeline.Unification.Database),
            ("config", plan.Pipeline.LookupDatabase),
        }.Select(d => new { d.Name, d.Value }).ToList(),
        AuthenticationIds = plan.Sources
            .SelectMany(s => s.Connector.Parameters
                .Where(p => p.Value.Type is ParameterType.Authentication && s.Source.Parameters.ContainsKey(p.Key))
                .Select(p => new { s.Name, Value = s.Source.Parameters[p.Key]!.ToString() }))
            .ToList(),
    };

    public object DateRanges() => new
    {
        Parts = plan.Sources.SelectMany(s => s.Parts).Select(part => new
        {
            part.Name,
            Ranges = part.Ranges.Select(r => new
            {
                r.StartTime,
                r.EndTime,
                r.StartUnixtime,
                r.EndUnixtime,
                r.Name,
            }).ToList(),
        }).ToList(),
    };

    public object Datasources(SourcePlan source) => new
    {
        Lists = new JsonObject(Lists(source).Where(list => list.Objects.Length > 0).Select(list => KeyValuePair.Create(
            list.Name, (JsonNode?)new JsonArray([.. list.Objects.Select(o => Fields(source, o, list.Mode))])))),
    };

    public object Tables() => new
    {
        plan.Database,
        plan.Project,
        IngestionLog = Sql.Table(plan.IngestionLog),
        IncLog = Sql.Table(plan.IncLog),
    };

    public object FirstWindow(ObjectPlan o) => new
    {
        plan.Database,
        IncLog = Sql.Table(plan.IncLog),
        Table = o.Object.Table,
        QualifiedTable = Sql.Table(new TableName(plan.Database, o.Object.Table)),
        Column = Sql.Name(o.IncField!),
    };

    public static string WindowQuery(SourcePlan source, ObjectPlan o) =>
        o.Object.Config.FirstWindow is Configuration.FirstWindow.Table ? $"get_window_{source.Name}_{o.Object.Name}" : "get_window";

    public object Readme(IReadOnlyList<string> secrets) => new
    {
        plan.Pipeline.Client,
        plan.Project,
        plan.ExactlyOnce,
        plan.HasHistory,
        IngestionLog = plan.IngestionLog.ToString(),
        IncLog = plan.IncLog.ToString(),
        Secrets = secrets,
        Sources = plan.Sources.Select(s => new
        {
            s.Name,
            Connector = s.Connector.Type,
            Workflows = string.Join(", ", s.Workflows.Select(w => $"`{w}`")),
            Objects = string.Join(", ", s.Objects.Select(o => o.IsFull ? $"{o.Object.Name} (in full)" : o.Object.Name)),
            s.Connector.Title,
            s.Connector.Docs,
            Limits = s.Connector.Limits.ToList(),
        }).ToList(),
    };

    private static IEnumerable<(string Name, ImmutableArray<ObjectPlan> Objects, LoadPass Mode)> Lists(SourcePlan source)
    {
        yield return ("inc_datasources", source.HasIncrements ? source.Windowed : [], LoadPass.Incremental);
        yield return ("full_datasources", source.Full, LoadPass.Full);
        yield return ("hist_datasources", source.HasHistory ? source.Windowed : [], LoadPass.Historical);
        foreach (var part in source.Parts.Where(p => p.Objects.Length < source.Windowed.Length))
        {
            yield return ($"hist_datasources_{part.Name}", part.Objects, LoadPass.Historical);
        }
    }

    private JsonObject Fields(SourcePlan source, ObjectPlan o, LoadPass pass)
    {
        var table = pass is LoadPass.Historical ? o.Object.HistTable : o.Object.Table;
        var (column, api) = pass is LoadPass.Historical ? (o.HistField, o.HistApiField) : (o.IncField, o.IncApiField);
        var workflow = pass is LoadPass.Historical || !source.HasIncrements ? source.HistWorkflow : source.IncWorkflow;
        (string Name, JsonNode? Value)[] fields =
        [
            ("name", o.Object.Name),
            ("source_name", source.Name),
            ("table_name", table),
            ("inc_table_name", o.Object.Table),
            ("load_table", plan.ExactlyOnce && !o.IsFull ? $"{table}__load" : table),
            ("config_file", $"{source.Name}_{o.Object.Name}_load.yml"),
            ("workflow_name", workflow),
            ("mode", plan.ExactlyOnce || o.IsFull ? "replace" : "append"),
            .. o.IsFull
                ? Array.Empty<(string, JsonNode?)>()
                :
                [
                    ("incremental_field", column),
                    ("incremental_field_connector", api),
                    ("time_format", o.Connector.TimeFormat),
                    .. source.IsTrimmed ? new (string, JsonNode?)[] { ("trims", o.IsTrimmed) } : [],
                    ("overlap_seconds", pass is LoadPass.Historical ? o.EdgeSeconds : o.OverlapSeconds),
                ],
            .. pass is not LoadPass.Incremental
                ? Array.Empty<(string, JsonNode?)>()
                :
                [
                    ("default_start_time", source.FirstWatermark.ToString("yyyy-MM-dd'T'HH:mm:ss'.000000'", CultureInfo.InvariantCulture)),
                    ("default_start_unixtime", source.FirstWatermark.ToUnixTimeSeconds()),
                    ("window_query", $"{WindowQuery(source, o)}.sql"),
                ],
        ];
        return new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
    }

    private enum LoadPass
    {
        Incremental,
        Full,
        Historical,
    }
}
