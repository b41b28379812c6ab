using System.Collections.Immutable;
using System.ComponentModel;
using Cdp.Pipeline.Configuration.Binding;

namespace Cdp.Pipeline.Configuration;

[Shorthand(nameof(Name))]
public sealed record KeyConfig
{
    [UnificationName]
    [Description("Name of the key, for example email.")]
    public required string Name { get; init; }

    [Pattern("(?s).{1,512}", "a regular expression of 512 characters at most")]
    [Description("Only values in which this regular expression is found count.")]
    public string? ValidRegexp { get; init; }

    [Description("Values that do not count, compared exactly.")]
    public ImmutableArray<string>? InvalidTexts { get; init; }

    [Pattern("(?s).{1,512}", "a regular expression of 512 characters at most")]
    [Description("Values that a deletion request left behind; they go to exclusion_list. Default for email and phone: 64 hexadecimal digits.")]
    public string? MaskedRegexp { get; init; }
}

[Shorthand(nameof(Name))]
public sealed record UnificationTableConfig
{
    [TableName]
    [Description("Name of the table: {source}_{object}.")]
    public required string Name { get; init; }

    [Description("Its identifiers. Default: its columns called as a key, or as a key with _std.")]
    public ImmutableArray<KeyColumnConfig>? KeyColumns { get; init; }

    [Description("The engine that joins the id to the table.")]
    public SqlEngine Engine { get; init; } = SqlEngine.Presto;

    [OneOrMany]
    [ColumnName]
    [Description("Columns by which the enriched table is bucketed; only for very large tables.")]
    public ImmutableArray<string> BucketCols { get; init; } = [];
}

public sealed record KeyColumnConfig
{
    [ColumnName]
    [Description("Column of the cleaned table.")]
    public required string Column { get; init; }

    [UnificationName]
    [Description("The key it holds.")]
    public required string Key { get; init; }
}

[Shorthand(nameof(Name))]
public sealed record AttributeConfig
{
    [ColumnName]
    [Description("Name of the column.")]
    public required string Name { get; init; }

    [Pattern("(?s).{1,512}", "a regular expression of 512 characters at most")]
    [Description("Only values in which this regular expression is found count.")]
    public string? ValidRegexp { get; init; }

    [Description("Values that do not count, compared exactly.")]
    public ImmutableArray<string> InvalidTexts { get; init; } = [];

    [Between(1, 10)]
    [Description("As many different values as this, as a list, instead of the best one.")]
    public int? ArrayElements { get; init; }

    [Description("Where its values come from.")]
    public ImmutableArray<AttributeSourceConfig> SourceColumns { get; init; } = [];

    [ColumnName]
    [Description("Instead of source_columns: the canonical id of this name.")]
    public string? SourceCanonicalId { get; init; }

    [ColumnName]
    [Description("Instead of source_columns: the persistent id of this name.")]
    public string? SourcePersistentId { get; init; }
}

public sealed record AttributeSourceConfig
{
    [TableName]
    [Description("Name of the table: {source}_{object}.")]
    public required string Table { get; init; }

    [ColumnName]
    [Description("Column of the cleaned table. Default: the attribute's name.")]
    public string? Column { get; init; }

    [Description("The last or the first value.")]
    public AttributeOrder Order { get; init; } = AttributeOrder.Last;

    [ColumnName]
    [Description("A whole number by which first and last are told.")]
    public string OrderBy { get; init; } = "time";

    [Between(1, 512)]
    [Description("Sources of priority 1 are asked first; those of the same priority together.")]
    public int Priority { get; init; } = 1;
}

public enum AttributeOrder
{
    Last,
    First,
}
