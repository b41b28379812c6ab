using System.Collections.Immutable;
using Cdp.Trino.Analysis;
using Cdp.Trino.Types;
using DuckDB.NET.Data;

namespace Cdp.Trino.Execution;

/// <summary>The catalog as one statement sees it: each thing is asked for once.</summary>
internal sealed class CatalogSchema(DuckDBConnection connection) : ISchemaSource
{
    private readonly Catalog _catalog = new(connection);
    private readonly Dictionary<(string, string), ImmutableArray<StoredColumn>?> _columns = [];
    private IReadOnlyList<string>? _databases;
    private Dictionary<string, List<string>>? _tables;

    public IReadOnlyList<string> Databases() => _databases ??= _catalog.Databases();

    public bool HasDatabase(string database) => database == "information_schema" || Databases().Contains(database);

    public void ReadAll()
    {
        _tables = [];
        foreach (var group in _catalog.AllColumns().GroupBy(c => (c.Database, c.Table)))
        {
            _columns[group.Key] = [.. group.Select(c => c.Column)];
            if (!_tables.TryGetValue(group.Key.Database, out var names))
            {
                _tables[group.Key.Database] = names = [];
            }

            names.Add(group.Key.Table);
        }
    }

    public IReadOnlyList<string> Tables(string database) =>
        _tables is null ? _catalog.Tables(database) : _tables.GetValueOrDefault(database) ?? [];

    public IReadOnlyList<string> Views(string database) => connection.Strings(
        $"SELECT name FROM {Catalog.Internal}.views WHERE database = {Duck.Text(database)} ORDER BY 1");

    public ImmutableArray<StoredColumn>? Columns(string database, string table)
    {
        if (!_columns.TryGetValue((database, table), out var columns))
        {
            _columns[(database, table)] = columns = _catalog.Columns(database, table);
        }

        return columns;
    }

    public ImmutableArray<TrinoType> ViewTypes(string database, string view) =>
    [
        .. connection.Strings($"SELECT remark FROM {Catalog.Internal}.views WHERE database = {Duck.Text(database)} AND name = {Duck.Text(view)}")
            .SelectMany(r => r.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            .Select(TypeNames.Parse),
    ];

    public string? View(string database, string view) => connection.Strings(
        $"SELECT query FROM {Catalog.Internal}.views WHERE database = {Duck.Text(database)} AND name = {Duck.Text(view)}").FirstOrDefault();
}
