using Cdp.Trino.Analysis;
using Cdp.Trino.Syntax;
using Cdp.Trino.Types;

namespace Cdp.Trino.Execution;

internal sealed partial class StatementRunner
{
    private bool Exists(string database, string table) =>
        _schema.Columns(database, table) is not null || _schema.View(database, table) is not null;

    private StatementResult Create(CreateTable s)
    {
        if (s.OrReplace)
        {
            throw Refused(s.At, "CREATE OR REPLACE TABLE");
        }

        var (database, table) = Queries.Locate(s.Table);
        if (!_schema.HasDatabase(database))
        {
            throw new TrinoException("NOT_FOUND", $"Schema {database} not found");
        }

        if (Exists(database, table))
        {
            return s.IfNotExists
                ? Done("CREATE TABLE")
                : throw Scope.Error("TABLE_ALREADY_EXISTS", s.At, $"Table '{QueryAnalyzer.CatalogName}.{database}.{table}' already exists");
        }

        var columns = new List<StoredColumn>();
        foreach (var element in s.Elements)
        {
            foreach (var column in element.Like is { } like ? [.. Columns(like, element.At)] : new[] { Defined(element.Column!) })
            {
                if (columns.Any(c => c.Name == column.Name))
                {
                    throw Scope.Error("DUPLICATE_COLUMN_NAME", element.At, $"Column name '{column.Name}' specified more than once");
                }

                columns.Add(column);
            }
        }

        if (IsTd && columns.All(c => c.Name != Time))
        {
            columns.Add(new StoredColumn(Time, TrinoType.BigInt));
        }

        _catalog.CreateTable(database, table, columns);
        if (s.Comment is not null)
        {
            Run($"COMMENT ON TABLE {Duck.Name(database, table)} IS {Duck.Text(s.Comment)}");
        }

        return Done("CREATE TABLE");
    }

    private StoredColumn Defined(ColumnDefinition column)
    {
        var type = TypeNames.Resolve(column.Type)
            ?? throw Scope.Error("TYPE_NOT_FOUND", column.At, $"Unknown type '{column.Type.Name}' for column '{column.Name.Lower}'");
        if (type.Kind == Kind.Unknown)
        {
            throw Scope.Error("TYPE_NOT_FOUND", column.At, $"Unknown type 'unknown' for column '{column.Name.Lower}'");
        }

        if (column.NotNull)
        {
            throw Scope.Error("NOT_SUPPORTED", column.At, $"Catalog '{QueryAnalyzer.CatalogName}' does not support non-null column for column name '{column.Name.Lower}'");
        }

        return new StoredColumn(column.Name.Lower, IsTd ? Stores.TdType(type) : type, column.Comment);
    }

    private StatementResult Drop(Drop s)
    {
        if (s.Kind == "SCHEMA")
        {
            return DropDatabase(s);
        }

        if (s.IfExists && s.Target.Parts.Length == 3 && s.Target.Parts[0].Lower != QueryAnalyzer.CatalogName)
        {
            return Done($"DROP {s.Kind}");
        }

        var (database, name) = Queries.Locate(s.Target);
        var isTable = _schema.Columns(database, name) is not null;
        var isView = _schema.View(database, name) is not null;
        var full = $"{QueryAnalyzer.CatalogName}.{database}.{name}";
        if (s.Kind == "TABLE" ? isView : isTable)
        {
            var (wanted, found) = s.Kind == "TABLE" ? ("Table", "view") : ("View", "table");
            throw Scope.Error("GENERIC_USER_ERROR", s.At, $"{wanted} '{full}' does not exist, but a {found} with that name exists. Did you mean DROP {found.ToUpperInvariant()} {full}?");
        }

        if (!(isTable || isView))
        {
            return s.IfExists
                ? Done($"DROP {s.Kind}")
                : throw Scope.Error(s.Kind == "TABLE" ? "TABLE_NOT_FOUND" : "GENERIC_USER_ERROR", s.At, $"{(s.Kind == "TABLE" ? "Table" : "View")} '{full}' does not exist");
        }

        Run(isTable
            ? $"DROP TABLE {Duck.Name(database, name)}"
            : $"DELETE FROM {Catalog.Internal}.views WHERE database = {Duck.Text(database)} AND name = {Duck.Text(name)}");
        return Done($"DROP {s.Kind}");
    }

    private StatementResult DropDatabase(Drop s)
    {
        var database = s.Target.Parts[^1].Lower;
        if (!_schema.HasDatabase(database))
        {
            return s.IfExists
                ? Done("DROP SCHEMA")
                : throw Scope.Error("SCHEMA_NOT_FOUND", s.At, $"Schema '{QueryAnalyzer.CatalogName}.{database}' does not exist");
        }

        if (!s.Cascade && (_schema.Tables(database).Count > 0 || _schema.Views(database).Count > 0))
        {
            throw Scope.Error("SCHEMA_NOT_EMPTY", s.At, $"Cannot drop non-empty schema '{database}'");
        }

        _catalog.DropDatabase(database);
        return Done("DROP SCHEMA");
    }

    private StatementResult Create(CreateSchema s)
    {
        var database = s.Schema.Parts[^1].Lower;
        if (_schema.HasDatabase(database))
        {
            return s.IfNotExists
                ? Done("CREATE SCHEMA")
                : throw Scope.Error("SCHEMA_ALREADY_EXISTS", s.At, $"Schema '{QueryAnalyzer.CatalogName}.{database}' already exists");
        }

        _catalog.CreateDatabase(database);
        return Done("CREATE SCHEMA");
    }

    private StatementResult Rename(Rename s)
    {
        if (s.Kind != "TABLE")
        {
            throw Refused(s.At, $"ALTER {s.Kind} … RENAME");
        }

        var (database, from) = Queries.Locate(s.From);
        var (otherDatabase, to) = s.To.Parts.Length == 1 ? (database, s.To.Parts[0].Lower) : Queries.Locate(s.To);
        if (_schema.Columns(database, from) is null)
        {
            return s.IfExists
                ? Done("RENAME TABLE")
                : throw Scope.Error("TABLE_NOT_FOUND", s.At, $"Table '{QueryAnalyzer.CatalogName}.{database}.{from}' does not exist");
        }

        if (Exists(otherDatabase, to))
        {
            throw Scope.Error("TABLE_ALREADY_EXISTS", s.At, $"Target table '{QueryAnalyzer.CatalogName}.{otherDatabase}.{to}' already exists");
        }

        if (otherDatabase != database)
        {
            throw Refused(s.At, "Renaming a table into another database");
        }

        Run($"ALTER TABLE {Duck.Name(database, from)} RENAME TO {Duck.Name(to)}");
        return Done("RENAME TABLE");
    }

    private StatementResult Add(AddColumn s)
    {
        var (database, table) = Queries.Locate(s.Table);
        if (_schema.Columns(database, table) is not { } columns)
        {
            return s.IfExists ? Done("ADD COLUMN") : throw Queries.Missing(database, table, s.At);
        }

        var column = Defined(s.Column);
        if (columns.Any(c => c.Name.Equals(column.Name, StringComparison.OrdinalIgnoreCase)))
        {
            return s.IfNotExists
                ? Done("ADD COLUMN")
                : throw Scope.Error("COLUMN_ALREADY_EXISTS", s.At, $"Column '{column.Name}' already exists");
        }

        _catalog.AddColumn(database, table, column);
        return Done("ADD COLUMN");
    }

    private StatementResult Create(CreateView s)
    {
        var (database, view) = Queries.Locate(s.View);
        if (!_schema.HasDatabase(database))
        {
            throw Scope.Error("SCHEMA_NOT_FOUND", s.At, $"Schema '{database}' does not exist");
        }

        var queries = Queries;
        var plan = queries.Analyze(s.Query);
        if (queries.ViewsRead.Contains($"{QueryAnalyzer.CatalogName}.{database}.{view}"))
        {
            throw Scope.Error("VIEW_IS_RECURSIVE", s.At, "Statement would create a recursive view");
        }

        for (var i = 0; i < plan.Columns.Length; i++)
        {
            if (plan.Columns[i].Name is null)
            {
                throw Scope.Error("MISSING_COLUMN_NAME", s.At, $"Column name not specified at position {i + 1}");
            }
        }

        if (plan.Columns.GroupBy(c => c.Name!.ToLowerInvariant()).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw Scope.Error("DUPLICATE_COLUMN_NAME", s.At, $"Column name '{twice.Key}' specified more than once");
        }

        if (_schema.Columns(database, view) is not null || (_schema.View(database, view) is not null && !s.OrReplace))
        {
            throw Scope.Error("TABLE_ALREADY_EXISTS", s.At, $"View already exists: '{QueryAnalyzer.CatalogName}.{database}.{view}'");
        }

        Run($"INSERT OR REPLACE INTO {Catalog.Internal}.views VALUES ({Duck.Text(database)}, {Duck.Text(view)}, {Duck.Text(s.QueryText)}, {Duck.Text(string.Join('\n', plan.Columns.Select(c => c.Type.SqlName)))})");
        return Done("CREATE VIEW");
    }

    private StatementResult Remark(Comment s)
    {
        if (s.Kind != "COLUMN" || s.Target.Parts.Length < 2)
        {
            throw Refused(s.At, $"COMMENT ON {s.Kind}");
        }

        var table = new QualifiedName(s.Target.At, s.Target.Parts[..^1]);
        var name = s.Target.Parts[^1];
        var column = Columns(table, s.At).FirstOrDefault(c => c.Name == name.Lower)
            ?? throw Scope.Error("COLUMN_NOT_FOUND", s.At, $"Column does not exist: {name.Lower}");
        _catalog.Remark(Name(table), column with { Comment = s.Text ?? "" });
        return Done("COMMENT");
    }
}
