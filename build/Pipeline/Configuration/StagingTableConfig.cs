using System.Collections.Immutable;
using System.ComponentModel;
using Cdp.Pipeline.Configuration.Binding;

namespace Cdp.Pipeline.Configuration;

[Shorthand(nameof(Name))]
public sealed record StagingTableConfig
{
    [TableName]
    [Description("Name of the table: {source}_{object}.")]
    public required string Name { get; init; }

    [Description("By changes, or built anew each time. Default: as the table is combined.")]
    public LoadKind? Load { get; init; }

    [Description("The SQL engine that transforms this table. Default: the phase's.")]
    public SqlEngine? Engine { get; init; }

    [Description("One row per key; without it every row is kept.")]
    public DedupeConfig? Dedupe { get; init; }

    [OneOrMany]
    [TableName]
    [Description("Tables, {source}_{object}, that must be ready before this one.")]
    public ImmutableArray<string> DependsOn { get; init; } = [];

    [Description("Columns fetched from other cleaned tables.")]
    public ImmutableArray<JoinConfig> Joins { get; init; } = [];

    [KeyPattern("[a-z_][a-z0-9_]{0,127}", "the name of a column")]
    [Description("Settings of single columns.")]
    public ImmutableSortedDictionary<string, StagingColumnConfig> Columns { get; init; } =
        ImmutableSortedDictionary<string, StagingColumnConfig>.Empty;
}

public sealed record DedupeConfig
{
    [OneOrMany]
    [ColumnName]
    [Description("The cleaned columns that together name a record.")]
    public required ImmutableArray<string> Keys { get; init; }

    [OneOrMany]
    [ColumnName]
    [Description("The cleaned columns of which the greatest decides; then time, then the row's hash.")]
    public ImmutableArray<string> OrderBy { get; init; } = [];

    [Description("What becomes of rows without any key: keep every different one, or drop them.")]
    public NullKeys NullKeys { get; init; } = NullKeys.Keep;
}

public enum NullKeys
{
    Keep,
    Drop,
}

public sealed record JoinConfig
{
    [TableName]
    [Description("The other table: {source}_{object}. Of several matching rows the newest is taken.")]
    public required string Table { get; init; }

    [ColumnName]
    [KeyPattern("[a-z_][a-z0-9_]{0,127}", "the name of a column")]
    [Description("This table's column: the other table's column.")]
    public required ImmutableSortedDictionary<string, string> On { get; init; }

    [OneOrMany]
    [ColumnName]
    [Description("The columns fetched; they arrive as {column}_dim.")]
    public required ImmutableArray<string> Columns { get; init; }
}

[Shorthand(nameof(Rule))]
public sealed record StagingColumnConfig
{
    [Description("The rule instead of the one found by name and type.")]
    public ColumnClass? Rule { get; init; }

    [ColumnName]
    [Description("Name of the cleaned column.")]
    public string? Rename { get; init; }

    [Description("Leaves the column out.")]
    public bool Drop { get; init; }

    [OneOrMany]
    [Description("Further forms of a date, tried in order, for example dd.MM.yyyy.")]
    public ImmutableArray<string> Formats { get; init; } = [];

    [Description("Whether 03/04/2024 is in April.")]
    public bool? DayFirst { get; init; }

    [Pattern(@"\+?[0-9]{1,3}|[A-Za-z]{2}", "an ISO name such as DE or a calling code such as 49")]
    [Description("Country of phone numbers that are written without one.")]
    public string? Country { get; init; }

    [Description("Texts that mean nothing in this column, instead of the phase's.")]
    public ImmutableArray<string>? NullTokens { get; init; }

    [Description("Case of the text.")]
    public TextCase? Case { get; init; }

    [Description("Whether numbers are written 1.234,50 and not 1,234.50. Default: the phase's.")]
    public bool? DecimalComma { get; init; }

    [Between(-1, 12)]
    [Description("Decimal places of a number; -1 keeps all. Default: 2 for numbers read from text, all for others.")]
    public int? Round { get; init; }

    [OneOrMany]
    [Pattern(@"[^\[\]]+(\[\])?", "a key such as tier, loyalty.tier, or tags[] for a list")]
    [Description("Keys taken out of a JSON column.")]
    public ImmutableArray<string> Keys { get; init; } = [];
}

public enum ColumnClass
{
    String,
    Email,
    Phone,
    Date,
    Numeric,
    Boolean,
    Json,
    Array,
    Keep,
}
