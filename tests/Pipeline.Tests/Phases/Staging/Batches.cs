using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Ports;
using Cdp.Trino;

namespace Cdp.Pipeline.Tests.Phases.Staging;

/// <summary>One incremental table, <c>shop_things</c>, that gets rows and is staged again and again.</summary>
internal sealed class Batches : IDisposable
{
    private const long Hour = 3600;

    private readonly TrinoDatabase _tables = TrinoDatabase.Open(":memory:");
    private PipelineConfig _config;
    private long _session = 1_735_700_000;
    private string[] _columns;

    /// <param name="columns">Of the union, with types: <c>a varchar</c>; <c>record_origin</c> and <c>time</c> are added.</param>
    public Batches(string table, SqlEngine engine, params string[] columns)
    {
        _columns = columns;
        var config = Load(table);
        _config = config with { Staging = config.Staging with { Engine = engine } };
        _tables.CreateDatabase("acme_src");
        _tables.CreateDatabase("acme_stg");
    }

    public Batches(string table, params string[] columns)
        : this(table, SqlEngine.Presto, columns)
    {
    }

    public int SafetyLagSeconds
    {
        init => _config = _config with { Staging = _config.Staging with { SafetyLagSeconds = value } };
    }

    /// <summary>Unix seconds at which the next run is, or its tasks are taken.</summary>
    public long NextTime => _session + Hour;

    public IReadOnlyDictionary<string, string> Files => new StagingRun(_tables, _config, Schemas).Files;

    private Cdp.Pipeline.Schemas.SchemaCatalog Schemas => new([Project.Table("shop_things_hist_union", [.. _columns, "record_origin"])]);

    public static PipelineConfig Load(string table) => Project.Load(
        $$"""
        client: acme
        platform: treasure_data
        ingestion:
          mode: incremental
          start_date: 2024-01-01T00:00:00.000000
          sources:
            - source_name: shop
              connector: shopify_v2
              parameters: { td_authentication_id: "1" }
              objects: [{ name: things, parameters: { target: products } }]
        staging: { tables: [{{table}}] }
        unification: { name: customer_360, keys: [email] }
        """);

    public void Dispose() => _tables.Dispose();

    /// <param name="rows">Values of the columns, then origin and time, as SQL: <c>'a', 'inc', 5</c>.</param>
    public async Task AddAsync(params string[] rows)
    {
        var names = string.Join(", ", _columns.Select(c => $"\"{c.Split(' ')[0]}\"").Append("record_origin").Append("time"));
        await ExecuteAsync($"CREATE TABLE IF NOT EXISTS acme_src.shop_things_hist_union ({string.Join(", ", _columns.Append("record_origin varchar").Append("time bigint"))})");
        await ExecuteAsync($"INSERT INTO acme_src.shop_things_hist_union ({names}) VALUES {string.Join(", ", rows.Select(r => $"({r})"))}");
    }

    /// <summary>A column that the source has gained.</summary>
    public async Task GainAsync(string column)
    {
        _columns = [column, .. _columns];
        await ExecuteAsync($"ALTER TABLE acme_src.shop_things_hist_union ADD COLUMN {column}");
    }

    /// <summary>A column whose type hist-union has widened.</summary>
    public async Task WidenAsync(string column, string type)
    {
        _columns = [.. _columns.Select(c => c.Split(' ')[0] == column ? $"{column} {type}" : c)];
        var names = string.Join(", ", _columns.Append("record_origin varchar").Append("time bigint").Select(c => $"CAST({c.Split(' ')[0]} AS {c.Split(' ')[1]}) AS {c.Split(' ')[0]}"));
        await ExecuteAsync($"CREATE TABLE acme_src.widened AS SELECT {names} FROM acme_src.shop_things_hist_union");
        await ExecuteAsync("DROP TABLE acme_src.shop_things_hist_union");
        _tables.RenameTable("acme_src", "widened", "shop_things_hist_union");
    }

    /// <param name="before">Is told each task before it runs; what it throws ends the run there.</param>
    public async Task StageAsync(Func<string, Task>? before = null) =>
        await new StagingRun(_tables, _config, Schemas).RunAsync(_session += Hour, before);

    /// <summary>The tasks of a new session.</summary>
    public IReadOnlyList<StagingTask> NextSession() => new StagingRun(_tables, _config, Schemas).Tasks(_session += Hour);

    public async Task ExecuteAsync(string sql) => await _tables.ExecuteAsync(
        sql, new QueryContext { Database = "acme_stg", Now = DateTimeOffset.FromUnixTimeSeconds(_session) }, CancellationToken.None);

    /// <summary>Sorted as texts.</summary>
    public async Task<List<string>> RowsAsync(string columns, string table = "shop_things_stg") =>
        [.. (await new StagingRun(_tables, _config, Schemas).Project(_session).RowsAsync($"SELECT {columns} FROM {table}")).Order(StringComparer.Ordinal)];
}
