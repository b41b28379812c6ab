using System.Collections.Immutable;
using Cdp.Trino.Syntax;
using Cdp.Trino.Types;

namespace Cdp.Trino.Hive;

internal abstract record HiveStatement(SqlPosition At);

internal sealed record HiveSelectStatement(SqlPosition At, HiveQuery Query) : HiveStatement(At);

/// <param name="Parts">One, or several that share a FROM.</param>
internal sealed record HiveInsert(SqlPosition At, ImmutableArray<HiveInsertPart> Parts) : HiveStatement(At);

internal sealed record HiveInsertPart(HiveTableName Table, bool Overwrite, ImmutableArray<(string Name, SqlPosition At)> Columns, HiveQuery Query);

internal sealed record HiveColumn(string Name, TrinoType Type, string? Comment);

/// <param name="Query">Of CREATE TABLE AS.</param>
internal sealed record HiveCreateTable(
    SqlPosition At,
    HiveTableName Table,
    bool IfNotExists,
    ImmutableArray<HiveColumn>? Columns,
    HiveTableName? Like,
    HiveQuery? Query) : HiveStatement(At);

internal sealed record HiveDrop(SqlPosition At, string Kind, HiveTableName Table, bool IfExists) : HiveStatement(At);

internal sealed record HiveTruncate(SqlPosition At, HiveTableName Table) : HiveStatement(At);

/// <param name="Text">The query as written.</param>
internal sealed record HiveCreateView(SqlPosition At, HiveTableName View, bool OrReplace, bool IfNotExists, HiveQuery Query, string Text) : HiveStatement(At);

internal sealed record HiveAddColumns(SqlPosition At, HiveTableName Table, ImmutableArray<HiveColumn> Columns) : HiveStatement(At);

internal sealed record HiveChangeColumn(SqlPosition At, HiveTableName Table, string Name, HiveColumn Column) : HiveStatement(At);

internal sealed record HiveRename(SqlPosition At, HiveTableName Table, HiveTableName To) : HiveStatement(At);

/// <param name="Kind">TABLES, COLUMNS or DATABASES.</param>
internal sealed record HiveShow(SqlPosition At, string Kind, HiveTableName? Table, string? Pattern) : HiveStatement(At);

internal sealed record HiveDescribe(SqlPosition At, HiveTableName Table, string? Column) : HiveStatement(At);

internal sealed record HiveSet(SqlPosition At, string Key, string Value) : HiveStatement(At);

/// <summary>DELETE and UPDATE, which no plain table of Hive takes.</summary>
internal sealed record HiveChangeRows(SqlPosition At, string Kind, HiveTableName Table) : HiveStatement(At);
