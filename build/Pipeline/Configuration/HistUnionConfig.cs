using System.Collections.Immutable;
using System.ComponentModel;
using Cdp.Pipeline.Configuration.Binding;

namespace Cdp.Pipeline.Configuration;

public sealed record HistUnionConfig
{
    [TableName]
    [Description("Name of the project on the platform. Default: {client}_hist_union.")]
    public string? ProjectName { get; init; }

    [Cron]
    [Description("When increments are combined without being started, as cron in UTC. Default: never.")]
    public string? Schedule { get; init; }

    [TableName]
    [Description("Database of the tables to combine and of the result. Default: the ingestion's.")]
    public string? SourceDatabase { get; init; }

    [Pattern("_[a-z0-9_]{1,50}", "an ending such as _hist_union")]
    [Description("Ending of the combined tables.")]
    public string TargetSuffix { get; init; } = "_hist_union";

    [Between(1, 30)]
    [Description("How many tables are combined at a time.")]
    public int Parallel { get; init; } = 3;

    [Between(0, 3600)]
    [Description("Rows of the last so many seconds wait for the next run: set 60 where loads may write while tables are combined.")]
    public int SafetyLagSeconds { get; init; }

    [Description("One row per key of history and increments together, for every table that has a key. Default: all rows are kept.")]
    public UnionDedupeConfig? Dedupe { get; init; }

    [Description("The tables to combine, {source}_{object}. Default: all that are ingested.")]
    public ImmutableArray<UnionTableConfig>? Tables { get; init; }
}

[Shorthand(nameof(Name))]
public sealed record UnionTableConfig
{
    [TableName]
    [Description("Name of the table: {source}_{object}.")]
    public required string Name { get; init; }

    [Description("By changes, or built anew each time. Default: as the object is loaded.")]
    public LoadKind? Load { get; init; }

    [Description("One row per key in this table, if other than hist_union.dedupe.")]
    public UnionDedupeConfig? Dedupe { get; init; }
}

[Shorthand(nameof(Keys))]
public sealed record UnionDedupeConfig
{
    [OneOrMany]
    [ColumnName]
    [Description("The columns that together name a record. Default: the object's key.")]
    public ImmutableArray<string> Keys { get; init; } = [];

    [OneOrMany]
    [ColumnName]
    [Description("The columns of which the greatest decides; then the time of the load, then increments before history.")]
    public ImmutableArray<string> OrderBy { get; init; } = [];

    [Description("What becomes of rows without any key: keep or drop them.")]
    public NullKeys NullKeys { get; init; } = NullKeys.Keep;
}
