namespace Cdp.Trino.Tests.Execution;

/// <summary>MERGE as stock Trino runs it; what it does on Treasure Data is not documented, so there it is refused.</summary>
public sealed class MergeTests : IDisposable
{
    private static readonly QueryContext Stock = new() { Database = "shop", Dialect = Dialect.Trino, Now = DateTimeOffset.UnixEpoch };

    private readonly TrinoDatabase _database = TrinoDatabase.Open(":memory:");

    public MergeTests() => _database.CreateDatabase("shop");

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task The_first_case_that_fits_takes_a_row()
    {
        await RunAsync("CREATE TABLE t AS SELECT * FROM (VALUES (1, 10), (2, 20), (3, 30)) v(id, n)");

        var result = await RunAsync(
            "MERGE INTO t AS x USING (VALUES (1, 0), (2, 5), (9, 9), (8, NULL)) u(id, n) ON x.id = u.id"
            + " WHEN MATCHED AND u.n = 0 THEN DELETE"
            + " WHEN MATCHED THEN UPDATE SET n = x.n + u.n"
            + " WHEN NOT MATCHED AND u.n IS NOT NULL THEN INSERT (n, id) VALUES (u.n * 10, u.id)");

        Assert.Equal(3, result.UpdateCount);
        Assert.Equal("2=25 3=30 9=90", await RowsAsync());
    }

    [Fact]
    public async Task A_failure_leaves_the_table_as_it_was()
    {
        await RunAsync("CREATE TABLE t AS SELECT * FROM (VALUES (1, 10), (2, 20)) v(id, n)");

        var error = await Assert.ThrowsAsync<TrinoException>(() => RunAsync(
            "MERGE INTO t USING (VALUES 1, 2) u(id) ON t.id = u.id WHEN MATCHED THEN UPDATE SET n = 1 / (u.id - 2)"));

        Assert.Equal("DIVISION_BY_ZERO", error.ErrorName);
        Assert.Equal("1=10 2=20", await RowsAsync());
    }

    [Theory]
    [InlineData("UPDATE SET nosuch = 1", "COLUMN_NOT_FOUND")]
    [InlineData("UPDATE SET n = 'x'", "TYPE_MISMATCH")]
    public async Task A_case_that_does_not_fit_the_table_is_an_error(string action, string name)
    {
        await RunAsync("CREATE TABLE t AS SELECT 1 AS id, 2 AS n");

        var error = await Assert.ThrowsAsync<TrinoException>(
            () => RunAsync($"MERGE INTO t USING (VALUES 1) u(id) ON t.id = u.id WHEN MATCHED THEN {action}"));

        Assert.Equal(name, error.ErrorName);
    }

    [Fact]
    public async Task On_treasure_data_it_is_refused()
    {
        var error = await Assert.ThrowsAsync<TrinoException>(() => _database.ExecuteAsync(
            "MERGE INTO t USING u ON t.id = u.id WHEN MATCHED THEN DELETE", Stock with { Dialect = Dialect.Td }, CancellationToken.None));

        Assert.Equal(TrinoException.NotSupportedLocally, error.ErrorName);
    }

    private async Task<StatementResult> RunAsync(string sql) => (await _database.ExecuteAsync(sql, Stock, CancellationToken.None))[^1];

    private async Task<string> RowsAsync() =>
        string.Join(' ', (await RunAsync("SELECT id, n FROM t ORDER BY id")).Rows.Select(r => $"{r[0]}={r[1]}"));
}
