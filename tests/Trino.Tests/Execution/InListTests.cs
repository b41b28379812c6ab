using System.Globalization;

namespace Cdp.Trino.Tests.Execution;

public sealed class InListTests : IDisposable
{
    private readonly TrinoDatabase _database = TrinoDatabase.Open(":memory:");

    public InListTests()
    {
        _database.CreateDatabase("shop");
        Run("CREATE TABLE t AS SELECT k, n, n + 0 AS m FROM (VALUES ('k1', 1), ('k2', 2), ('k90', 90), (NULL, NULL)) v(k, n)");
    }

    public void Dispose() => _database.Dispose();

    [Theory]
    [InlineData(5)]
    [InlineData(60)]
    [InlineData(3000)]
    public void A_list_of_any_length_finds_the_same(int length)
    {
        var (texts, numbers) = (List(length, i => $"'k{i}'"), List(length, i => $"{i}"));
        var expected = length > 90 ? "1,2,90" : "1,2";

        Assert.Equal(expected, Run($"SELECT n FROM t WHERE k IN ({texts}) ORDER BY n"));
        Assert.Equal(expected, Run($"SELECT n FROM t WHERE t.n IN ({numbers}) ORDER BY n"));
        Assert.Equal(expected, Run($"SELECT n FROM t WHERE m > 0 AND k IN ({texts}) AND n IN ({numbers}) ORDER BY n"));
        Assert.Equal("1", Run($"SELECT n FROM t WHERE n IN ({numbers}, NULL) AND k = 'k1'"));
        Assert.Equal(length > 90 ? "" : "90", Run($"SELECT n FROM t WHERE k NOT IN ({texts}) ORDER BY n"));
        Assert.Equal("", Run($"SELECT n FROM t WHERE NOT (k IN ({texts}, NULL))"));
        Assert.Equal(expected, Run($"SELECT n FROM t WHERE TRY(n / 1 IN ({numbers})) ORDER BY n"));
        Assert.Equal(expected, Run($"SELECT n FROM t WHERE EXISTS (SELECT 1 FROM t u WHERE t.k IN ({texts}) AND u.n = t.n) ORDER BY n"));
        Assert.Equal(expected, Run($"SELECT n FROM t WHERE cardinality(filter(ARRAY[k], x -> x IN ({texts}))) = 1 ORDER BY n"));
    }

    [Fact]
    public void A_long_list_also_says_which_rows_are_changed_and_deleted()
    {
        var numbers = List(60, i => $"{i}");

        Run($"UPDATE t SET m = 7 WHERE n IN ({numbers})");
        Assert.Equal("1,2", Run("SELECT n FROM t WHERE m = 7 ORDER BY n"));
        Run($"DELETE FROM t WHERE n IN ({numbers})");
        Assert.Equal("90,null", Run("SELECT n FROM t ORDER BY n"));
    }

    /// <summary>The engine made a join of the list, and computed for all rows what CASE guards.</summary>
    [Theory]
    [InlineData(7)]
    [InlineData(70)]
    public void What_CASE_guards_is_computed_for_its_rows_alone(int length) => Assert.Equal(
        "true,null,null,null",
        Run($"SELECT CASE WHEN n = 1 THEN 4 / (2 - n) IN ({List(length, i => $"{i}")}) END FROM t ORDER BY n"));

    private static string List(int length, Func<int, string> one) => string.Join(", ", Enumerable.Range(0, length).Select(one));

    private string Run(string sql)
    {
        var context = new QueryContext { Database = "shop", Dialect = Dialect.Trino, Now = DateTimeOffset.UnixEpoch };
        var result = _database.ExecuteAsync(sql, context, CancellationToken.None).GetAwaiter().GetResult()[^1];
        return string.Join(',', result.Rows.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r[0]?.ToJsonString() ?? "null"}")));
    }
}
