using System.Collections.Immutable;
using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Gates;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Schemas;
using Cdp.Pipeline.Tests.Phases;
using Cdp.Pipeline.Tests.Phases.Staging;
using Cdp.Pipeline.Tests.Phases.Unification;
using Cdp.Trino;

namespace Cdp.Pipeline.Tests.Gates;

/// <summary>The sample's tables as a whole run leaves them, for gates that ask data; made once for all tests.</summary>
public sealed class RunSample : IAsyncLifetime
{
    private const long Session = 1_735_700_000;

    private static readonly string[] _raw = ["shop_customers", "shop_orders", "crm_profiles", "crm_events"];

    private readonly TrinoDatabase _tables = TrinoDatabase.Open(":memory:");
    private readonly SampleScope _scope = new(Project.SampleConfig());

    public async Task InitializeAsync()
    {
        await SampleTables.FillAsync(_tables);
        await new StagingRun(_tables, Project.SampleConfig(), SampleSchemas.Combined).RunAsync(Session);
        await new UnificationRun(_tables, Project.SampleConfig(), SampleSchemas.Cleaned).RunAsync(Session);
        await RunAsync(string.Join(";\n", _raw.SelectMany(Sides).Append("CREATE TABLE acme_src.shop_products AS SELECT * FROM acme_src.shop_products_hist_union")));
        await RunAsync($"CREATE TABLE acme_src.ingestion_log AS {Log()}");
        await RunAsync(string.Join(";\n", _raw.SelectMany(Watermarks)));
    }

    public Task DisposeAsync()
    {
        _tables.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>What the check says of the sample, and what after the table was changed; then the table is as before.</summary>
    internal async Task<(string? Before, string? After)> BreakAsync(DataCheck check, string table, string change)
    {
        var before = await JudgeAsync(check);
        await RunAsync($"CREATE TABLE {table}_kept AS SELECT * FROM {table}");
        await RunAsync(change);
        var after = await JudgeAsync(check);
        await RunAsync($"DROP TABLE {table}");
        _tables.RenameTable(table.Split('.')[0], $"{table.Split('.')[1]}_kept", table.Split('.')[1]);
        return (before, after);
    }

    internal async Task<IReadOnlyList<string>> NotPassedAsync(Phase phase)
    {
        var said = new List<string>();
        foreach (var check in Checks(phase))
        {
            if (await JudgeAsync(check) is { } wrong)
            {
                said.Add($"{check.Id} {check.Subject}: {wrong}");
            }
        }

        return said;
    }

    internal IEnumerable<DataCheck> Checks(Phase phase) =>
        _scope.Gates.OfData.Where(g => g.Info.Concerns(phase) && g.Info.Id != "PRE-14").SelectMany(g => g.Checks(Scope(phase)));

    private GateScope Scope(Phase phase) => phase is Phase.HistUnion ? _scope.Of(phase) with { Schemas = Raw() } : _scope.Of(phase);

    /// <summary>The raw tables, which here have the columns of the combined ones.</summary>
    private static SchemaCatalog Raw() => new(
        from table in SampleSchemas.Combined.Tables
        let name = table.Name.Table.Replace("_hist_union", string.Empty, StringComparison.Ordinal)
        from side in (string[])[name, $"{name}_hist"]
        where _raw.Contains(name) || side == name
        select new TableSchema(new(table.Name.Database, side), [.. table.Columns.Where(c => c.Name is not ("record_origin" or "union_batch_id"))]));

    private async Task<string?> JudgeAsync(DataCheck check)
    {
        var result = (await RunAsync(check.Sql, check.Database))[^1];
        return check.Judge(new QueryResult(
            [.. result.Columns.Select(c => new ColumnDescription(c.Name, c.Type))],
            [.. result.Rows.Select(r => r.Select(v => v?.DeepClone()).ToImmutableArray())],
            null,
            null));
    }

    private static IEnumerable<string> Sides(string table) =>
    [
        $"CREATE TABLE acme_src.{table}_hist AS SELECT * FROM acme_src.{table}_hist_union WHERE record_origin = 'hist'",
        $"CREATE TABLE acme_src.{table} AS SELECT * FROM acme_src.{table}_hist_union WHERE record_origin = 'inc'",
    ];

    private static string Log()
    {
        var loads = _raw.SelectMany(t => (string[])[Load(t, "historical", $"{t}_hist"), Load(t, "incremental", t)])
            .Append(Load("shop_products", "full", "shop_products"));
        return string.Join("\nUNION ALL ", loads);
    }

    private static string Load(string table, string mode, string raw) =>
        $"SELECT '{table.Split('_')[0]}' AS source_name, '{table.Split('_')[1]}' AS object_name, '{mode}' AS run_mode, 'success' AS status, "
        + $"(SELECT COUNT(*) FROM acme_src.{raw}) AS records_loaded, 0 AS window_start, 1735700000 AS window_end, 1735700000 AS time";

    private static IEnumerable<string> Watermarks(string table) =>
    [
        .. ((string[])[$"{table}_hist", table]).Select(side =>
            "INSERT INTO acme_config.inc_log (project_name, database_name, table_name, inc_value, time) "
            + $"SELECT 'hist_union', 'acme_src', '{side}', MAX(time), 1735700000 FROM acme_src.{side} HAVING MAX(time) IS NOT NULL"),
        "INSERT INTO acme_config.inc_log (project_name, database_name, table_name, inc_value, time) "
            + $"VALUES ('ingestion', 'acme_src', '{table}', 1735700000, 1735700000)",
    ];

    private Task<IReadOnlyList<StatementResult>> RunAsync(string sql, string database = "acme_src") => _tables.ExecuteAsync(
        sql, new QueryContext { Database = database, Now = DateTimeOffset.FromUnixTimeSeconds(Session) }, CancellationToken.None);
}
