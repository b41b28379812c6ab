using System.Collections.Immutable;
using System.Globalization;
using Cdp.Trino.Hive;
using Cdp.Trino.Types;

namespace Cdp.Trino.Execution;

internal sealed partial class HiveRunner
{
    private const string Time = "time";

    private string Now => $"CAST({query.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)} AS BIGINT)";

    /// <summary>All is read before anything is written: OVERWRITE may read the table that it replaces.</summary>
    private StatementResult Insert(HiveInsert statement)
    {
        var stored = new List<(string Target, string Temporary, ImmutableArray<string> Columns, bool Overwrite)>();
        foreach (var part in statement.Parts)
        {
            var (database, table) = Locate(part.Table);
            if (_context.Schema.View(database, table) is not null)
            {
                throw HiveError.Semantic(10090, "A view cannot be used as target table for LOAD or INSERT");
            }

            var columns = _context.Schema.Columns(database, table) ?? throw HiveError.TableNotFound(table, part.Table.At);
            var plan = new HiveQueries(_context).Statement(part.Query);
            var values = _context.IsTd ? ByName(part, database, table, columns, plan) : ByPosition(part, columns, plan);
            var temporary = Duck.Name($"hive_insert_{stored.Count.ToString(CultureInfo.InvariantCulture)}");
            Run($"CREATE OR REPLACE TEMP TABLE {temporary} AS SELECT {string.Join(", ", values.Select((v, i) => $"{v.Sql} AS v{i}"))} FROM ({plan.Sql}) AS q", part.Query);
            stored.Add((Duck.Name(database, table), temporary, [.. values.Select(v => v.Column)], part.Overwrite));
        }

        var count = 0L;
        foreach (var (target, temporary, columns, overwrite) in stored)
        {
            if (overwrite)
            {
                Run($"DELETE FROM {target}");
            }

            count += Run($"INSERT INTO {target} ({string.Join(", ", columns.Select(Duck.Name))}) SELECT * FROM {temporary}");
            Run($"DROP TABLE {temporary}");
        }

        return Done("INSERT", count);
    }

    private static HiveValue Value(HivePlan plan, int index) =>
        new(plan.Columns[index].Type, $"q.c{index.ToString(CultureInfo.InvariantCulture)}") { Literal = plan.Columns[index].Literal };

    private List<(string Column, string Sql)> ByPosition(HiveInsertPart part, ImmutableArray<StoredColumn> columns, HivePlan plan)
    {
        var targets = part.Columns.IsEmpty ? columns : Listed(part, columns);
        if (plan.Columns.Length != targets.Length)
        {
            throw part.Columns.IsEmpty
                ? HiveError.Semantic(10044, $"Cannot insert into target table because column number/types are different '{part.Table.Name}': Table insclause-0 has {targets.Length} columns, but query has {plan.Columns.Length} columns.", part.Table.At)
                : HiveError.Semantic(null, $"Expected {targets.Length} columns for insclause-0/{Locate(part.Table).Database}@{part.Table.Name}; select produces {plan.Columns.Length} columns.", HivePlaces.Of(part.Query.Selects[0].Select.Items[0].Value));
        }

        return [.. targets.Select((t, i) => (t.Name, Stored(part, Value(plan, i), t.Type)))];
    }

    private ImmutableArray<StoredColumn> Listed(HiveInsertPart part, ImmutableArray<StoredColumn> columns)
    {
        var (database, table) = Locate(part.Table);
        if (part.Columns.GroupBy(c => c.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw HiveError.Semantic(null, $"Duplicate column name detected in {database}.{table} table schema specification. Error encountered near token '{twice.Key}'", part.Columns[0].At);
        }

        return [.. part.Columns.Select(c => columns.FirstOrDefault(s => s.Name.Equals(c.Name, StringComparison.OrdinalIgnoreCase))
            ?? throw HiveError.Semantic(null, $"'{c.Name}' in insert schema specification is not found among regular columns of {database}.{table} nor dynamic partition columns.. Error encountered near token '{c.Name}'", part.Columns[0].At))];
    }

    /// <summary>Silently converted; a text table gives back the text <c>\N</c> as NULL.</summary>
    private string Stored(HiveInsertPart part, HiveValue value, TrinoType type)
    {
        var nested = type.Kind is Kind.Array or Kind.Map or Kind.Row;
        if ((nested || value.IsNested) && !value.Type.Equals(type) && !value.IsNull)
        {
            throw nested
                ? HiveError.Semantic(10044, $"Cannot insert into target table because column number/types are different '{part.Table.Name}': Cannot convert column from {HiveTypes.Name(value.Type)} to {HiveTypes.Name(type)}.", part.Table.At)
                : HiveError.Semantic(null, $"UDFArgumentException The function {HiveTypes.Capitals(type)} takes only primitive types");
        }

        return InTextTable(HiveCasts.To(value, type.Kind == Kind.Timestamp ? HiveTypes.Timestamp : type, _context, written: true).Sql, type);
    }

    private static string InTextTable(string sql, TrinoType type) => type.Kind == Kind.Varchar ? $"nullif({sql}, '\\N')" : sql;

    /// <summary>TD: by the SELECT's names; new names become columns, and a row without a time gets that of the job.</summary>
    private List<(string Column, string Sql)> ByName(HiveInsertPart part, string database, string table, ImmutableArray<StoredColumn> columns, HivePlan plan)
    {
        var stored = columns.ToDictionary(c => c.Name, StringComparer.OrdinalIgnoreCase);
        var isValues = part.Query.Selects is [{ Select.From: HiveValuesSource }];
        var unnamed = part.Columns.IsEmpty && (isValues || plan.Columns.All(c => c.Unnamed));
        if (part.Columns.Length > 0 && part.Columns.Length != plan.Columns.Length)
        {
            throw HiveError.Semantic(null, $"Expected {part.Columns.Length} columns; select produces {plan.Columns.Length} columns.", part.Table.At);
        }

        var values = new List<(string Column, string Sql)>();
        for (var i = 0; i < plan.Columns.Length; i++)
        {
            var output = plan.Columns[i];
            var name = !part.Columns.IsEmpty ? part.Columns[i].Name
                : (unnamed || output.Unnamed) && i < columns.Length ? columns[i].Name
                : output.Name;
            if (values.Exists(v => v.Column.Equals(name, StringComparison.OrdinalIgnoreCase)))
            {
                throw HiveError.Semantic(10036, $"Duplicate column name: {name}");
            }

            if (!stored.TryGetValue(name, out var column))
            {
                column = new StoredColumn(name, Stores.TdType(output.Type));
                _catalog.AddColumn(database, table, column);
                stored[name] = column;
            }

            values.Add((column.Name, ForTd(Value(plan, i), column.Type)));
        }

        return stored.ContainsKey(Time) ? WithTime(values) : values;
    }

    private List<(string Column, string Sql)> WithTime(List<(string Column, string Sql)> values)
    {
        var given = values.FindIndex(v => v.Column == Time);
        if (given < 0)
        {
            return [.. values, (Time, Now)];
        }

        values[given] = (Time, $"coalesce({values[given].Sql}, {Now})");
        return values;
    }

    private string ForTd(HiveValue value, TrinoType type) => value.IsNested && !value.Type.Equals(type)
        ? Stores.ForTd(new Translation.Typed(value.Type, value.Sql), type)
        : HiveCasts.To(value, type, _context, written: true).Sql;
}
