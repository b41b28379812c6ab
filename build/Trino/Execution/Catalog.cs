using System.Collections.Immutable;
using System.Globalization;
using Cdp.Trino.Types;
using DuckDB.NET.Data;

namespace Cdp.Trino.Execution;

/// <summary>
/// Databases and tables of one connection. Trino's type of a column stands in the column's comment (with the user's own
/// comment after a line break); a column without one has the type that DuckDB names.
/// </summary>
internal sealed class Catalog(DuckDBConnection connection)
{
    /// <summary>Holds what is ours: markers of finished jobs, views. Never listed.</summary>
    public const string Internal = "_cdp";

    private const string Hidden = "('main', 'information_schema', 'pg_catalog', '_cdp')";

    public static void Prepare(DuckDBConnection connection)
    {
        connection.Run($"CREATE SCHEMA IF NOT EXISTS {Internal}");
        connection.Run($"CREATE TABLE IF NOT EXISTS {Internal}.markers (key VARCHAR PRIMARY KEY, summary VARCHAR)");
        connection.Run(
            $"CREATE TABLE IF NOT EXISTS {Internal}.views (database VARCHAR, name VARCHAR, query VARCHAR, remark VARCHAR, PRIMARY KEY (database, name))");
    }

    public IReadOnlyList<string> Databases() => connection.Strings(
        $"SELECT DISTINCT schema_name FROM duckdb_schemas() WHERE database_name = current_database() AND schema_name NOT IN {Hidden} ORDER BY 1");

    public bool HasDatabase(string database) => database == "information_schema" || Databases().Contains(database);

    public void CreateDatabase(string database) => connection.Run($"CREATE SCHEMA IF NOT EXISTS {Duck.Name(database)}");

    public void DropDatabase(string database)
    {
        connection.Run($"DROP SCHEMA IF EXISTS {Duck.Name(database)} CASCADE");
        connection.Run($"DELETE FROM {Internal}.views WHERE database = {Duck.Text(database)}");
    }

    public IReadOnlyList<string> Tables(string database) => connection.Strings(
        $"SELECT table_name FROM duckdb_tables() WHERE database_name = current_database() AND schema_name = {Duck.Text(database)} ORDER BY 1");

    public bool HasTable(string database, string table) => connection.Number(
        $"SELECT count(*) FROM duckdb_tables() WHERE database_name = current_database() AND schema_name = {Duck.Text(database)} AND table_name = {Duck.Text(table)}") > 0;

    /// <summary>Of all tables, in order of database, table and place.</summary>
    public IReadOnlyList<(string Database, string Table, StoredColumn Column)> AllColumns() => connection.Read(
        $"SELECT schema_name, table_name, column_name, data_type, comment FROM duckdb_columns() WHERE database_name = current_database() AND schema_name NOT IN {Hidden} ORDER BY schema_name, table_name, column_index",
        r => (r.GetString(0), r.GetString(1), Column(r.GetString(2), r.GetString(3), r.IsDBNull(4) ? null : r.GetString(4))));

    /// <summary>Null where there is no such table.</summary>
    public ImmutableArray<StoredColumn>? Columns(string database, string table)
    {
        var columns = connection.Read(
            $"SELECT column_name, data_type, comment FROM duckdb_columns() WHERE database_name = current_database() AND schema_name = {Duck.Text(database)} AND table_name = {Duck.Text(table)} ORDER BY column_index",
            r => Column(r.GetString(0), r.GetString(1), r.IsDBNull(2) ? null : r.GetString(2)));
        return columns.Count == 0 ? null : [.. columns];
    }

    /// <summary>Without counting.</summary>
    public long EstimatedRows(string database, string table) => connection.Read(
        $"SELECT estimated_size FROM duckdb_tables() WHERE database_name = current_database() AND schema_name = {Duck.Text(database)} AND table_name = {Duck.Text(table)}",
        r => Convert.ToInt64(r.GetValue(0), CultureInfo.InvariantCulture)).FirstOrDefault();

    public string? TableComment(string database, string table) => connection.Strings(
        $"SELECT comment FROM duckdb_tables() WHERE database_name = current_database() AND schema_name = {Duck.Text(database)} AND table_name = {Duck.Text(table)} AND comment IS NOT NULL").FirstOrDefault();

    public TableDescription Describe(string database, string table) => new(
        database,
        table,
        connection.Number($"SELECT count(*) FROM {Duck.Name(database, table)}"),
        [.. (Columns(database, table) ?? []).Select(c => new TableColumn(c.Name, c.Type.Name))]);

    public void CreateTable(string database, string table, IEnumerable<StoredColumn> columns)
    {
        var list = columns.ToList();
        var name = Duck.Name(database, table);
        connection.Run(
            $"CREATE TABLE {name} ({string.Join(", ", list.Select(c => $"{Duck.Name(c.Name)} {DuckTypes.Of(c.Type)}"))})");
        foreach (var column in list)
        {
            Remark(name, column);
        }
    }

    public void AddColumn(string database, string table, StoredColumn column)
    {
        var name = Duck.Name(database, table);
        connection.Run($"ALTER TABLE {name} ADD COLUMN {Duck.Name(column.Name)} {DuckTypes.Of(column.Type)}");
        Remark(name, column);
    }

    public void Remark(string table, StoredColumn column)
    {
        if (column.Comment is not null || !IsPlain(column.Type))
        {
            connection.Run(
                $"COMMENT ON COLUMN {table}.{Duck.Name(column.Name)} IS {Duck.Text(column.Type.SqlName + (column.Comment is { } c ? "\n" + c : ""))}");
        }
    }

    private static bool IsPlain(TrinoType type) => type.Kind switch
    {
        Kind.Varchar => type.Precision == TrinoType.Unbounded,
        Kind.Boolean or Kind.TinyInt or Kind.SmallInt or Kind.Integer or Kind.BigInt => true,
        Kind.Real or Kind.Double or Kind.Decimal or Kind.Date or Kind.Varbinary => true,
        _ => false,
    };

    private static StoredColumn Column(string name, string duckType, string? comment)
    {
        if (comment is not null)
        {
            var end = comment.IndexOf('\n', StringComparison.Ordinal);
            return new StoredColumn(
                name,
                TypeNames.Parse(end < 0 ? comment : comment[..end]),
                end < 0 ? null : comment[(end + 1)..]);
        }

        var type = duckType switch
        {
            "FLOAT" => TrinoType.Real,
            "BLOB" => TrinoType.Varbinary,
            "TIMESTAMP" => TrinoType.Timestamp(6),
            "HUGEINT" => TrinoType.Decimal(38, 0),
            _ => TypeNames.Parse(duckType.ToLowerInvariant()),
        };
        return new StoredColumn(name, type, null);
    }
}

/// <summary>A column of a table with Trino's type.</summary>
internal sealed record StoredColumn(string Name, TrinoType Type, string? Comment = null);
