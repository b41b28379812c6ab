using Cdp.Trino;
using static Cdp.Pipeline.Tests.Phases.Project;

namespace Cdp.Pipeline.Tests.Phases.Ingestion;

/// <summary>B-WM-8: the logs do not grow without end, and nobody misses what has gone.</summary>
public sealed class LogsAreCompactedTests : IDisposable
{
    private const long Now = 1_800_000_000;
    private const long Year = 31_536_000;

    private readonly TrinoDatabase _tables = TrinoDatabase.Open(":memory:");
    private SqlProject _project = null!;

    public void Dispose() => _tables.Dispose();

    [Fact]
    public async Task B_WM_8_of_old_lines_only_those_stay_that_something_asks_for()
    {
        await OpenAsync();
        await LogAsync("old-hist", "orders", "historical", "success", Now - (3 * Year));
        await LogAsync("old-inc", "orders", "incremental", "success", Now - (3 * Year));
        await LogAsync("old-full-1", "lists", "full", "success", Now - (3 * Year));
        await LogAsync("old-full-2", "lists", "full", "success", Now - (2 * Year));
        await LogAsync("new-full", "metrics", "full", "success", Now - 10);
        await LogAsync("old-full-3", "metrics", "full", "success", Now - (2 * Year));
        foreach (var (id, time) in ((string, long)[])[("gone", Now - (3 * Year)), ("stays", Now - Year + 1)])
        {
            await LogAsync(id, "orders", "incremental", "started", time);
            await LogAsync(id, "orders", "incremental", "error", time);
        }

        await WatermarkAsync("orders", 5, Now - (4 * Year));
        await WatermarkAsync("orders", 7, Now - (3 * Year));
        await WatermarkAsync("orders", 9, Now - (2 * Year));
        await WatermarkAsync("young", 1, Now - 20);
        await WatermarkAsync("young", 2, Now - 10);

        await CompactAsync();
        await CompactAsync();

        Assert.Equal(
            ["new-full|success", "old-full-2|success", "old-hist|success", "old-inc|success", "stays|error", "stays|started"],
            await _project.RowsAsync("SELECT log_id, status FROM ingestion_log ORDER BY 1, 2"));
        Assert.Equal(
            ["orders|9", "young|1", "young|2"],
            await _project.RowsAsync("SELECT table_name, inc_value FROM acme_config.inc_log ORDER BY 1, 2"));
    }

    [Theory]
    [InlineData(2 * Year, false)]
    [InlineData((2 * Year) + 1, true)]
    public async Task B_WM_8_it_is_due_when_the_oldest_begin_is_two_years_old(long age, bool isDue)
    {
        await OpenAsync();
        Assert.Empty(await DueAsync());
        await LogAsync("a", "orders", "incremental", "started", Now - age);
        await LogAsync("b", "orders", "incremental", "started", Now);

        Assert.Equal(isDue ? 1 : 0, (await DueAsync()).Count);
        await CompactAsync();
        Assert.Empty(await DueAsync());
    }

    private async Task OpenAsync()
    {
        Project project = new(SampleConfig());
        foreach (var database in (string[])["acme_src", "acme_config"])
        {
            _tables.CreateDatabase(database);
        }

        _project = new(_tables, project.Render(project.LoadPhase), "acme_src", Now);
        await _project.QueryAsync("sql/create_ingestion_log_table.sql");
        await _project.QueryAsync("sql/create_inc_log_table.sql");
    }

    private async Task CompactAsync()
    {
        await _project.QueryAsync("sql/compact_ingestion_log.sql");
        await _project.QueryAsync("sql/compact_inc_log.sql");
    }

    private async Task<IReadOnlyCollection<object>> DueAsync() => [.. (await _project.QueryAsync("sql/find_old_log_lines.sql"))[^1].Rows.Cast<object>()];

    private Task LogAsync(string id, string name, string mode, string status, long time) => _project.RunAsync(
        $"INSERT INTO ingestion_log (log_id, source_name, object_name, run_mode, status, time) VALUES ('{id}', 'shop', '{name}', '{mode}', '{status}', {time})");

    private Task WatermarkAsync(string table, long value, long time) => _project.RunAsync(
        $"INSERT INTO acme_config.inc_log (project_name, database_name, table_name, inc_value, time) VALUES ('ingestion', 'acme_src', '{table}', {value}, {time})");
}
