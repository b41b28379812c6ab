namespace Cdp.Trino.Tests.Hive;

/// <summary>HiveQL as Treasure Data's jobs run it.</summary>
public sealed class TdHiveTests : IDisposable
{
    private static readonly QueryContext Job = new()
    {
        Database = "shop",
        Dialect = Dialect.TdHive,
        Now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000),
        ScheduledTime = DateTimeOffset.FromUnixTimeSeconds(1_600_000_000),
    };

    private readonly TrinoDatabase _database = TrinoDatabase.Open(":memory:");

    public TdHiveTests() => _database.CreateDatabase("shop");

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task Insert_goes_by_name_adds_columns_and_fills_time()
    {
        await RunAsync("CREATE TABLE IF NOT EXISTS t (time bigint)");

        await RunAsync("INSERT INTO TABLE t SELECT split('x|y', '\\\\|') AS tags, '1' AS id, 1.5 AS rate");

        Assert.Equal("1700000000,[\"x\",\"y\"],\"1\",1.5", await FirstAsync("SELECT time, tags, id, rate FROM t"));
    }

    [Fact]
    public async Task Overwrite_replaces_and_may_read_what_it_replaces_with_its_with_behind()
    {
        await RunAsync("CREATE TABLE t (id string, v bigint); INSERT INTO TABLE t VALUES ('a', 1), ('a', 2), ('b', 3)");

        await RunAsync("""
            -- @TD distribute_strategy: aggressive
            INSERT OVERWRITE TABLE `t`
            WITH latest AS (SELECT *, row_number() OVER (PARTITION BY id ORDER BY v DESC) AS rn FROM t)
            SELECT id, v FROM latest WHERE rn = 1
            """);

        Assert.Equal("2,5", await FirstAsync("SELECT count(*), sum(v) FROM t"));
    }

    [Fact]
    public async Task A_failed_insert_leaves_the_table_as_it_was()
    {
        await RunAsync("CREATE TABLE t (id string); INSERT INTO TABLE t VALUES ('a')");

        await Assert.ThrowsAsync<TrinoException>(() => RunAsync("INSERT OVERWRITE TABLE t SELECT regexp_extract(id, 'a', 5) AS id FROM t"));

        Assert.Equal("\"a\"", await FirstAsync("SELECT id FROM t"));
    }

    [Theory]
    [InlineData("SELECT TD_TIME_PARSE('2015-01-01', 'JST')", "1420038000")]
    [InlineData("SELECT TD_TIME_FORMAT(1466409507, 'yyyy-MM-dd HH:mm:ss', 'JST')", "\"2016-06-20 16:58:27\"")]
    [InlineData("SELECT TD_TIME_RANGE(1420038000, '2015-01-01', '2015-01-02', 'JST')", "true")]
    [InlineData("SELECT TD_TIME_ADD(1420038000, '1d')", "1420124400")]
    [InlineData("SELECT TD_DATE_TRUNC('day', 1420041600, 'JST')", "1420038000")]
    [InlineData("SELECT TD_INTERVAL(1599999999, '-1d/now')", "true")]
    [InlineData("SELECT TD_SCHEDULED_TIME()", "1600000000")]
    [InlineData("SELECT TD_MD5('ABC')", "\"902fbdd2b1df0c4f70b4a5d23525e932\"")]
    [InlineData("SELECT TD_DIVIDE(1, 0)", "0")]
    [InlineData("SELECT TD_ARRAY_INDEX(array(11, 12, 13), 2)", "13")]
    public async Task The_functions_of_treasure_data_are_there(string sql, string expected) =>
        Assert.Equal(expected, await FirstAsync(sql));

    [Fact]
    public async Task Rows_are_made_and_folded_by_the_functions_of_treasure_data()
    {
        await RunAsync("CREATE TABLE t (id string, a bigint, b bigint, time bigint); INSERT INTO TABLE t VALUES ('x', 1, 2, 10), ('x', 3, 4, 20)");

        Assert.Equal("1,3,4", await FirstAsync("SELECT TD_FIRST(a, time), TD_LAST(a, time), TD_SUMIF(a, b > 0) FROM t"));
        Assert.Equal("4,10", await FirstAsync("SELECT count(*), sum(u.value) FROM t LATERAL VIEW TD_UNPIVOT('a, b', a, b) u"));
    }

    [Fact]
    public async Task A_function_that_only_a_library_has_is_refused_by_its_name()
    {
        var error = await Assert.ThrowsAsync<TrinoException>(() => RunAsync("SELECT each_top_k(1, 2, 3)"));

        Assert.Equal(TrinoException.NotSupportedLocally, error.ErrorName);
        Assert.Contains("each_top_k", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_is_checked_without_its_tables_and_what_is_refused_here_is_no_fault()
    {
        var known = new SqlCatalog([new TableDescription("shop", "orders", 0, [new TableColumn("id", "bigint")])]);

        Assert.Empty(SqlCheck.Check("INSERT OVERWRITE TABLE `x` WITH a AS (SELECT id FROM orders) SELECT each_top_k(id) AS k FROM a", Job, known));
        Assert.Equal((2, 8, "SEMANTIC_ERROR"), Place(SqlCheck.Check("SELECT 1;\nSELECT idd FROM orders", Job, known)));
        Assert.Equal((1, 9, "PARSE_ERROR"), Place(SqlCheck.Check("SELECT a, FROM orders", Job, SqlCatalog.Unknown)));
    }

    private static (int, int, string) Place(IReadOnlyList<SqlFault> faults)
    {
        var fault = Assert.Single(faults);
        return (fault.Line, fault.Column, fault.ErrorName);
    }

    private Task<IReadOnlyList<StatementResult>> RunAsync(string sql) => _database.ExecuteAsync(sql, Job, CancellationToken.None);

    private async Task<string> FirstAsync(string sql) =>
        string.Join(",", (await RunAsync(sql))[^1].Rows[0].Select(v => v?.ToJsonString() ?? "null"));
}
