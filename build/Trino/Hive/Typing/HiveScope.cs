using System.Collections.Immutable;

namespace Cdp.Trino.Hive;

/// <summary>A column that an expression may name.</summary>
/// <param name="Qualifier">The table's name or alias in lower case.</param>
/// <param name="Inner">What the engine of Hive calls the column below, or null where that is not certain.</param>
internal sealed record HiveField(string Qualifier, string Name, HiveValue Value)
{
    public string? Inner { get; init; }

    /// <summary>The column of a LEFT SEMI JOIN's right side, which SELECT does not see.</summary>
    public bool Hidden { get; init; }
}

/// <summary>The columns in sight, and those of the query around.</summary>
internal sealed record HiveScope(ImmutableArray<HiveField> Fields, HiveScope? Outer = null)
{
    public static HiveScope Empty { get; } = new([]);

    public IEnumerable<HiveField> Find(string? qualifier, string name) =>
        Fields.Where(f => f.Name == name && (qualifier is null || qualifier == f.Qualifier));

    public bool HasTable(string name) => Fields.Any(f => f.Qualifier == name);

    public IEnumerable<string> Names => Fields.Where(f => !f.Hidden).Select(f =>
        Fields.Any(g => g.Qualifier != f.Qualifier) ? $"{f.Qualifier}.{f.Name}" : f.Name);
}
