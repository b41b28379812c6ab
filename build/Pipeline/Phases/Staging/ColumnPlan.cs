using System.Collections.Immutable;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Phases.Staging.Rules;

namespace Cdp.Pipeline.Phases.Staging;

/// <summary>What happens to one column of the union, without a word of SQL.</summary>
/// <param name="Source">The union's column.</param>
/// <param name="SourceType">Trino's name of its type.</param>
/// <param name="Outputs">In order; the first is the cleaned value itself.</param>
internal sealed record ColumnPlan(
    string Source, string SourceType, ColumnClass Class, ColumnOptions Options, ImmutableArray<OutputColumn> Outputs)
{
    public OutputColumn Value => Outputs[0];

    /// <summary>A column between two layers, which does not reach the table.</summary>
    public string Hidden => Value.Name + "__raw";

    /// <summary>The same, between the second layer and the third.</summary>
    public string Unrounded => Value.Name + "__number";

    /// <summary>The union's text has no white space at its ends any more when the rules see it.</summary>
    public bool IsTrimmed => IsText && Class is not (ColumnClass.Keep or ColumnClass.Array);

    public bool IsText => SourceType.StartsWith("varchar", StringComparison.Ordinal);

    public bool IsNumber => SourceType is "bigint" or "integer" or "int" or "double" or "real"
        || SourceType.StartsWith("decimal", StringComparison.Ordinal);

    /// <summary>A CAST makes text of it.</summary>
    public bool IsPrintable => IsText || IsNumber || SourceType is "boolean" or "date" || SourceType.StartsWith("time", StringComparison.Ordinal);

    /// <summary>A table of TD holds it as it is.</summary>
    public bool IsStorable => IsText || SourceType is "bigint" or "double" or "array(varchar)" or "array(bigint)" or "array(double)";

    public bool NumberFromText => Class is ColumnClass.Numeric && (IsText || !IsPrintable);

    public bool DateFromText => Class is ColumnClass.Date && (IsText || !IsPrintable);

    public OutputColumn? Find(OutputRole role) => Outputs.FirstOrDefault(o => o.Role == role);
}

/// <summary>A column of the staging table.</summary>
/// <param name="Type">Only varchar, bigint, double or array(varchar): TD's tables hold nothing else.</param>
/// <param name="JsonPath">The keys from the JSON's root, for <see cref="OutputRole.JsonText"/> and <see cref="OutputRole.JsonList"/>.</param>
internal sealed record OutputColumn(string Name, string Type, OutputRole Role, ImmutableArray<string> JsonPath)
{
    public OutputColumn(string name, string type, OutputRole role)
        : this(name, type, role, [])
    {
    }
}

internal enum OutputRole
{
    Value,
    Standard,
    Hash,
    Valid,
    Unixtime,
    DateText,
    JsonText,
    JsonList,
}

internal sealed record ColumnOptions
{
    public ImmutableArray<string> NullTokens { get; init; } = [];

    public TextCase Case { get; init; }

    /// <summary>Tried in order, before ISO 8601.</summary>
    public ImmutableArray<DateForm> DateForms { get; init; } = [];

    /// <summary>Whether 03/04/2024 is in April; null where nobody said, and such a date is not read.</summary>
    public bool? DayFirst { get; init; }

    /// <summary><c>1.234,50</c> and not <c>1,234.50</c>.</summary>
    public bool DecimalComma { get; init; }

    public HashForm Hash { get; init; }

    public PhoneForm Phone { get; init; }

    public string CallingCode { get; init; } = "1";

    public ImmutableArray<string> InvalidEmails { get; init; } = [];

    /// <summary>Decimal places, or null to keep all.</summary>
    public int? Round { get; init; }
}
