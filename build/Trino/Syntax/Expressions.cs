using System.Collections.Immutable;

namespace Cdp.Trino.Syntax;

/// <summary>A node of the syntax tree; <paramref name="At"/> is where Trino would point at it.</summary>
internal abstract record Node(SqlPosition At);

internal abstract record Expression(SqlPosition At) : Node(At);

internal sealed record NullLiteral(SqlPosition At) : Expression(At);

internal sealed record BooleanLiteral(SqlPosition At, bool Value) : Expression(At);

internal sealed record StringLiteral(SqlPosition At, string Value) : Expression(At);

internal sealed record BinaryLiteral(SqlPosition At, string Hex) : Expression(At);

internal sealed record IntegerLiteral(SqlPosition At, string Digits) : Expression(At);

internal sealed record DecimalLiteral(SqlPosition At, string Text) : Expression(At);

internal sealed record DoubleLiteral(SqlPosition At, string Text) : Expression(At);

/// <summary><c>DATE '…'</c>, <c>BIGINT '…'</c>: a type's name before a text.</summary>
internal sealed record TypedLiteral(SqlPosition At, DataType Type, string Value) : Expression(At);

internal sealed record IntervalLiteral(SqlPosition At, string Value, bool Negative, string From, string? To)
    : Expression(At);

/// <summary><c>INTERVAL '1' WEEK</c> and the like, which Trino's grammar takes for a type that does not exist.</summary>
internal sealed record Name(SqlPosition At, string Text, bool Quoted) : Expression(At)
{
    public string Lower { get; } = Text.ToLowerInvariant();
}

internal sealed record Dereference(SqlPosition At, Expression Base, Name Field) : Expression(At);

internal sealed record Subscript(SqlPosition At, Expression Base, Expression Index) : Expression(At);

internal sealed record Parameter(SqlPosition At) : Expression(At);

internal sealed record Arithmetic(SqlPosition At, string Operator, Expression Left, Expression Right) : Expression(At);

internal sealed record Sign(SqlPosition At, bool Negative, Expression Value) : Expression(At);

internal sealed record Comparison(SqlPosition At, string Operator, Expression Left, Expression Right) : Expression(At);

internal sealed record DistinctFrom(SqlPosition At, bool Negated, Expression Left, Expression Right) : Expression(At);

internal sealed record Quantified(SqlPosition At, string Operator, string Quantifier, Expression Value, Query Query)
    : Expression(At);

internal sealed record Logical(SqlPosition At, string Operator, ImmutableArray<Expression> Terms) : Expression(At);

internal sealed record Not(SqlPosition At, Expression Value) : Expression(At);

internal sealed record Between(SqlPosition At, bool Negated, Expression Value, Expression Low, Expression High)
    : Expression(At);

internal sealed record InList(SqlPosition At, bool Negated, Expression Value, ImmutableArray<Expression> Items)
    : Expression(At);

internal sealed record InQuery(SqlPosition At, bool Negated, Expression Value, Query Query) : Expression(At);

internal sealed record Like(SqlPosition At, bool Negated, Expression Value, Expression Pattern, Expression? Escape)
    : Expression(At);

internal sealed record IsNull(SqlPosition At, bool Negated, Expression Value) : Expression(At);

internal sealed record Exists(SqlPosition At, Query Query) : Expression(At);

internal sealed record ScalarQuery(SqlPosition At, Query Query) : Expression(At);

/// <param name="Star">The argument is <c>*</c>.</param>
/// <param name="NullTreatment"><c>IGNORE</c>, <c>RESPECT</c> or null.</param>
internal sealed record FunctionCall(SqlPosition At, string Function, ImmutableArray<Expression> Arguments) : Expression(At)
{
    public bool Star { get; init; }

    /// <summary>What stands before the star, which only a row pattern may have.</summary>
    public Name? Label { get; init; }

    public bool Distinct { get; init; }

    public ImmutableArray<SortItem> OrderBy { get; init; } = [];

    public Expression? Filter { get; init; }

    public string? NullTreatment { get; init; }

    public Window? Over { get; init; }
}

internal sealed record Lambda(SqlPosition At, ImmutableArray<Name> Parameters, Expression Body) : Expression(At);

internal sealed record RowConstructor(SqlPosition At, ImmutableArray<Expression> Items) : Expression(At);

internal sealed record ArrayConstructor(SqlPosition At, ImmutableArray<Expression> Items) : Expression(At);

internal sealed record Cast(SqlPosition At, Expression Value, DataType Type, bool Try) : Expression(At);

internal sealed record Case(
    SqlPosition At,
    Expression? Operand,
    ImmutableArray<(Expression When, Expression Then)> Whens,
    Expression? Else) : Expression(At);

internal sealed record Extract(SqlPosition At, string Field, Expression Value) : Expression(At);

internal sealed record AtTimeZone(SqlPosition At, Expression Value, Expression Zone) : Expression(At);

/// <summary><c>current_date</c>, <c>localtimestamp(6)</c>, <c>current_user</c>, …</summary>
internal sealed record CurrentValue(SqlPosition At, string Kind, int? Precision) : Expression(At);

internal sealed record Grouping(SqlPosition At, ImmutableArray<Expression> Columns) : Expression(At);

/// <summary>The functions of SQL/JSON; the clauses as upper-case words.</summary>
internal sealed record JsonCall(SqlPosition At, string Function, ImmutableArray<Expression> Arguments, string Clauses)
    : Expression(At);

internal sealed record SortItem(SqlPosition At, Expression Key, bool Descending, bool? NullsFirst) : Node(At);

internal sealed record FrameBound(SqlPosition At, string Kind, Expression? Value) : Node(At);

internal sealed record Frame(SqlPosition At, string Unit, FrameBound Start, FrameBound? End) : Node(At);

/// <param name="Name">The named window that this one is or extends.</param>
internal sealed record Window(
    SqlPosition At,
    Name? Name,
    ImmutableArray<Expression> PartitionBy,
    ImmutableArray<SortItem> OrderBy,
    Frame? Frame) : Node(At)
{
    /// <summary><c>OVER (w)</c> extends the window that <c>OVER w</c> is.</summary>
    public bool InParentheses { get; init; }
}

/// <summary>A type as written.</summary>
/// <param name="Name">Lower case; <c>row</c> has its fields in <paramref name="Fields"/>.</param>
internal sealed record DataType(
    SqlPosition At,
    string Name,
    ImmutableArray<DataType> Arguments,
    ImmutableArray<int> Numbers,
    ImmutableArray<(Name? Name, DataType Type)> Fields) : Node(At);
