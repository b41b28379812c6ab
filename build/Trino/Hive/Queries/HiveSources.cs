using System.Collections.Immutable;
using Cdp.Trino.Execution;
using Cdp.Trino.Types;

namespace Cdp.Trino.Hive;

/// <summary>What stands in FROM: its SQL, and the columns that it brings.</summary>
internal sealed class HiveSources(HiveQueries queries, HiveContext context, HiveScope? outer)
{
    /// <summary>Columns joined by USING stand once in *, which is not done here.</summary>
    public bool HasUsing { get; private set; }

    public (string Sql, ImmutableArray<HiveField> Fields) Read(HiveSource source) => source switch
    {
        HiveTableSource table => Table(table),
        HiveQuerySource sub => SubQuery(sub),
        HiveValuesSource values => Values(values),
        HiveJoin join => Join(join),
        HiveLateral lateral => Lateral(lateral),
        _ => throw HiveError.Refused("This source", source.At),
    };

    private (string, ImmutableArray<HiveField>) Table(HiveTableSource source)
    {
        var name = context.NextName();
        if (source.Table.Database is null && queries.Common(source.Table.Name) is { } common)
        {
            return ($"{common.Name} AS {name}", [.. common.Columns.Select((c, i) => new HiveField(source.Alias, c.Name, new HiveValue(c.Type, $"{name}.c{i}")))]);
        }

        var database = source.Table.Database ?? context.Database;
        if (context.Schema.Columns(database, source.Table.Name) is { } columns)
        {
            return ($"{Duck.Name(database, source.Table.Name)} AS {name}", [.. columns.Select(c => Field(source.Alias, c, name))]);
        }

        if (queries.View(database, source.Table.Name) is { } view)
        {
            return ($"({view.Sql}) AS {name}", [.. view.Columns.Select((c, i) => new HiveField(source.Alias, c.Name, new HiveValue(c.Type, $"{name}.c{i}")))]);
        }

        if (source.Table.Name.Contains('.', StringComparison.Ordinal))
        {
            throw HiveError.Semantic(null, $"Table or database name may not contain dot(.) character '{source.Table.Name}'", source.At);
        }

        throw HiveError.TableNotFound(source.Table.Name, source.At);
    }

    private static HiveField Field(string alias, StoredColumn column, string name)
    {
        var type = column.Type.Kind == Kind.Timestamp ? HiveTypes.Timestamp : column.Type;
        return new HiveField(alias, column.Name.ToLowerInvariant(), new HiveValue(type, $"{name}.{Duck.Name(column.Name)}")) { Inner = column.Name.ToLowerInvariant() };
    }

    private (string, ImmutableArray<HiveField>) SubQuery(HiveQuerySource source)
    {
        var plan = queries.Analyze(source.Query, outer);
        var name = context.NextName();
        return ($"({plan.Sql}) AS {name}", [.. plan.Columns.Select((c, i) => new HiveField(source.Alias, Inside(plan.Columns, i), new HiveValue(c.Type, $"{name}.c{i}"))
        {
            Inner = c.Inner?.StartsWith("col", StringComparison.Ordinal) == true ? c.Inner : null,
        })]);
    }

    /// <summary>A name that comes twice gives way to the column's number.</summary>
    private static string Inside(ImmutableArray<HiveOutput> columns, int index) =>
        columns.Take(index).Any(c => c.Name == columns[index].Name) ? $"_col{index}" : columns[index].Name;

    private (string, ImmutableArray<HiveField>) Values(HiveValuesSource source)
    {
        var expressions = new HiveExpressions(context, HiveScope.Empty) { Queries = queries };
        var rows = source.Rows.Select(r => r.Select(expressions.Analyze).ToList()).ToList();
        if (rows.Exists(r => r.Count != rows[0].Count))
        {
            throw HiveError.Semantic(null, "Expected the same number of columns in all rows of VALUES", source.At);
        }

        var name = context.NextName();
        var types = rows[0].Select((_, c) => HiveTypes.Common(rows.Select(r => r[c])) ?? throw HiveError.Refused("VALUES of mixed types", source.At)).ToList();
        var lines = rows.Select(r => $"({string.Join(", ", r.Select((v, c) => types[c].Kind == Kind.Unknown ? "NULL" : HiveCasts.To(v, types[c], context).Sql))})");
        return (
            $"(VALUES {string.Join(", ", lines)}) AS {name}({string.Join(", ", types.Select((_, c) => $"c{c}"))})",
            [.. types.Select((t, c) => new HiveField(source.Alias, $"col{c + 1}", new HiveValue(t, $"{name}.c{c}")))]);
    }

    private (string, ImmutableArray<HiveField>) Join(HiveJoin join)
    {
        var (left, leftFields) = Read(join.Left);
        var (right, rightFields) = Read(join.Right);
        if (rightFields.FirstOrDefault(r => leftFields.Any(l => l.Qualifier == r.Qualifier)) is { } twice)
        {
            throw HiveError.Semantic(10008, $"Ambiguous table alias '{twice.Qualifier}'", join.Right.At);
        }

        ImmutableArray<HiveField> both = [.. leftFields.Concat(rightFields).Select(f => f with { Inner = null })];
        var expressions = new HiveExpressions(context, new HiveScope(both, outer)) { Queries = queries };
        var on = join.On is not null ? expressions.Condition(join.On) : Using(join, leftFields, rightFields);
        var word = join.Kind switch { "SEMI" => "SEMI JOIN", "INNER" or "CROSS" when on is null => "CROSS JOIN", "CROSS" => "INNER JOIN", var kind => $"{kind} JOIN" };
        var condition = word == "CROSS JOIN" ? "" : $" ON {on ?? "true"}";
        return ($"{left} {word} {Nested(join.Right, right)}{condition}", join.Kind == "SEMI" ? [.. leftFields, .. rightFields.Select(f => f with { Hidden = true })] : both);
    }

    private static string Nested(HiveSource source, string sql) => source is HiveJoin ? $"({sql})" : sql;

    private string? Using(HiveJoin join, ImmutableArray<HiveField> left, ImmutableArray<HiveField> right)
    {
        if (join.Using.IsEmpty)
        {
            return null;
        }

        HasUsing = true;
        var node = new HiveNode(HiveForm.Null, "USING", join.At, []);
        return string.Join(" AND ", join.Using.Select(c =>
        {
            var (l, r) = (left.FirstOrDefault(f => f.Name == c), right.FirstOrDefault(f => f.Name == c));
            return l is null || r is null
                ? throw HiveError.UnknownColumn(c, left.Select(f => f.Name), join.At)
                : HiveComparisons.Compare(node, "=", l.Value, r.Value, context).Sql;
        }));
    }

    /// <summary>Each row beside those that the function makes of it; OUTER keeps a row of which it makes none.</summary>
    private (string, ImmutableArray<HiveField>) Lateral(HiveLateral lateral)
    {
        var (sql, fields) = Read(lateral.Source);
        var expressions = new HiveExpressions(context, new HiveScope(fields, outer)) { Queries = queries };
        if (!HiveTableFunctions.Has(lateral.Call.Text, context))
        {
            throw HiveFunctions.Find(lateral.Call.Text) is null
                ? HiveError.Refused($"LATERAL VIEW {lateral.Call.Text}", lateral.Call)
                : HiveError.Semantic(10074, "UDTF's are required in LATERAL VIEW");
        }

        var rows = HiveTableFunctions.Make(lateral.Call, expressions);
        var name = context.NextName();
        var made = Named(rows, lateral.Columns);
        var kept = fields.Select((f, i) => $"{f.Value.Sql} AS k{i}");
        var added = made.Select((m, i) => $"{(rows.Many ? Unnest(m, lateral.Outer) : m.Sql)} AS m{i}");
        return (
            $"(SELECT {string.Join(", ", kept.Concat(added))} FROM {sql}) AS {name}",
            [
                .. fields.Select((f, i) => f with { Value = new HiveValue(f.Value.Type, $"{name}.k{i}") }),
                .. made.Select((m, i) => new HiveField(lateral.Alias, m.Name, new HiveValue(m.Type, $"{name}.m{i}"))),
            ]);
    }

    private static string Unnest(HiveMade made, bool outer) => outer
        ? $"unnest(CASE WHEN len({made.Sql}) > 0 THEN {made.Sql} ELSE [NULL] END)"
        : $"unnest({made.Sql})";

    public static ImmutableArray<HiveMade> Named(HiveRows rows, ImmutableArray<string> names) => names.IsEmpty ? rows.Columns
        : names.Length == rows.Columns.Length ? [.. rows.Columns.Select((c, i) => c with { Name = names[i] })]
        : throw HiveError.Semantic(10083, $"The number of aliases supplied in the AS clause does not match the number of columns output by the UDTF expected {rows.Columns.Length} aliases but got {names.Length}");
}
