namespace Cdp.Trino.Tests.Functions;

public sealed class TdFunctionsTests : IDisposable
{
    private readonly TrinoDatabase _database = TrinoDatabase.Open(":memory:");

    public TdFunctionsTests() => _database.CreateDatabase("acme");

    public void Dispose() => _database.Dispose();

    [Theory]
    [InlineData("TD_TIME_PARSE('2015-01-01', 'JST')", "1420038000")]
    [InlineData("COALESCE(TD_TIME_PARSE('nothing'), -1)", "-1")]
    [InlineData("TD_TIME_FORMAT(1466409507, 'yyyy-MM-dd HH:mm:ss', 'JST')", "\"2016-06-20 16:58:27\"")]
    [InlineData("TD_TIME_STRING(1576110613, 'd!', 'JST')", "\"2019-12-12\"")]
    [InlineData("TD_DATE_TRUNC('month', TD_DATE_TRUNC('month', 1542939060, 'JST') - 1, 'JST')", "1538319600")]
    [InlineData("TD_TIME_STRING(TD_TIME_ADD('2018-01-01', '3h', 'jst'), 's!', 'jst')", "\"2018-01-01 03:00:00\"")]
    [InlineData("TD_SCHEDULED_TIME()", "1463846400")]
    [InlineData("TD_INTERVAL_RANGE('-1d', 'JST')", "[1463756400,1463842800]")]
    [InlineData("TD_TIME_RANGE(1420038000, '2015-01-01', '2015-01-02', 'JST')", "true")]
    [InlineData("TD_TIME_RANGE(1420037999, '2015-01-01', NULL, 'JST')", "false")]
    [InlineData("TD_TIME_RANGE(1420037999, NULL, '2015-01-01', 'JST')", "true")]
    [InlineData("TD_TIME_RANGE(1420038000, '2015-01-01', 'JST', NULL)", "true")]
    [InlineData("TD_TIME_RANGE(1420038000, TD_TIME_ADD(TD_SCHEDULED_TIME(), '-60d'), NULL, 'JST')", "false")]
    [InlineData("TD_INTERVAL(1463800000, '-1d', 'JST')", "true")]
    [InlineData("TD_INTERVAL(1463842800, '-1d', 'JST')", "false")]
    [InlineData("TD_MD5('abc')", "\"900150983cd24fb0d6963f7d28e17f72\"")]
    [InlineData("TD_URL_DECODE('%E6%97%A5+x')", "\"日 x\"")]
    public async Task A_function_answers_as_documented(string call, string expected) =>
        Assert.Equal(expected, await ValueAsync($"SELECT {call}"));

    [Theory]
    [InlineData("TD_TIME_RANGE(1, '2013-01-01', 'PDT')", "INVALID_FUNCTION_ARGUMENT")]
    [InlineData("TD_TIME_RANGE(1, 'soon')", "INVALID_FUNCTION_ARGUMENT")]
    [InlineData("TD_INTERVAL(1, '-1x')", "INVALID_FUNCTION_ARGUMENT")]
    [InlineData("TD_PARSE_AGENT('x')", "NOT_SUPPORTED_LOCALLY")]
    [InlineData("TD_SHA1('x')", "FUNCTION_NOT_FOUND")]
    public async Task A_wrong_call_is_refused_by_name(string call, string error) =>
        Assert.Equal(error, (await Assert.ThrowsAsync<TrinoException>(() => ValueAsync($"SELECT {call}"))).ErrorName);

    [Fact]
    public async Task A_session_ends_with_a_gap_above_the_timeout() =>
        Assert.Equal("\"1 1 2 3 4\"", await ValueAsync(
            """
            SELECT array_join(array_agg(CAST(n AS varchar) ORDER BY k, t), ' ') FROM (
              SELECT k, t, dense_rank() OVER (ORDER BY k, first_time) n FROM (
                SELECT k, t, min(t) OVER (PARTITION BY id) first_time FROM (
                  SELECT k, t, TD_SESSIONIZE_WINDOW(t, 1800) OVER (PARTITION BY k ORDER BY t) id
                  FROM (VALUES ('a', 100), ('a', 1900), ('a', 3701), ('b', 3701), ('b', 9999)) v(k, t)) x) y) z
            """));

    private async Task<string?> ValueAsync(string sql)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1463846400); // 2016-05-22 01:00 in Tokyo
        var context = new QueryContext { Database = "acme", ScheduledTime = now, Now = now };
        var results = await _database.ExecuteAsync(sql, context, CancellationToken.None);
        var text = results[^1].Rows[0][0]?.ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        return text;
    }
}
