using System.Collections.Immutable;

namespace Cdp.Trino.Syntax;

internal sealed record Query(
    SqlPosition At,
    With? With,
    QueryBody Body,
    ImmutableArray<SortItem> OrderBy,
    Expression? Offset,
    Limit? Limit) : Node(At);

/// <param name="Count">Null: <c>LIMIT ALL</c>.</param>
internal sealed record Limit(SqlPosition At, Expression? Count, bool WithTies) : Node(At)
{
    /// <summary><c>FETCH FIRST</c>, which must give a row at least.</summary>
    public bool IsFetch { get; init; }
}

internal sealed record With(SqlPosition At, bool Recursive, ImmutableArray<NamedQuery> Queries) : Node(At);

internal sealed record NamedQuery(SqlPosition At, Name Name, ImmutableArray<Name> Columns, Query Query) : Node(At);

internal abstract record QueryBody(SqlPosition At) : Node(At);

internal sealed record SetOperation(SqlPosition At, string Operator, bool Distinct, QueryBody Left, QueryBody Right)
    : QueryBody(At);

internal sealed record NestedQuery(SqlPosition At, Query Query) : QueryBody(At);

internal sealed record ValuesQuery(SqlPosition At, ImmutableArray<Expression> Rows) : QueryBody(At);

internal sealed record TableQuery(SqlPosition At, QualifiedName Table) : QueryBody(At);

internal sealed record Select(
    SqlPosition At,
    bool Distinct,
    ImmutableArray<SelectItem> Items,
    Relation? From,
    Expression? Where,
    GroupBy? GroupBy,
    Expression? Having,
    ImmutableArray<(Name Name, Window Window)> Windows) : QueryBody(At);

internal abstract record SelectItem(SqlPosition At) : Node(At);

internal sealed record SelectExpression(SqlPosition At, Expression Value, Name? Alias) : SelectItem(At);

/// <param name="Target">Of <c>t.*</c>; null for <c>*</c>.</param>
internal sealed record SelectAll(SqlPosition At, Expression? Target, ImmutableArray<Name> Aliases) : SelectItem(At);

internal sealed record GroupBy(SqlPosition At, bool Distinct, ImmutableArray<GroupingElement> Elements) : Node(At);

/// <param name="Kind"><c>SIMPLE</c>, <c>ROLLUP</c>, <c>CUBE</c> or <c>SETS</c>; a simple element is one set.</param>
internal sealed record GroupingElement(SqlPosition At, string Kind, ImmutableArray<ImmutableArray<Expression>> Sets)
    : Node(At);

internal abstract record Relation(SqlPosition At) : Node(At);

internal sealed record QualifiedName(SqlPosition At, ImmutableArray<Name> Parts) : Node(At)
{
    public override string ToString() => string.Join('.', Parts.Select(p => p.Lower));
}

internal sealed record TableReference(SqlPosition At, QualifiedName Table) : Relation(At);

internal sealed record QueryRelation(SqlPosition At, Query Query, bool Lateral) : Relation(At);

internal sealed record Unnest(SqlPosition At, ImmutableArray<Expression> Values, bool WithOrdinality) : Relation(At);

internal sealed record Aliased(SqlPosition At, Relation Relation, Name Alias, ImmutableArray<Name> Columns)
    : Relation(At);

/// <param name="Kind"><c>CROSS</c> (also the comma), <c>INNER</c>, <c>LEFT</c>, <c>RIGHT</c>, <c>FULL</c>.</param>
internal sealed record Join(
    SqlPosition At,
    string Kind,
    Relation Left,
    Relation Right,
    Expression? On,
    ImmutableArray<Name> Using,
    bool Natural) : Relation(At);

internal sealed record Sampled(SqlPosition At, Relation Relation, string Method, Expression Percentage) : Relation(At);

/// <summary>Parts of the grammar that we know and do not run: table functions, JSON_TABLE, MATCH_RECOGNIZE.</summary>
internal sealed record UnsupportedRelation(SqlPosition At, string What) : Relation(At);
