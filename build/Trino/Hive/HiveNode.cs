using System.Collections.Immutable;
using Cdp.Trino.Syntax;

namespace Cdp.Trino.Hive;

/// <summary>
/// An expression of HiveQL. Operators, calls and special forms have one shape: what it is, and its operands.
/// Operators whose text in DuckDB is another carry Hive's name.
/// </summary>
internal sealed record HiveNode(HiveForm Form, string Text, SqlPosition At, ImmutableArray<HiveNode> Items)
{
    public string? Qualifier { get; init; }

    public bool Distinct { get; init; }

    public HiveWindow? Over { get; init; }
}

internal enum HiveForm
{
    Null,
    Text,
    Number,
    Boolean,
    Name,
    Call,
    Operator,
    Cast,
    Case,
    Star,
    Subscript,
}

internal sealed record HiveOrder(HiveNode Value, bool Descending, bool? NullsFirst);

internal sealed record HiveWindow(ImmutableArray<HiveNode> Partition, ImmutableArray<HiveOrder> Order);

/// <param name="Names">None, the alias, or the names of a table-making function's columns.</param>
internal sealed record HiveItem(HiveNode Value, ImmutableArray<string> Names);

internal sealed record HiveCommon(string Name, HiveQuery Query);

/// <param name="Selects">More than one: joined by UNION ALL, or UNION where <paramref name="Distinct"/>.</param>
internal sealed record HiveQuery(
    ImmutableArray<HiveCommon> With,
    ImmutableArray<HiveSelect> Selects,
    bool Distinct,
    ImmutableArray<HiveOrder> Order,
    string? Limit);

internal sealed record HiveSelect(
    bool Distinct,
    ImmutableArray<HiveItem> Items,
    ImmutableArray<HiveSource> From,
    HiveNode? Where,
    ImmutableArray<HiveNode> Group,
    HiveNode? Having);

/// <param name="Join">Of the first source empty; else <c>JOIN</c>, <c>LEFT JOIN</c>, <c>LATERAL VIEW</c>, ….</param>
/// <param name="Function">Of a lateral view what makes its rows.</param>
internal sealed record HiveSource(string Join, string? Database, string Table, HiveQuery? Query, string Alias, HiveNode? On, HiveNode? Function, ImmutableArray<string> Columns);
