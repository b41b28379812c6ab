using System.Collections.Immutable;
using System.Globalization;
using Cdp.Trino.Analysis;
using Cdp.Trino.Syntax;
using Cdp.Trino.Translation;
using Cdp.Trino.Types;

namespace Cdp.Trino.Execution;

internal sealed partial class StatementRunner
{
    private const string Time = "time";

    private string Now => $"CAST({context.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)} AS BIGINT)";

    private StatementResult Insert(Insert s)
    {
        var queries = Queries;
        var (database, table) = queries.Locate(s.Table);
        if (_schema.View(database, table) is not null)
        {
            throw new TrinoException("NOT_SUPPORTED", "Inserting into views is not supported");
        }

        var columns = _schema.Columns(database, table)
            ?? throw new TrinoException("TABLE_NOT_FOUND", $"Table '{QueryAnalyzer.CatalogName}.{database}.{table}' does not exist");
        var plan = queries.Analyze(s.Query);
        Warn(plan);
        foreach (var name in s.Columns)
        {
            if (!IsTd && !columns.Any(c => c.Name.Equals(name.Lower, StringComparison.OrdinalIgnoreCase)))
            {
                throw new TrinoException("COLUMN_NOT_FOUND", $"Insert column name does not exist in target table: {name.Lower}");
            }
        }

        if (s.Columns.GroupBy(c => c.Lower).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw Scope.Error("DUPLICATE_COLUMN_NAME", s.At, $"Insert column name is specified more than once: {twice.Key}");
        }

        var values = IsTd ? ByName(s, database, table, columns, plan) : ByPosition(s, columns, plan);
        return Done("INSERT", Store(database, table, values, plan));
    }

    private long Store(string database, string table, List<(string Column, string Sql)> values, QueryPlan plan) => Run(
        $"INSERT INTO {Duck.Name(database, table)} ({string.Join(", ", values.Select(v => Duck.Name(v.Column)))}) SELECT {string.Join(", ", values.Select(v => v.Sql))} FROM ({plan.Sql}) AS q");

    private static Typed Value(QueryPlan plan, int index) => new(plan.Columns[index].Type, $"q.c{index.ToString(CultureInfo.InvariantCulture)}");

    private static List<(string, string)> ByPosition(Insert s, ImmutableArray<StoredColumn> columns, QueryPlan plan)
    {
        var targets = s.Columns.IsEmpty
            ? [.. columns]
            : s.Columns.Select(n => columns.First(c => c.Name.Equals(n.Lower, StringComparison.OrdinalIgnoreCase))).ToList();
        TrinoException Mismatch() => Scope.Error(
            "TYPE_MISMATCH",
            s.At,
            $"Insert query has mismatched column types: Table: [{string.Join(", ", targets.Select(t => t.Type.Name))}], Query: [{string.Join(", ", plan.Columns.Select(c => c.Type.Name))}]");
        if (targets.Count != plan.Columns.Length)
        {
            throw Mismatch();
        }

        return [.. targets.Select((t, i) => (t.Name, Stores.Convert(Value(plan, i), t.Type) ?? throw Mismatch()))];
    }

    /// <summary>TD: by the SELECT's names; new names become columns; what has no name goes by its place.</summary>
    private List<(string Column, string Sql)> ByName(Insert s, string database, string table, ImmutableArray<StoredColumn> columns, QueryPlan plan)
    {
        if (!s.Columns.IsEmpty && s.Columns.Length != plan.Columns.Length)
        {
            throw Scope.Error("TYPE_MISMATCH", s.At, $"Insert query has {plan.Columns.Length} columns for {s.Columns.Length} names");
        }

        var stored = columns.ToDictionary(c => c.Name, StringComparer.OrdinalIgnoreCase);
        var unnamed = s.Columns.IsEmpty && plan.Columns.All(c => c.Name is null);
        if (unnamed && plan.Columns.Length > columns.Length)
        {
            throw Scope.Error("TYPE_MISMATCH", s.At, $"Insert query has {plan.Columns.Length} columns, the table {columns.Length}");
        }

        var values = new List<(string Column, string Sql)>();
        for (var i = 0; i < plan.Columns.Length; i++)
        {
            var name = !s.Columns.IsEmpty ? s.Columns[i].Lower
                : unnamed ? columns[i].Name
                : plan.Columns[i].Name?.ToLowerInvariant() ?? (i < columns.Length ? columns[i].Name : $"_col{i}");
            if (values.Any(v => v.Column == name))
            {
                throw Scope.Error("DUPLICATE_COLUMN_NAME", s.At, $"Column name '{name}' specified more than once");
            }

            if (!stored.TryGetValue(name, out var column))
            {
                column = new StoredColumn(name, Stores.TdType(plan.Columns[i].Type));
                _catalog.AddColumn(database, table, column);
                stored[name] = column;
            }

            values.Add((column.Name, Stores.ForTd(Value(plan, i), column.Type)));
        }

        return stored.ContainsKey(Time) ? WithTime(values, plan, s.At) : values;
    }

    /// <summary>TD: a row without a time gets that of the job.</summary>
    private List<(string Column, string Sql)> WithTime(List<(string Column, string Sql)> values, QueryPlan plan, SqlPosition at)
    {
        var given = values.FindIndex(v => v.Column == Time);
        if (given < 0)
        {
            return [.. values, (Time, Now)];
        }

        if (given < plan.Columns.Length && plan.Columns[given].Type is { IsNumeric: false, Kind: not Kind.Unknown } type)
        {
            throw Scope.Error("TYPE_MISMATCH", at, $"Column 'time' must be a bigint: actual type {type.Name}");
        }

        values[given] = (Time, $"COALESCE({values[given].Sql}, {Now})");
        return values;
    }

    private StatementResult Create(CreateTableAs s)
    {
        if (s.OrReplace)
        {
            throw Refused(s.At, "CREATE OR REPLACE TABLE");
        }

        var queries = Queries;
        var (database, table) = queries.Locate(s.Table);
        if (!_schema.HasDatabase(database))
        {
            throw Scope.Error("SCHEMA_NOT_FOUND", s.At, $"Schema '{database}' does not exist");
        }

        if (Exists(database, table))
        {
            return s.IfNotExists
                ? Done("CREATE TABLE", 0)
                : throw Scope.Error("TABLE_ALREADY_EXISTS", s.At, $"Destination table '{QueryAnalyzer.CatalogName}.{database}.{table}' already exists");
        }

        var plan = queries.Analyze(s.Query);
        Warn(plan);
        var names = Named(s, plan);
        var columns = plan.Columns.Select((c, i) => new StoredColumn(names[i], IsTd ? Stores.TdType(c.Type) : c.Type)).ToList();
        var values = columns.Select((c, i) => (Column: c.Name, Sql: IsTd ? Stores.ForTd(Value(plan, i), c.Type) : Value(plan, i).Sql)).ToList();
        if (IsTd)
        {
            values = WithTime(values, plan, s.At);
            var index = columns.FindIndex(c => c.Name == Time);
            if (index < 0)
            {
                columns.Add(new StoredColumn(Time, TrinoType.BigInt));
            }
            else
            {
                columns[index] = columns[index] with { Type = TrinoType.BigInt };
                values[index] = (Time, $"CAST({values[index].Sql} AS BIGINT)");
            }
        }

        _catalog.CreateTable(database, table, columns);
        return Done("CREATE TABLE", s.WithData ? Store(database, table, values, plan) : 0);
    }

    private static List<string> Named(CreateTableAs s, QueryPlan plan)
    {
        if (!s.Columns.IsEmpty && s.Columns.Length != plan.Columns.Length)
        {
            throw Scope.Error("MISMATCHED_COLUMN_ALIASES", s.At, $"Column alias list has {s.Columns.Length} entries but relation has {plan.Columns.Length} columns");
        }

        var names = plan.Columns.Select((c, i) => s.Columns.IsEmpty ? c.Name?.ToLowerInvariant() : s.Columns[i].Lower).ToList();
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i] is null)
            {
                throw Scope.Error("MISSING_COLUMN_NAME", s.At, $"Column name not specified at position {i + 1}");
            }

            if (names.IndexOf(names[i]) < i)
            {
                throw Scope.Error("DUPLICATE_COLUMN_NAME", s.At, $"Column name '{names[i]}' specified more than once");
            }

            if (plan.Columns[i].Type.Kind == Kind.Unknown)
            {
                throw Scope.Error("COLUMN_TYPE_UNKNOWN", s.At, $"Column type is unknown: {names[i]}");
            }
        }

        return [.. names.Select(n => n!)];
    }
}
