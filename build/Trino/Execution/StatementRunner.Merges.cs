using System.Collections.Immutable;
using System.Globalization;
using Cdp.Trino.Analysis;
using Cdp.Trino.Syntax;
using Cdp.Trino.Translation;
using Cdp.Trino.Types;

namespace Cdp.Trino.Execution;

internal sealed partial class StatementRunner
{
    /// <summary>
    /// The joined rows are written down first, each with the case that takes it; then rows are deleted, changed and added.
    /// </summary>
    private StatementResult Merge(Merge s)
    {
        if (IsTd)
        {
            throw Refused(s.At, "MERGE");
        }

        RefuseView(s.Target, s.At, "Merging into views is not supported");
        var queries = Queries;
        var (database, table) = queries.Locate(s.Target);
        var columns = _schema.Columns(database, table) ?? throw queries.Missing(database, table, s.Target.At);
        var rows = $"r{queries.NextNumber()}";
        var name = Duck.Name(database, table);
        var target = columns.Select(c => new Field(c.Name, c.Type, $"{rows}.{Duck.Name(c.Name)}", s.Alias?.Lower ?? table, s.Alias is null ? database : null));
        var source = queries.Source(s.Source);
        var scope = new Scope([.. target, .. source.Fields], null, ImmutableDictionary<string, CommonTable>.Empty);
        var analyzer = new ExpressionAnalyzer(queries, scope) { Clause = "MERGE", Root = s.At };
        var on = analyzer.Condition(s.On, "MERGE ON clause");
        var cases = s.Cases.Select((c, i) => Case(c, i, columns, analyzer, rows)).ToList();

        var chosen = string.Concat(cases.Select(c => $" WHEN {c.When} THEN {c.Number}"));
        var values = string.Concat(cases.SelectMany(c => c.Values.Select((v, i) => $", CASE WHEN chosen = {c.Number} THEN {v.Sql} END AS v{c.Number}_{i}")));
        var taken = $"merge_{rows}";
        Run($"CREATE TEMP TABLE {taken} AS SELECT {rows}.rowid AS rid, CASE{chosen} ELSE -1 END AS chosen{values} FROM {source.Sql} LEFT JOIN {name} AS {rows} ON {on}");
        RefuseRepeated(taken, s.At);
        Apply(taken, name, cases);
        var count = connection.Number($"SELECT count(*) FROM {taken} WHERE chosen >= 0");
        Run($"DROP TABLE {taken}");
        return Done("MERGE", count);
    }

    private void RefuseRepeated(string taken, SqlPosition at)
    {
        var repeated = $"FROM {taken} WHERE rid IS NOT NULL GROUP BY rid";
        if (connection.Number($"SELECT count(*) FROM (SELECT rid {repeated}, chosen HAVING chosen >= 0 AND count(*) > 1)") > 0)
        {
            throw new TrinoException("MERGE_TARGET_ROW_MULTIPLE_MATCHES", "One MERGE target table row matched more than one source row");
        }

        if (connection.Number($"SELECT count(*) FROM (SELECT rid {repeated} HAVING count(*) > 1)") > 0)
        {
            throw Scope.Error(TrinoException.NotSupportedLocally, at, "MERGE where a row meets several source rows in different cases is not supported locally: make the source's keys unique");
        }
    }

    private void Apply(string taken, string table, List<MergePart> cases)
    {
        foreach (var part in cases.OrderBy(c => c.Action == "INSERT"))
        {
            var which = $"FROM {taken} AS m WHERE m.chosen = {part.Number}";
            string Value(int i) => $"m.v{part.Number}_{i.ToString(CultureInfo.InvariantCulture)}";
            Run(part.Action switch
            {
                "DELETE" => $"DELETE FROM {table} WHERE rowid IN (SELECT m.rid {which})",
                "UPDATE" => $"UPDATE {table} SET {string.Join(", ", part.Values.Select((v, i) => $"{Duck.Name(v.Column)} = {Value(i)}"))} {which} AND {table}.rowid = m.rid",
                _ => $"INSERT INTO {table} ({string.Join(", ", part.Values.Select(v => Duck.Name(v.Column)))}) SELECT {string.Join(", ", part.Values.Select((_, i) => Value(i)))} {which}",
            });
        }
    }

    private static MergePart Case(MergeCase one, int index, ImmutableArray<StoredColumn> columns, ExpressionAnalyzer analyzer, string rows)
    {
        var condition = one.Condition is null ? "" : $" AND ({analyzer.Condition(one.Condition, "MERGE WHEN clause")})";
        var names = one.Action == "INSERT" && one.Columns.IsEmpty ? [.. columns.Select(c => c.Name)] : one.Columns.Select(c => c.Lower).ToList();
        var targets = names.Select(n => columns.FirstOrDefault(c => c.Name.Equals(n, StringComparison.OrdinalIgnoreCase))
            ?? throw Scope.Error("COLUMN_NOT_FOUND", one.At, $"Merge column name does not exist in target table: {n}")).ToList();
        if (names.GroupBy(n => n).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw Scope.Error("DUPLICATE_COLUMN_NAME", one.At, $"Merge column name is specified more than once: {twice.Key}");
        }

        var values = one.Values.Select(analyzer.Analyze).ToList();
        TrinoException Mismatch() => Scope.Error(
            "TYPE_MISMATCH",
            one.At,
            $"MERGE table column types don't match for MERGE case {index}, SET expressions: Table: [{string.Join(", ", targets.Select(t => t.Type.Name))}], Expressions: [{string.Join(", ", values.Select(v => v.Type.Name))}]");
        if (targets.Count != values.Count)
        {
            throw Mismatch();
        }

        return new MergePart(
            index,
            one.Action,
            $"{rows}.rowid IS {(one.Matched ? "NOT " : "")}NULL{condition}",
            [.. targets.Select((t, i) => (t.Name, Converted(values[i], t.Type, one.At) ?? throw Mismatch()))]);
    }

    /// <summary>Whether MERGE cuts a text that is too long, or fails, is not known.</summary>
    private static string? Converted(Typed value, TrinoType column, SqlPosition at) =>
        value.Type.IsText && column.IsText && column.Precision < value.Type.Precision
            ? throw Scope.Error(TrinoException.NotSupportedLocally, at, $"MERGE of {value.Type.Name} into {column.Name} is not supported locally: cast it")
            : Stores.Convert(value, column);

    private sealed record MergePart(int Number, string Action, string When, ImmutableArray<(string Column, string Sql)> Values);
}
