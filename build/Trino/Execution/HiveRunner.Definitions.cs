using System.Collections.Immutable;
using Cdp.Trino.Hive;
using Cdp.Trino.Types;

namespace Cdp.Trino.Execution;

internal sealed partial class HiveRunner
{
    private bool Exists(string database, string table) =>
        _context.Schema.Columns(database, table) is not null || _context.Schema.View(database, table) is not null;

    private StatementResult Create(HiveCreateTable statement)
    {
        var (database, table) = Locate(statement.Table);
        if (!_context.Schema.HasDatabase(database))
        {
            throw HiveError.Semantic(10072, $"Database does not exist: {database}");
        }

        if (Exists(database, table))
        {
            return statement.IfNotExists ? Done("CREATE TABLE")
                : statement.Query is not null ? throw HiveError.Semantic(null, $"org.apache.hadoop.hive.ql.parse.SemanticException: Table already exists: {database}.{table}")
                : throw HiveError.Runtime($"AlreadyExistsException(message:Table hive.{database}.{table} already exists)");
        }

        if (statement.Query is not null)
        {
            return CreateAs(statement, database, table);
        }

        var columns = statement.Like is { } like
            ? Columns(like)
            : statement.Columns!.Value.Select(c => new StoredColumn(c.Name, _context.IsTd ? Stores.TdType(c.Type) : c.Type, c.Comment));
        _catalog.CreateTable(database, table, _context.IsTd ? WithTimeColumn(columns) : columns);
        return Done("CREATE TABLE");
    }

    private static List<StoredColumn> WithTimeColumn(IEnumerable<StoredColumn> columns)
    {
        var list = columns.ToList();
        var time = list.FindIndex(c => c.Name == Time);
        if (time < 0)
        {
            list.Add(new StoredColumn(Time, TrinoType.BigInt));
        }
        else
        {
            list[time] = list[time] with { Type = TrinoType.BigInt };
        }

        return list;
    }

    private ImmutableArray<StoredColumn> Columns(HiveTableName table)
    {
        var (database, name) = Locate(table);
        return _context.Schema.Columns(database, name) ?? throw HiveError.TableNotFound(name, table.At);
    }

    private StatementResult CreateAs(HiveCreateTable statement, string database, string table)
    {
        var plan = new HiveQueries(_context).Statement(statement.Query!);
        if (plan.Columns.FirstOrDefault(c => c.Type.Kind == Kind.Unknown) is { } nothing)
        {
            throw HiveError.Semantic(10305, $"CREATE-TABLE-AS-SELECT creates a VOID type, please use CAST to specify the type, near field: {nothing.Name}");
        }

        var names = Names(statement.Query!, plan);
        var columns = plan.Columns.Select((c, i) => new StoredColumn(names[i], _context.IsTd ? Stores.TdType(c.Type) : c.Type)).ToList();
        var values = columns.Select((c, i) => (Column: c.Name, Sql: _context.IsTd ? ForTd(Value(plan, i), c.Type) : InTextTable(Value(plan, i).Sql, c.Type))).ToList();
        if (_context.IsTd)
        {
            columns = WithTimeColumn(columns);
            values = WithTime([.. values.Select((v, i) => v.Column == Time ? (v.Column, ForTd(Value(plan, i), TrinoType.BigInt)) : v)]);
        }

        _catalog.CreateTable(database, table, columns);
        var count = Run(
            $"INSERT INTO {Duck.Name(database, table)} ({string.Join(", ", values.Select(v => Duck.Name(v.Column)))}) SELECT {string.Join(", ", values.Select(v => v.Sql))} FROM ({plan.Sql}) AS q",
            statement.Query);
        return Done("CREATE TABLE", count);
    }

    /// <summary>Hive 4 numbers a name that comes twice, but not one that a star brings.</summary>
    private List<string> Names(HiveQuery query, HivePlan plan)
    {
        var names = new List<string>();
        foreach (var column in plan.Columns)
        {
            var twice = names.Contains(column.Name);
            var star = query.Selects.Any(s => s.Select.Items.Any(i => i.Value.Form == HiveForm.Star));
            names.Add(!twice ? column.Name : _context.IsFour && !star && !names.Contains(column.Name + "_1")
                ? column.Name + "_1"
                : throw HiveError.Semantic(10036, $"Duplicate column name: {column.Name}"));
        }

        return names;
    }

    private StatementResult Drop(HiveDrop statement)
    {
        var (database, name) = Locate(statement.Table);
        var isTable = _context.Schema.Columns(database, name) is not null;
        var isView = _context.Schema.View(database, name) is not null;
        if (statement.Kind == "TABLE" ? isView : isTable)
        {
            throw HiveError.Refused($"DROP {statement.Kind} of the other kind", statement.At);
        }

        if (isTable)
        {
            Run($"DROP TABLE {Duck.Name(database, name)}");
        }
        else if (isView)
        {
            Run($"DELETE FROM {Catalog.Internal}.views WHERE database = {Duck.Text(database)} AND name = {Duck.Text(name)}");
        }

        return Done($"DROP {statement.Kind}");
    }

    private StatementResult Truncate(HiveTruncate statement)
    {
        Columns(statement.Table);
        var (database, name) = Locate(statement.Table);
        Run($"DELETE FROM {Duck.Name(database, name)}");
        return Done("TRUNCATE TABLE");
    }

    private StatementResult Create(HiveCreateView statement)
    {
        if (_context.IsTd)
        {
            throw HiveError.Refused("A view", statement.At);
        }

        var (database, name) = Locate(statement.View);
        new HiveQueries(_context).Statement(statement.Query);
        if (Exists(database, name) && !(statement.OrReplace && _context.Schema.View(database, name) is not null))
        {
            return statement.IfNotExists ? Done("CREATE VIEW") : throw HiveError.Semantic(10131, $"Table already exists: {database}.{name}");
        }

        Run($"INSERT OR REPLACE INTO {Catalog.Internal}.views VALUES ({Duck.Text(database)}, {Duck.Text(name)}, {Duck.Text(HiveQueries.ViewMark + statement.Text)}, '')");
        return Done("CREATE VIEW");
    }

    private StatementResult Add(HiveAddColumns statement)
    {
        var columns = Columns(statement.Table);
        var (database, name) = Locate(statement.Table);
        foreach (var column in statement.Columns)
        {
            if (columns.Any(c => c.Name.Equals(column.Name, StringComparison.OrdinalIgnoreCase)))
            {
                throw HiveError.Runtime($"Duplicate column name: {column.Name}");
            }

            _catalog.AddColumn(database, name, new StoredColumn(column.Name, _context.IsTd ? Stores.TdType(column.Type) : column.Type, column.Comment));
        }

        return Done("ADD COLUMNS");
    }

    /// <summary>A whole number may become a longer one.</summary>
    private StatementResult Change(HiveChangeColumn statement)
    {
        var old = Columns(statement.Table).FirstOrDefault(c => c.Name.Equals(statement.Name, StringComparison.OrdinalIgnoreCase))
            ?? throw HiveError.Runtime($"Invalid column reference {statement.Name}");
        var (database, name) = Locate(statement.Table);
        var table = Duck.Name(database, name);
        var type = statement.Column.Type;
        if (!old.Type.Equals(type))
        {
            if (!old.Type.IsInteger || !type.IsInteger || _context.IsTd)
            {
                throw HiveError.Refused($"A change from {HiveTypes.Name(old.Type)} to {HiveTypes.Name(type)}", statement.At);
            }

            if (HiveTypes.Bits(type) < HiveTypes.Bits(old.Type))
            {
                throw HiveError.Runtime("Unable to alter table. The following columns have types incompatible with the existing columns in their respective positions : " + statement.Name);
            }

            Run($"ALTER TABLE {table} ALTER {Duck.Name(old.Name)} TYPE {DuckTypes.Of(type)}");
        }

        if (statement.Column.Name != old.Name)
        {
            Run($"ALTER TABLE {table} RENAME {Duck.Name(old.Name)} TO {Duck.Name(statement.Column.Name)}");
        }

        return Done("CHANGE COLUMN");
    }

    private StatementResult Rename(HiveRename statement)
    {
        Columns(statement.Table);
        var (database, name) = Locate(statement.Table);
        if (statement.To.Database is { } other && other != database)
        {
            throw HiveError.Refused("Renaming a table into another database", statement.At);
        }

        if (Exists(database, statement.To.Name))
        {
            throw HiveError.Runtime($"Unable to alter table. new table {database}.{statement.To.Name} already exists");
        }

        Run($"ALTER TABLE {Duck.Name(database, name)} RENAME TO {Duck.Name(statement.To.Name)}");
        return Done("RENAME TABLE");
    }

    private StatementResult Show(HiveShow statement)
    {
        if (statement.Kind == "COLUMNS")
        {
            return Table(["field"], Columns(statement.Table!).Select(c => new[] { c.Name }));
        }

        var database = statement.Table?.Database ?? statement.Table?.Name ?? _context.Database;
        var names = statement.Kind == "TABLES" ? [.. _context.Schema.Tables(database), .. _context.Schema.Views(database)] : _context.Schema.Databases().ToList();
        return Table([statement.Kind == "TABLES" ? "tab_name" : "database_name"], names.Where(n => Matches(n, statement)).Order(StringComparer.Ordinal).Select(n => new[] { n }));
    }

    /// <summary>A star stands for any letters in Hive 2; what stands for them in Hive 4 is not certain.</summary>
    private bool Matches(string name, HiveShow statement)
    {
        var pattern = statement.Pattern;
        if (pattern is null || pattern.All(c => char.IsAsciiLetterOrDigit(c)))
        {
            return pattern is null || name.Equals(pattern, StringComparison.OrdinalIgnoreCase);
        }

        if (_context.IsFour || !pattern.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '*' or '|'))
        {
            throw HiveError.Refused($"The pattern '{pattern}'", statement.At);
        }

        return pattern.Split('|').Any(p => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(p, name, ignoreCase: true));
    }

    private StatementResult Describe(HiveDescribe statement)
    {
        var (database, name) = Locate(statement.Table);
        var columns = _context.Schema.Columns(database, name) ?? (_context.Schema.View(database, name) is not null
            ? throw HiveError.Refused("DESCRIBE of a view", statement.At)
            : throw HiveError.Semantic(10001, $"Table not found {database}.{name}"));
        var rows = columns.Where(c => statement.Column is null || c.Name == statement.Column)
            .Select(c => new[] { c.Name, HiveTypes.Name(c.Type), statement.Column is not null ? "from deserializer" : c.Comment ?? "" }).ToList();
        return rows.Count > 0 ? Table(["col_name", "data_type", "comment"], rows) : throw HiveError.Refused($"The column {statement.Column}", statement.At);
    }
}
