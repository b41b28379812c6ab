using System.Collections.Immutable;
using Cdp.Trino.Execution;
using Cdp.Trino.Syntax;
using Cdp.Trino.Types;

namespace Cdp.Trino.Analysis;

/// <summary>What the analysis asks about databases and tables.</summary>
internal interface ISchemaSource
{
    IReadOnlyList<string> Databases();

    bool HasDatabase(string database);

    /// <summary>All tables will be asked for: read them at once.</summary>
    void ReadAll()
    {
    }

    IReadOnlyList<string> Tables(string database);

    IReadOnlyList<string> Views(string database);

    /// <summary>Null where there is no such table.</summary>
    ImmutableArray<StoredColumn>? Columns(string database, string table);

    /// <summary>The query of a view, or null.</summary>
    string? View(string database, string view);

    /// <summary>The types that a view's columns had when it was made.</summary>
    ImmutableArray<TrinoType> ViewTypes(string database, string view);
}

/// <summary>A column that an expression may name.</summary>
/// <param name="Sql">How DuckDB names it, unique in the whole statement.</param>
/// <param name="Table">The alias, or the table's own name, lower case.</param>
/// <param name="Database">Where the table was named without an alias.</param>
internal sealed record Field(string? Name, TrinoType Type, string Sql, string? Table, string? Database = null);

/// <param name="Sql">What stands in FROM.</param>
internal sealed record RelationPlan(string Sql, ImmutableArray<Field> Fields);

internal sealed record OutputColumn(string? Name, TrinoType Type);

/// <param name="Sql">A complete SELECT whose columns are named c0, c1, ….</param>
internal sealed record QueryPlan(string Sql, ImmutableArray<OutputColumn> Columns)
{
    /// <summary>Of the whole query only: tables that it reads from beginning to end.</summary>
    public ImmutableArray<WholeRead> WholeReads { get; init; } = [];
}

/// <summary>A table with <c>time</c> that is read without a condition on it.</summary>
internal sealed record WholeRead(string Database, string Table, SqlPosition At);

/// <summary>A query of WITH: its name in DuckDB and its columns.</summary>
/// <param name="Depth">Of a recursive one, inside itself: the column that counts the rounds.</param>
internal sealed record CommonTable(string Sql, ImmutableArray<OutputColumn> Columns, string? Depth = null);

/// <summary>The columns of one FROM, and what lies around it.</summary>
internal sealed class Scope(ImmutableArray<Field> fields, ExpressionAnalyzer? outer, ImmutableDictionary<string, CommonTable> tables)
{
    public ImmutableArray<Field> Fields { get; } = fields;

    /// <summary>The expression that this query stands in.</summary>
    public ExpressionAnalyzer? Outer { get; } = outer;

    public ImmutableDictionary<string, CommonTable> Tables { get; } = tables;

    public Scope With(ImmutableArray<Field> fields) => new(fields, Outer, Tables);

    /// <summary>The fields of that name; of that table, when one is given.</summary>
    public ImmutableArray<Field> Find(string column, string? table, string? database) =>
    [
        .. Fields.Where(f => f.Name is not null
            && f.Name.Equals(column, StringComparison.OrdinalIgnoreCase)
            && (table is null || (f.Table == table && (database is null || f.Database == database)))),
    ];

    public static TrinoException Error(string name, SqlPosition at, string message) => new(name, message, at.Line, at.Column);
}
