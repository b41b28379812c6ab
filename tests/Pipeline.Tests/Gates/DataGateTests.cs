using System.Collections.Immutable;
using System.Globalization;
using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Tests.Phases;
using Cdp.Trino;

namespace Cdp.Pipeline.Tests.Gates;

/// <summary>Gates that ask data, on real tables: each passes and fails.</summary>
public sealed class DataGateTests : IDisposable
{
    private static readonly DateTimeOffset _now = new(2026, 1, 31, 0, 0, 0, TimeSpan.Zero);
    private static readonly SampleScope _sample = new(Project.SampleConfig());

    private readonly TrinoDatabase _tables = TrinoDatabase.Open(":memory:");

    public DataGateTests()
    {
        foreach (var database in (string[])["acme_src", "acme_unif"])
        {
            _tables.CreateDatabase(database);
        }
    }

    public void Dispose() => _tables.Dispose();

    [Theory]
    [InlineData(6, null)]
    [InlineData(8, "The newest row is 8 days old. Does its source still deliver?")]
    public async Task A_table_that_nothing_comes_to_any_more_is_a_warning(int days, string? expected)
    {
        await RunAsync($"CREATE TABLE acme_src.shop_orders AS SELECT 'x' AS id, {Unix(_now.AddDays(-days))} AS time");

        Assert.Equal(expected, await JudgeAsync(Phase.HistUnion, "PRE-14", "acme_src.shop_orders"));
    }

    [Theory]
    [InlineData("('1'), ('1'), ('2'), ('3')", null)]
    [InlineData("('1'), ('1'), ('1'), ('1')", "4 rows have only 1 keys. Is id the key?")]
    public async Task A_key_that_most_rows_repeat_is_a_warning(string rows, string? expected)
    {
        await RunAsync($"CREATE TABLE acme_src.shop_orders_hist_union AS SELECT id, 1 AS time FROM (VALUES {rows}) AS t (id)");

        Assert.Equal(expected, await JudgeAsync(Phase.Staging, "PRE-15", "acme_src.shop_orders_hist_union"));
    }

    [Theory]
    [InlineData("110, 100, 90, 105", null)]
    [InlineData("5, 100", null)] // two runs say nothing of what is usual
    [InlineData("5, 100, 90, 105", "orders brought 5 rows; usual are 100")]
    [InlineData("5000, 100, 90, 105", "orders brought 5000 rows; usual are 100")]
    public async Task A_load_of_an_unusual_size_is_a_warning(string newestFirst, string? expected)
    {
        var rows = newestFirst.Split(", ").Select((count, age) => $"('shop', 'orders', 'incremental', 'success', {count}, {1000 - age})");
        await RunAsync(
            $"CREATE TABLE acme_src.ingestion_log AS SELECT *, time AS window_end FROM (VALUES {string.Join(", ", rows)}) "
            + "AS t (source_name, object_name, run_mode, status, records_loaded, time)");

        Assert.Equal(expected, await JudgeAsync(Phase.Ingestion, "OR-07", "shop"));
    }

    [Theory]
    [InlineData("('*', 100, 1)", null)]
    [InlineData("('*', 100, 1), ('*', 115, 2)", null)]
    [InlineData("('*', 100, 1), ('*', 79, 2)", "There are 79 persons; the run before found 100.")]
    public async Task A_jump_of_the_number_of_persons_is_a_warning(string stats, string? expected)
    {
        await StatsAsync(stats);

        Assert.Equal(expected, await JudgeAsync(Phase.Unification, "UN-19"));
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(3, "3 ids were merged or split, of 10 persons; see acme_customer_360_merge_split_log.")]
    public async Task Many_merges_in_one_run_are_a_warning(int merges, string? expected)
    {
        await StatsAsync("('*', 9, 1), ('*', 10, 2)");
        var log = Enumerable.Repeat("('MERGE', 2)", merges).Append("('RENAME', 2)").Append("('SPLIT', 1)");
        await RunAsync($"CREATE TABLE acme_unif.acme_customer_360_merge_split_log AS SELECT * FROM (VALUES {string.Join(", ", log)}) AS t (change, time)");

        Assert.Equal(expected, await JudgeAsync(Phase.Unification, "UN-20"));
    }

    private Task StatsAsync(string rows) =>
        RunAsync($"CREATE TABLE acme_unif.unified_id_result_key_stats AS SELECT * FROM (VALUES {rows}) AS t (from_table, total_distinct, time)");

    private async Task<string?> JudgeAsync(Phase phase, string id, string? subject = null)
    {
        var check = _sample.Gates.OfData.Single(g => g.Info.Id == id).Checks(_sample.Of(phase)).Single(c => subject is null || c.Subject == subject);
        var result = (await RunAsync(check.Sql, check.Database))[^1];
        return check.Judge(new QueryResult(
            [.. result.Columns.Select(c => new ColumnDescription(c.Name, c.Type.ToString()))],
            [.. result.Rows.Select(r => r.Select(v => v?.DeepClone()).ToImmutableArray())],
            null,
            null));
    }

    private Task<IReadOnlyList<StatementResult>> RunAsync(string sql, string database = "acme_src") =>
        _tables.ExecuteAsync(sql, new QueryContext { Database = database, Now = _now }, CancellationToken.None);

    private static string Unix(DateTimeOffset time) => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
