using System.Collections.Immutable;

namespace Cdp.Trino.Syntax;

internal abstract record Statement(SqlPosition At) : Node(At);

internal sealed record QueryStatement(SqlPosition At, Query Query) : Statement(At);

internal sealed record ColumnDefinition(SqlPosition At, Name Name, DataType Type, bool NotNull, string? Comment) : Node(At);

/// <summary>A column, or <c>LIKE table</c>.</summary>
internal sealed record TableElement(SqlPosition At, ColumnDefinition? Column, QualifiedName? Like) : Node(At);

internal sealed record CreateTable(
    SqlPosition At,
    QualifiedName Table,
    bool IfNotExists,
    bool OrReplace,
    ImmutableArray<TableElement> Elements,
    string? Comment) : Statement(At);

internal sealed record CreateTableAs(
    SqlPosition At,
    QualifiedName Table,
    bool IfNotExists,
    bool OrReplace,
    ImmutableArray<Name> Columns,
    Query Query,
    bool WithData,
    string? Comment) : Statement(At);

internal sealed record Insert(SqlPosition At, QualifiedName Table, ImmutableArray<Name> Columns, Query Query)
    : Statement(At);

internal sealed record Delete(SqlPosition At, QualifiedName Table, Expression? Where) : Statement(At);

internal sealed record Update(
    SqlPosition At,
    QualifiedName Table,
    ImmutableArray<(Name Column, Expression Value)> Assignments,
    Expression? Where) : Statement(At);

internal sealed record Truncate(SqlPosition At, QualifiedName Table) : Statement(At);

/// <param name="Action"><c>UPDATE</c>, <c>DELETE</c> or <c>INSERT</c>.</param>
internal sealed record MergeCase(
    SqlPosition At,
    bool Matched,
    Expression? Condition,
    string Action,
    ImmutableArray<Name> Columns,
    ImmutableArray<Expression> Values) : Node(At);

internal sealed record Merge(
    SqlPosition At,
    QualifiedName Target,
    Name? Alias,
    Relation Source,
    Expression On,
    ImmutableArray<MergeCase> Cases) : Statement(At);

/// <param name="Kind"><c>TABLE</c>, <c>VIEW</c> or <c>SCHEMA</c>.</param>
internal sealed record Drop(SqlPosition At, string Kind, QualifiedName Target, bool IfExists, bool Cascade) : Statement(At);

internal sealed record CreateSchema(SqlPosition At, QualifiedName Schema, bool IfNotExists) : Statement(At);

/// <param name="Kind"><c>TABLE</c>, <c>VIEW</c> or <c>SCHEMA</c>.</param>
internal sealed record Rename(SqlPosition At, string Kind, QualifiedName From, QualifiedName To, bool IfExists)
    : Statement(At);

internal sealed record AddColumn(SqlPosition At, QualifiedName Table, ColumnDefinition Column, bool IfExists, bool IfNotExists)
    : Statement(At);

internal sealed record DropColumn(SqlPosition At, QualifiedName Table, Name Column, bool IfExists, bool IfColumnExists)
    : Statement(At);

internal sealed record RenameColumn(
    SqlPosition At,
    QualifiedName Table,
    Name From,
    Name To,
    bool IfExists,
    bool IfColumnExists) : Statement(At);

internal sealed record CreateView(SqlPosition At, QualifiedName View, bool OrReplace, Query Query, string? Comment)
    : Statement(At)
{
    /// <summary>The text of the query, from which the view is planned again at each use.</summary>
    public required string QueryText { get; init; }
}

/// <param name="Kind"><c>TABLES</c>, <c>SCHEMAS</c>, <c>CATALOGS</c>, <c>COLUMNS</c>, <c>FUNCTIONS</c>, <c>SESSION</c>, <c>CREATE TABLE</c>, …</param>
internal sealed record Show(SqlPosition At, string Kind, QualifiedName? Target, string? Like, string? Escape) : Statement(At);

/// <param name="Validates"><c>EXPLAIN (TYPE VALIDATE)</c>: asks only whether the statement is a good one.</param>
internal sealed record Explain(SqlPosition At, Statement Inner, bool Validates) : Statement(At);

internal sealed record Use(SqlPosition At, Name? Catalog, Name Schema) : Statement(At);

/// <param name="Kind"><c>TABLE</c>, <c>VIEW</c> or <c>COLUMN</c>.</param>
internal sealed record Comment(SqlPosition At, string Kind, QualifiedName Target, string? Text) : Statement(At);

/// <summary>A statement of the grammar that is not run here: grants, roles, prepared statements, …</summary>
internal sealed record UnsupportedStatement(SqlPosition At, string What) : Statement(At)
{
    /// <summary>A table that the statement names: a missing one is Trino's own error.</summary>
    public QualifiedName? Table { get; init; }
}
