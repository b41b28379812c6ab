using System.Collections.Immutable;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Resolution;

namespace Cdp.Pipeline.Schemas;

/// <summary>What is known of tables, described once and kept as <c>schemas/*.yml</c> in the phase's folder.</summary>
public sealed class SchemaCatalog(IEnumerable<TableSchema> tables)
{
    private readonly ImmutableSortedDictionary<string, TableSchema> _tables =
        tables.ToImmutableSortedDictionary(t => t.Name.ToString(), t => t, StringComparer.Ordinal);

    public static SchemaCatalog Empty { get; } = new([]);

    /// <summary>In the order of their names.</summary>
    public IEnumerable<TableSchema> Tables => _tables.Values;

    /// <summary>The table, or null when the platform had none of that name.</summary>
    public TableSchema? Find(TableName name) => _tables.GetValueOrDefault(name.ToString());
}

/// <param name="Columns">In the platform's order, with Trino's names of types; always with <c>time</c>.</param>
public sealed record TableSchema(TableName Name, ImmutableArray<ColumnDescription> Columns)
{
    /// <summary>From a file that is checked in; the platform was not asked.</summary>
    public bool IsCheckedIn { get; init; }

    public ColumnDescription? Column(string name) => Columns.FirstOrDefault(c => c.Name == name);
}
