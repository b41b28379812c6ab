using Cdp.Trino.Execution;
using DuckDB.NET.Data;

namespace Cdp.Trino;

/// <summary>
/// Databases and tables in one DuckDB file, asked in Trino's SQL. Safe for many callers at once: each call has a
/// connection of its own, and calls that write go one after another.
/// </summary>
public sealed partial class TrinoDatabase : IDisposable
{
    private readonly DuckDBConnection _root;
    private readonly bool _inMemory;
    private readonly SemaphoreSlim _writing = new(1, 1);

    private readonly Refusals _refusals;
    private readonly TranslationCache _translations = new();

    private TrinoDatabase(DuckDBConnection root, bool inMemory, Refusals refusals)
    {
        _root = root;
        _inMemory = inMemory;
        _refusals = refusals;
    }

    /// <param name="path">A file, made when absent, or <c>:memory:</c>.</param>
    public static TrinoDatabase Open(string path)
    {
        var root = new DuckDBConnection($"DataSource={path}");
        var refusals = new Refusals();
        try
        {
            root.Open();
            Engine.Prepare(root);
            ScalarFunctions.Register(root, refusals);
            Catalog.Prepare(root);
        }
        catch
        {
            root.Dispose();
            throw;
        }

        return new TrinoDatabase(root, path == ":memory:", refusals);
    }

    public IReadOnlyList<string> Databases() => Read(c => new Catalog(c).Databases());

    public bool HasDatabase(string database) => Databases().Contains(database);

    public void CreateDatabase(string database) => Write(c => new Catalog(c).CreateDatabase(database));

    /// <summary>With all its tables; nothing happens when there is none.</summary>
    public void DropDatabase(string database) => Write(c => new Catalog(c).DropDatabase(database));

    public IReadOnlyList<TableDescription> Tables(string database) => Read(c =>
    {
        var catalog = new Catalog(c);
        return catalog.Tables(database).Select(t => catalog.Describe(database, t)).ToList();
    });

    /// <summary>Null where there is no such table.</summary>
    public TableDescription? Table(string database, string table) => Read(c =>
    {
        var catalog = new Catalog(c);
        return catalog.HasTable(database, table) ? catalog.Describe(database, table) : null;
    });

    /// <summary>As TD makes a table: with <c>time</c> alone. False when it was there.</summary>
    public bool CreateTable(string database, string table) => Write(c =>
    {
        var catalog = new Catalog(c);
        if (catalog.HasTable(database, table))
        {
            return false;
        }

        catalog.CreateDatabase(database);
        catalog.CreateTable(database, table, [new StoredColumn("time", Types.TrinoType.BigInt)]);
        return true;
    });

    /// <summary>False when there was none.</summary>
    public bool DropTable(string database, string table) => Write(c =>
    {
        var existed = new Catalog(c).HasTable(database, table);
        c.Run($"DROP TABLE IF EXISTS {Duck.Name(database, table)}");
        return existed;
    });

    /// <summary>Within a database; a table of the new name is replaced.</summary>
    public void RenameTable(string database, string from, string to) => Write(c =>
    {
        c.Run($"DROP TABLE IF EXISTS {Duck.Name(database, to)}");
        return c.Run($"ALTER TABLE {Duck.Name(database, from)} RENAME TO {Duck.Name(to)}");
    });

    public void SwapTables(string database, string one, string other) => Write(c =>
    {
        var aside = Duck.Name($"{one}__swap__{other}");
        c.Run($"ALTER TABLE {Duck.Name(database, one)} RENAME TO {aside}");
        c.Run($"ALTER TABLE {Duck.Name(database, other)} RENAME TO {Duck.Name(one)}");
        return c.Run($"ALTER TABLE {Duck.Name(database)}.{aside} RENAME TO {Duck.Name(other)}");
    });

    /// <summary>The marker that a finished job left, or null.</summary>
    public JobMarker? TryFindMarker(string marker) => Read(c => FindMarker(c, marker));

    public Task<LoadResult> LoadAsync(LoadRequest request, CancellationToken cancellation) => Task.Run(
        () => Write(c =>
        {
            if (request.Marker is { } done && FindMarker(c, done) is { } found)
            {
                return new LoadResult(long.Parse(found.Summary, System.Globalization.CultureInfo.InvariantCulture), Repeated: true);
            }

            var records = new Loader(c, request, cancellation).Load();
            LeaveMarker(c, request.Marker, records.ToString(System.Globalization.CultureInfo.InvariantCulture));
            return new LoadResult(records, Repeated: false);
        }),
        cancellation);

    public void Dispose()
    {
        _root.Dispose();
        _writing.Dispose();
    }

    private static JobMarker? FindMarker(DuckDBConnection connection, string marker) => connection.Read(
        $"SELECT key, summary FROM {Catalog.Internal}.markers WHERE key = {Duck.Text(marker)}",
        r => new JobMarker(r.GetString(0), r.GetString(1))).FirstOrDefault();

    private static void LeaveMarker(DuckDBConnection connection, string? marker, string summary)
    {
        if (marker is not null)
        {
            connection.Run($"INSERT INTO {Catalog.Internal}.markers VALUES ({Duck.Text(marker)}, {Duck.Text(summary)})");
        }
    }

    private DuckDBConnection Connect()
    {
        var connection = _inMemory ? _root.Duplicate() : new DuckDBConnection(_root.ConnectionString);
        connection.Open();
        connection.Run("SET TimeZone = 'UTC'");
        return connection;
    }

    private T Read<T>(Func<DuckDBConnection, T> work)
    {
        using var connection = Connect();
        return connection.Translating(() => connection.InTransaction(() => work(connection))); // one snapshot: tables come and go
    }

    private void Write(Action<DuckDBConnection> work) => Write(c =>
    {
        work(c);
        return true;
    });

    private T Write<T>(Func<DuckDBConnection, T> work)
    {
        _writing.Wait();
        _translations.Count();
        try
        {
            using var connection = Connect();
            return connection.Translating(() => connection.InTransaction(() => work(connection)));
        }
        finally
        {
            _translations.Count();
            _writing.Release();
        }
    }
}
