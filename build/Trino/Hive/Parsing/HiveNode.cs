using System.Collections.Immutable;
using Cdp.Trino.Syntax;
using Cdp.Trino.Types;

namespace Cdp.Trino.Hive;

/// <summary>
/// An expression of HiveQL. Operators, calls and special forms have one shape: what it is, and its operands.
/// </summary>
/// <param name="Text">Of a text its value, of a name the name in lower case, of an operator or call its name.</param>
internal sealed record HiveNode(HiveForm Form, string Text, SqlPosition At, ImmutableArray<HiveNode> Items)
{
    public string? Qualifier { get; init; }

    /// <summary>A call's DISTINCT; of an IN or an EXISTS never set: NOT stands around them.</summary>
    public bool Distinct { get; init; }

    public HiveWindow? Over { get; init; }

    /// <summary>Of a cast and of a typed literal.</summary>
    public TrinoType? Type { get; init; }

    /// <summary>Of EXISTS, IN and a scalar sub-query.</summary>
    public HiveQuery? Query { get; init; }

    /// <summary>A name in backquotes is never a word of the language.</summary>
    public bool Quoted { get; init; }
}

internal enum HiveForm
{
    Null,
    Text,
    Number,
    Boolean,

    /// <summary>DATE '…', TIMESTAMP '…', INTERVAL '…' unit.</summary>
    Literal,
    Name,
    Call,
    Operator,
    Cast,
    Case,
    Star,
    Subscript,
    Field,

    /// <summary>Several values in parentheses.</summary>
    Rows,

    /// <summary>A scalar sub-query, EXISTS or IN (SELECT …).</summary>
    Query,
}

internal sealed record HiveOrder(HiveNode Value, bool Descending, bool? NullsFirst);

/// <param name="Name">Of a window that is defined elsewhere.</param>
/// <param name="Frame">As written, in capitals, or null.</param>
internal sealed record HiveWindow(string? Name, ImmutableArray<HiveNode> Partition, ImmutableArray<HiveOrder> Order, string? Frame);

/// <param name="Names">None, the alias, or the names of a table-making function's columns.</param>
internal sealed record HiveItem(HiveNode Value, ImmutableArray<string> Names);

internal sealed record HiveCommon(string Name, ImmutableArray<string> Columns, HiveQuery Query);

/// <param name="Selects">The operator before each (the first has none), and the SELECT.</param>
internal sealed record HiveQuery(
    ImmutableArray<HiveCommon> With,
    ImmutableArray<(string Operator, HiveSelect Select)> Selects,
    ImmutableArray<HiveOrder> Order,
    long? Limit,
    long Offset);

/// <param name="Shift">How many columns a hint in front counts for when columns without a name are numbered.</param>
internal sealed record HiveSelect(
    bool Distinct,
    ImmutableArray<HiveItem> Items,
    HiveSource? From,
    HiveNode? Where,
    HiveGrouping? Group,
    HiveNode? Having,
    HiveNode? Qualify,
    ImmutableDictionary<string, HiveWindow> Windows,
    int Shift);

/// <param name="Kind">Empty, ROLLUP, CUBE or GROUPING SETS.</param>
/// <param name="Sets">Of GROUPING SETS.</param>
internal sealed record HiveGrouping(ImmutableArray<HiveNode> Keys, string Kind, ImmutableArray<ImmutableArray<HiveNode>> Sets);

internal abstract record HiveSource(SqlPosition At);

internal sealed record HiveTableSource(HiveTableName Table, string Alias) : HiveSource(Table.At);

internal sealed record HiveQuerySource(SqlPosition At, HiveQuery Query, string Alias) : HiveSource(At);

internal sealed record HiveValuesSource(SqlPosition At, ImmutableArray<ImmutableArray<HiveNode>> Rows, string Alias) : HiveSource(At);

/// <param name="Kind">INNER, LEFT, RIGHT, FULL, CROSS or SEMI.</param>
internal sealed record HiveJoin(SqlPosition At, string Kind, HiveSource Left, HiveSource Right, HiveNode? On, ImmutableArray<string> Using)
    : HiveSource(At);

internal sealed record HiveLateral(SqlPosition At, HiveSource Source, bool Outer, HiveNode Call, string Alias, ImmutableArray<string> Columns)
    : HiveSource(At);

internal sealed record HiveTableName(SqlPosition At, string? Database, string Name)
{
    public override string ToString() => Database is null ? Name : $"{Database}.{Name}";
}
