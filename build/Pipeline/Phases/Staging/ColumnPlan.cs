using System.Collections.Immutable;
using Cdp.Pipeline.Configuration;

namespace Cdp.Pipeline.Phases.Staging;

/// <summary>What happens to one column of the union, without a word of SQL.</summary>
/// <param name="Source">The union's column.</param>
/// <param name="SourceType">Trino's name of its type.</param>
/// <param name="Outputs">In order; the first is the cleaned value itself.</param>
internal sealed record ColumnPlan(
    string Source, string SourceType, ColumnClass Class, ColumnOptions Options, ImmutableArray<OutputColumn> Outputs)
{
    public OutputColumn Value => Outputs[0];

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

    public ImmutableArray<string> DateFormats { get; init; } = [];

    public PhoneForm Phone { get; init; }

    public string CallingCode { get; init; } = "1";

    public ImmutableArray<string> InvalidEmails { get; init; } = [];

    /// <summary>Decimal places, or null to keep all.</summary>
    public int? Round { get; init; }
}
