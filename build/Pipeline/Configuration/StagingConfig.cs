using System.Collections.Immutable;
using System.ComponentModel;
using Cdp.Pipeline.Configuration.Binding;

namespace Cdp.Pipeline.Configuration;

public sealed record StagingConfig
{
    [TableName]
    [Description("Name of the project on the platform. Default: {client}_staging.")]
    public string? ProjectName { get; init; }

    [Description("The SQL engine that transforms.")]
    public SqlEngine Engine { get; init; } = SqlEngine.Presto;

    [TableName]
    [Description("Database of the combined tables. Default: the hist-union's.")]
    public string? SourceDatabase { get; init; }

    [TableName]
    [Description("Database of the cleaned tables. Default: {client}_stg.")]
    public string? TargetDatabase { get; init; }

    [Pattern(@"[a-z0-9_]*\{table\}[a-z0-9_]*", "a pattern that holds {table}, for example {table}_stg")]
    [Description("Name of a cleaned table.")]
    public string TablePattern { get; init; } = "{table}_stg";

    [Between(1, 30)]
    [Description("How many tables are transformed at a time.")]
    public int Parallel { get; init; } = 3;

    [Description("The tables to clean. Default: all that are combined.")]
    public ImmutableArray<StagingTableConfig>? Tables { get; init; }
}

public enum SqlEngine
{
    Presto,
    Hive,
}

[Shorthand(nameof(Name))]
public sealed record StagingTableConfig
{
    [TableName]
    [Description("Name of the table: {source}_{object}.")]
    public required string Name { get; init; }
}
