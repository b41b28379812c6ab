using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json.Nodes;
using Cdp.Pipeline.Configuration.Binding;

namespace Cdp.Pipeline.Configuration;

public sealed record IngestionConfig
{
    [TableName]
    [Description("Name of the project on the platform. Default: {client}_ingestion.")]
    public string? ProjectName { get; init; }

    [TableName]
    [Description("Database of the raw tables. Default: {client}_src.")]
    public string? TargetDatabase { get; init; }

    [Description("What is loaded: history, changes since then, or both.")]
    public IngestionMode Mode { get; init; } = IngestionMode.Both;

    [ColumnName]
    [Description("Column that tells when a record changed, where an object does not say otherwise.")]
    public string? IncrementalField { get; init; }

    [Moment]
    [Description("Begin of history.")]
    public string? StartDate { get; init; }

    [Moment]
    [Description("End of history, not included; from here on the increments take over.")]
    public string? EndDate { get; init; }

    [Description("Size of the pieces in which history is loaded.")]
    public DateRange DateRange { get; init; } = DateRange.Month;

    [Description("Loads pass through a table of their own, so that a repeated load leaves no row twice.")]
    public bool ExactlyOnce { get; init; } = true;

    [Description("The systems that are loaded.")]
    public required ImmutableArray<SourceConfig> Sources { get; init; }
}

public enum IngestionMode
{
    Incremental,
    Historical,
    Both,
}

public enum DateRange
{
    Day,
    Week,
    Month,
    Quarter,
    Year,
    None,
}

public enum LoadKind
{
    Incremental,
    Full,
}

public sealed record SourceConfig
{
    [PartName]
    [Description("Name of the source; prefix of its files and tables.")]
    public required string SourceName { get; init; }

    [PartName]
    [Description("Type of connector: the name of a file in templates/ingestion/connectors.")]
    public required string Connector { get; init; }

    [Description("Parameters of the connector, the same for all objects. Secrets are written ${secret:name}.")]
    public JsonObject? Parameters { get; init; }

    [Description("What is loaded, if other than ingestion.mode.")]
    public IngestionMode? Mode { get; init; }

    [ColumnName]
    [Description("Column that tells when a record changed, if other than ingestion.incremental_field.")]
    public string? IncrementalField { get; init; }

    [Moment]
    [Description("Begin of history, if other than ingestion.start_date.")]
    public string? StartDate { get; init; }

    [Moment]
    [Description("End of history, if other than ingestion.end_date.")]
    public string? EndDate { get; init; }

    [Cron]
    [Description("When the increments are loaded by themselves, as cron in UTC. Default: only when started.")]
    public string? Schedule { get; init; }

    [Between(1, 30)]
    [Description("How many objects are loaded at a time. Default: the connector's limit.")]
    public int? Parallel { get; init; }

    [Description("The objects that are loaded.")]
    public required ImmutableArray<ObjectConfig> Objects { get; init; }
}

[Shorthand(nameof(Name))]
public sealed record ObjectConfig
{
    [PartName]
    [Description("Name of the object.")]
    public required string Name { get; init; }

    [TableName]
    [Description("Table of the increments. Default: {source}_{object}.")]
    public string? Table { get; init; }

    [TableName]
    [Description("Table of history. Default: {source}_{object}_hist.")]
    public string? HistTable { get; init; }

    [Description("By changes, or in full each time.")]
    public LoadKind? Load { get; init; }

    [ColumnName]
    [Description("Column of the increments' time.")]
    public string? IncField { get; init; }

    [ApiField]
    [Description("The same field as the source's API calls it.")]
    public string? IncApiField { get; init; }

    [ColumnName]
    [Description("Column of history's time.")]
    public string? HistField { get; init; }

    [ApiField]
    [Description("The same field as the source's API calls it.")]
    public string? HistApiField { get; init; }

    [OneOrMany]
    [ColumnName]
    [Description("Columns that identify a record.")]
    public ImmutableArray<string> Key { get; init; } = [];

    [Between(0, 31_536_000)]
    [Description("How many seconds before the last load the next one begins.")]
    public int? OverlapSeconds { get; init; }

    [Description("Where the first increment begins when nothing was loaded yet: at the start date, or at the newest row of a table that something else has filled.")]
    public FirstWindow FirstWindow { get; init; } = FirstWindow.StartDate;

    [Description("Parameters of the connector for this object.")]
    public JsonObject? Parameters { get; init; }
}

public enum FirstWindow
{
    StartDate,
    Table,
}
