namespace Cdp.Trino.Tests.Execution;

/// <summary>Views that read themselves, and statements that would change a view's rows.</summary>
public sealed class ViewTests : IDisposable
{
    private static readonly QueryContext Stock = new() { Database = "shop", Dialect = Dialect.Trino, Now = DateTimeOffset.UnixEpoch };

    private readonly TrinoDatabase _database = TrinoDatabase.Open(":memory:");

    public ViewTests() => _database.CreateDatabase("shop");

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task A_view_may_not_come_to_read_itself()
    {
        await RunAsync("CREATE VIEW one AS SELECT 1 AS a");
        await RunAsync("CREATE VIEW two AS SELECT a FROM one");

        Assert.Equal("VIEW_IS_RECURSIVE", await ErrorAsync("CREATE OR REPLACE VIEW one AS SELECT a FROM one"));
        Assert.Equal("VIEW_IS_RECURSIVE", await ErrorAsync("CREATE OR REPLACE VIEW one AS SELECT a FROM two"));
        Assert.Equal("1", (await RunAsync("SELECT a FROM two")).Rows[0][0]!.ToJsonString());
    }

    [Theory]
    [InlineData("DELETE FROM one")]
    [InlineData("UPDATE one SET a = 2")]
    [InlineData("MERGE INTO one USING (VALUES 1) u(a) ON one.a = u.a WHEN MATCHED THEN DELETE")]
    public async Task The_rows_of_a_view_are_not_changed(string sql)
    {
        await RunAsync("CREATE VIEW one AS SELECT 1 AS a");

        Assert.Equal("NOT_SUPPORTED", await ErrorAsync(sql));
    }

    private async Task<StatementResult> RunAsync(string sql) => (await _database.ExecuteAsync(sql, Stock, CancellationToken.None))[^1];

    private async Task<string> ErrorAsync(string sql) => (await Assert.ThrowsAsync<TrinoException>(() => RunAsync(sql))).ErrorName;
}
