using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Cdp.Trino.Types;
using DuckDB.NET.Data;

namespace Cdp.Trino.Execution;

/// <summary>Files into a table, the way td_load does: columns that are new are added, <c>time</c> is filled in.</summary>
internal sealed partial class Loader(DuckDBConnection connection, LoadRequest request, CancellationToken cancellation)
{
    private readonly Catalog _catalog = new(connection);

    public long Load()
    {
        var source = $"read_files_{Guid()}";
        connection.Run($"CREATE TEMP TABLE {source} AS SELECT * FROM {Reader()} src{Filter()}", cancellation);
        var records = Store(source, Describe(source));
        connection.Run($"DROP TABLE {source}"); // after a failure the transaction takes it along
        return records;
    }

    private string Guid() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(uint)request.Table.GetHashCode(StringComparison.Ordinal)}");

    private string Reader()
    {
        var files = $"[{string.Join(", ", request.Files.Select(Duck.Text))}]";
        return request.Format switch
        {
            LoadFormat.Csv => $"read_csv({files}, all_varchar = true, header = {(request.HasHeader ? "true" : "false")}, delim = {Duck.Text(request.Delimiter.ToString())}, quote = '\"', escape = '\"', auto_detect = true, union_by_name = true{Names()})",
            LoadFormat.JsonLines => $"read_json({files}, format = 'newline_delimited', maximum_depth = 1, sample_size = -1, union_by_name = true)",
            LoadFormat.Json => $"read_json({files}, format = 'auto', maximum_depth = 1, sample_size = -1, union_by_name = true)",
            _ => $"read_parquet({files}, union_by_name = true)",
        };
    }

    private string Names() => request.HasHeader || request.Columns.IsEmpty
        ? ""
        : $", names = [{string.Join(", ", request.Columns.Select(c => Duck.Text(c.Name)))}]";

    /// <summary>Text in ISO forms (without a zone: UTC), a timestamp, or an epoch; above 10^11 an epoch counts milliseconds.</summary>
    private string Filter()
    {
        if (request.Window is not { } window || (window.From is null && window.To is null))
        {
            return "";
        }

        var column = $"src.{Duck.Name(window.Column)}";
        var text = request.Format is LoadFormat.Json or LoadFormat.JsonLines ? $"({column} ->> '$')" : $"CAST({column} AS VARCHAR)";
        var number = $"TRY_CAST({text} AS DOUBLE)";
        var epoch = $"COALESCE(CASE WHEN abs({number}) > 1e11 THEN {number} / 1000 ELSE {number} END, epoch(TRY_CAST({text} AS TIMESTAMPTZ)))";
        var from = window.From is { } f ? $"{epoch} >= {Seconds(f)}" : "true";
        var to = window.To is { } t ? $"{epoch} < {Seconds(t)}" : "true";
        return $" WHERE {from} AND {to}";
    }

    private static string Seconds(DateTimeOffset at) =>
        (at.ToUnixTimeMilliseconds() / 1000m).ToString(CultureInfo.InvariantCulture);

    private List<Source> Describe(string source)
    {
        var found = connection.Read(
            $"SELECT column_name, column_type FROM (DESCRIBE {source})",
            r => (Name: r.GetString(0), Type: r.GetString(1)));
        var wanted = request.Columns.ToDictionary(c => c.Name, StringComparer.OrdinalIgnoreCase);
        return
        [
            .. found
                .Where(c => wanted.Count == 0 || wanted.ContainsKey(c.Name))
                .Select(c => Convert(source, c.Name, c.Type, wanted.GetValueOrDefault(c.Name)?.Type)),
        ];
    }

    private Source Convert(string source, string name, string duckType, string? wanted)
    {
        var column = Duck.Name(name);
        var target = request.NormalizeNames ? Normal().Replace(name.ToLowerInvariant(), "_") : name.ToLowerInvariant();
        if (duckType == "JSON")
        {
            return wanted is { } type
                ? Typed(target, $"({column} ->> '$')", type)
                : FromJson(source, target, column);
        }

        if (wanted is not null)
        {
            return Typed(target, column, wanted);
        }

        return duckType switch
        {
            "VARCHAR" => new Source(target, TrinoType.Varchar, column),
            "BIGINT" or "INTEGER" or "SMALLINT" or "TINYINT" or "UINTEGER" or "USMALLINT" or "UTINYINT" =>
                new Source(target, TrinoType.BigInt, $"CAST({column} AS BIGINT)"),
            "DOUBLE" or "FLOAT" => new Source(target, TrinoType.Double, $"CAST({column} AS DOUBLE)"),
            _ when duckType.StartsWith("DECIMAL", StringComparison.Ordinal) =>
                new Source(target, TrinoType.Double, $"CAST({column} AS DOUBLE)"),
            _ when duckType.EndsWith("[]", StringComparison.Ordinal) || duckType.StartsWith("STRUCT", StringComparison.Ordinal)
                || duckType.StartsWith("MAP", StringComparison.Ordinal) =>
                new Source(target, TrinoType.Varchar, $"CAST(to_json({column}) AS VARCHAR)"),
            _ => new Source(target, TrinoType.Varchar, $"CAST({column} AS VARCHAR)"),
        };
    }

    private Source FromJson(string source, string target, string column)
    {
        var kinds = connection.Strings(
            $"SELECT DISTINCT json_type({column}) FROM {source} WHERE {column} IS NOT NULL AND json_type({column}) <> 'NULL'");
        if (kinds.Count > 0 && kinds.All(k => k is "BIGINT" or "UBIGINT"))
        {
            return new Source(target, TrinoType.BigInt, $"CAST({column} ->> '$' AS BIGINT)");
        }

        return kinds.Count > 0 && kinds.All(k => k is "BIGINT" or "UBIGINT" or "DOUBLE")
            ? new Source(target, TrinoType.Double, $"CAST({column} ->> '$' AS DOUBLE)")
            : new Source(target, TrinoType.Varchar, $"({column} ->> '$')");
    }

    private static Source Typed(string target, string value, string type) => type.ToLowerInvariant() switch
    {
        "bigint" or "long" or "int" or "integer" => new Source(target, TrinoType.BigInt, $"CAST({value} AS BIGINT)"),
        "double" or "float" => new Source(target, TrinoType.Double, $"CAST({value} AS DOUBLE)"),
        _ => new Source(target, TrinoType.Varchar, $"CAST({value} AS VARCHAR)"),
    };

    private long Store(string source, List<Source> columns)
    {
        var (database, table) = (request.Database, request.Table);
        if (columns.GroupBy(c => c.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new TrinoException("DUPLICATE_COLUMN_NAME", $"Two columns of the file have the name '{twice.Key}'");
        }

        _catalog.CreateDatabase(database);
        if (request.Mode == LoadMode.Replace && _catalog.HasTable(database, table))
        {
            connection.Run($"DROP TABLE {Duck.Name(database, table)}");
        }

        if (!_catalog.HasTable(database, table))
        {
            _catalog.CreateTable(database, table, [new StoredColumn("time", TrinoType.BigInt)]);
        }

        var stored = _catalog.Columns(database, table)!.Value.ToDictionary(c => c.Name);
        foreach (var column in columns.Where(c => !stored.ContainsKey(c.Name)))
        {
            _catalog.AddColumn(database, table, new StoredColumn(column.Name, column.Type));
            stored[column.Name] = new StoredColumn(column.Name, column.Type);
        }

        var now = request.Time.ToString(CultureInfo.InvariantCulture);
        var selected = columns.ToDictionary(
            c => c.Name,
            c => stored[c.Name].Type.Equals(c.Type) ? c.Sql : $"TRY_CAST({c.Sql} AS {DuckTypes.Of(stored[c.Name].Type)})");
        selected["time"] = selected.TryGetValue("time", out var given) ? $"COALESCE({given}, {now})" : now;
        return connection.Run(
            $"INSERT INTO {Duck.Name(database, table)} ({string.Join(", ", selected.Keys.Select(Duck.Name))}) SELECT {string.Join(", ", selected.Values)} FROM {source}", cancellation);
    }

    [GeneratedRegex("[^a-z0-9_]")]
    private static partial Regex Normal();

    private sealed record Source(string Name, TrinoType Type, string Sql);
}
