namespace Cdp.Trino.Tests.Execution;

public sealed class TranslationCacheTests : IDisposable
{
    private readonly TrinoDatabase _database = TrinoDatabase.Open(":memory:");

    public TranslationCacheTests() => _database.CreateDatabase("shop");

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task A_query_is_translated_anew_when_its_table_has_changed()
    {
        await RunAsync("CREATE TABLE t AS SELECT 1 AS a");
        Assert.Equal("[1]", await RunAsync("SELECT * FROM t"));

        await RunAsync("DROP TABLE t");
        await RunAsync("CREATE TABLE t AS SELECT 'x' AS b, 2 AS a");

        Assert.Equal("""["x",2]""", await RunAsync("SELECT * FROM t"));
    }

    [Fact]
    public async Task The_time_of_a_query_is_its_own()
    {
        Assert.Equal("[100]", await RunAsync("SELECT CAST(to_unixtime(now()) AS bigint)", 100));
        Assert.Equal("[200]", await RunAsync("SELECT CAST(to_unixtime(now()) AS bigint)", 200));
        Assert.Equal("[100]", await RunAsync("SELECT td_scheduled_time()", 100, Dialect.Td));
        Assert.Equal("[200]", await RunAsync("SELECT td_scheduled_time()", 200, Dialect.Td));
        Assert.Equal("[true]", await RunAsync("SELECT td_interval(50, '-1d/now')", 100, Dialect.Td));
        Assert.Equal("[false]", await RunAsync("SELECT td_interval(50, '-1d/now')", 900_000, Dialect.Td));
    }

    [Fact]
    public async Task A_text_means_something_else_in_another_dialect()
    {
        Assert.Equal("[\"0.8\"]", await RunAsync("SELECT 1.5 / 2"));
        Assert.Equal("[0.75]", await RunAsync("SELECT 1.5 / 2", 0, Dialect.Td));
    }

    [Fact]
    public async Task What_is_refused_inside_TRY_is_no_null()
    {
        var error = await Assert.ThrowsAsync<TrinoException>(() => RunAsync("SELECT TRY(x / y) FROM (VALUES (TINYINT '-128', TINYINT '-1')) t(x, y)"));

        Assert.Equal(TrinoException.NotSupportedLocally, error.ErrorName);
        Assert.Equal("[64]", await RunAsync("SELECT TRY(x / y) FROM (VALUES (TINYINT '-128', TINYINT '-2')) t(x, y)"));
    }

    private async Task<string> RunAsync(string sql, long now = 0, Dialect dialect = Dialect.Trino)
    {
        var context = new QueryContext { Database = "shop", Dialect = dialect, Now = DateTimeOffset.FromUnixTimeSeconds(now) };
        var result = (await _database.ExecuteAsync(sql, context, CancellationToken.None))[^1];
        return result.Rows.IsEmpty ? "" : $"[{string.Join(',', result.Rows[0].Select(v => v?.ToJsonString() ?? "null"))}]";
    }
}
