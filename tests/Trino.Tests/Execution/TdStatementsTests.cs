namespace Cdp.Trino.Tests.Execution;

/// <summary>Statements as Treasure Data's jobs run them.</summary>
public sealed class TdStatementsTests : IDisposable
{
    private static readonly QueryContext Job = new()
    {
        Database = "shop",
        Now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000),
        ScheduledTime = DateTimeOffset.FromUnixTimeSeconds(1_600_000_000),
    };

    private readonly TrinoDatabase _database = TrinoDatabase.Open(":memory:");

    public TdStatementsTests() => _database.CreateDatabase("shop");

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task Insert_goes_by_name_and_adds_the_columns_that_are_missing()
    {
        await RunAsync("CREATE TABLE diff (time bigint, key varchar)");

        await RunAsync("INSERT INTO diff SELECT 7 AS change, 'a' AS key, 1.5 AS rate");

        Assert.Equal("time bigint, key varchar, change bigint, rate double", Columns("diff"));
        Assert.Equal("1700000000,\"a\",7,1.5", await FirstAsync("SELECT time, key, change, rate FROM diff"));
    }

    [Fact]
    public async Task A_table_has_time_and_types_that_td_knows()
    {
        await RunAsync("CREATE TABLE t AS SELECT true AS flag, DATE '2020-01-31' AS day, 1 AS n, ARRAY['x'] AS tags, 0.5 AS share");

        Assert.Equal("flag varchar, day varchar, n bigint, tags array(varchar), share double, time bigint", Columns("t"));
        Assert.Equal("\"true\",\"2020-01-31\",1,[\"x\"],0.5,1700000000", await FirstAsync("SELECT * FROM t"));
    }

    [Fact]
    public async Task Statements_are_cut_at_semicolons_and_a_failed_one_leaves_nothing_of_itself()
    {
        var error = await Assert.ThrowsAsync<TrinoException>(
            () => RunAsync("CREATE TABLE a (time bigint); -- done\nCREATE TABLE b AS SELECT 1 / (x - 1) AS y FROM (VALUES 1) v(x);"));

        Assert.Equal("DIVISION_BY_ZERO", error.ErrorName);
        Assert.Equal(["a"], _database.Tables("shop").Select(t => t.Name));
    }

    [Fact]
    public async Task Decimal_literals_are_doubles_unless_the_session_says_otherwise()
    {
        Assert.Equal("0.75", await FirstAsync("SELECT 1.5 / 2"));
        Assert.Equal("\"0.8\"", await FirstAsync("-- set session parse_decimal_literals_as_double = 'false'\nSELECT 1.5 / 2"));
    }

    [Fact]
    public async Task The_scheduled_time_is_the_jobs() =>
        Assert.Equal("1600000000", await FirstAsync("SELECT TD_SCHEDULED_TIME()"));

    [Fact]
    public async Task Delete_needs_a_condition()
    {
        await RunAsync("CREATE TABLE t (time bigint)");

        var error = await Assert.ThrowsAsync<TrinoException>(() => RunAsync("DELETE FROM t"));

        Assert.EndsWith("Does not support DELETE statement without WHERE condition", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_that_left_its_marker_does_not_run_again()
    {
        await RunAsync("CREATE TABLE t (time bigint, n bigint)");

        await _database.ExecuteAsync("INSERT INTO t SELECT 1 AS n", Job, CancellationToken.None, "job-1");
        await _database.ExecuteAsync("INSERT INTO t SELECT 1 AS n", Job, CancellationToken.None, "job-1");

        Assert.Equal("1", await FirstAsync("SELECT COUNT(*) FROM t"));
        Assert.Equal(new JobMarker("job-1", "1"), _database.TryFindMarker("job-1"));
        Assert.Equal(["shop"], _database.Databases());
    }

    [Fact]
    public async Task Many_callers_write_at_once()
    {
        await RunAsync("CREATE TABLE t (time bigint, n bigint)");

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => RunAsync($"INSERT INTO t SELECT {i} AS n")));

        Assert.Equal("20,190", await FirstAsync("SELECT COUNT(*), SUM(n) FROM t"));
    }

    [Fact]
    public async Task What_another_dialect_means_is_said_by_name_and_place()
    {
        var error = await Assert.ThrowsAsync<TrinoException>(() => RunAsync("SELECT *\nFROM (VALUES 1) t(x) LIMIT 10, 20"));

        Assert.Equal(("SYNTAX_ERROR", 2, 30), (error.ErrorName, error.Line, error.Column));
        Assert.Contains("write OFFSET n LIMIT m", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_large_table_that_is_read_without_a_time_is_warned_of()
    {
        await RunAsync("CREATE TABLE big AS SELECT x FROM UNNEST(sequence(1, 10000)) t(x)");
        await RunAsync("INSERT INTO big SELECT a.x FROM big a CROSS JOIN (SELECT x FROM big LIMIT 100) b");

        async Task<string> Warnings(string sql) => string.Join(' ', (await RunAsync(sql))[^1].Warnings);

        Assert.StartsWith("line 2:6: 'shop.big' (1,0", await Warnings("SELECT COUNT(*)\nFROM big b"), StringComparison.Ordinal);
        Assert.StartsWith("line 2:6: 'shop.big' (1,0", await Warnings("SELECT COUNT(*)\nFROM big b"), StringComparison.Ordinal);
        Assert.Contains("TD_TIME_RANGE", await Warnings("CREATE TABLE c AS SELECT COUNT(*) AS n FROM big"), StringComparison.Ordinal);
        Assert.Equal("", await Warnings("SELECT COUNT(*) FROM big WHERE TD_INTERVAL(time, '-1d')"));
        Assert.Equal("", await Warnings("SELECT COUNT(*) FROM c"));
    }

    [Fact]
    public void A_text_is_checked_against_tables_without_a_database()
    {
        var catalog = new SqlCatalog([new TableDescription("shop", "orders", 0, [new TableColumn("id", "bigint")])]);

        Assert.Empty(SqlCheck.Check("SELECT id FROM orders; SELECT x FROM unheard_of", Job, catalog));
        Assert.Equal(
            new SqlFault(2, 8, "COLUMN_NOT_FOUND", "Column 'idd' cannot be resolved"),
            Assert.Single(SqlCheck.Check("SELECT id FROM orders;\nSELECT idd FROM orders", Job, catalog)));
    }

    private Task<IReadOnlyList<StatementResult>> RunAsync(string sql) => _database.ExecuteAsync(sql, Job, CancellationToken.None);

    private async Task<string> FirstAsync(string sql) =>
        string.Join(',', (await RunAsync(sql))[^1].Rows[0].Select(v => v?.ToJsonString() ?? "null"));

    private string Columns(string table) =>
        string.Join(", ", _database.Table("shop", table)!.Columns.Select(c => $"{c.Name} {c.Type}"));
}
