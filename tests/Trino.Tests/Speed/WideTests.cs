using System.Globalization;
using System.Text.RegularExpressions;
using Cdp.Tests;
using Cdp.Trino.Analysis;
using Cdp.Trino.Execution;
using Cdp.Trino.Syntax;
using DuckDB.NET.Data;

namespace Cdp.Trino.Tests.Speed;

/// <summary>Tables of hundreds of columns, through the steps that staging generates. Work is counted, no clock is read.</summary>
public sealed partial class WideTests : IDisposable
{
    private const string Missing = "('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-')";

    private static readonly QueryContext Job = new() { Database = "wide", Now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000) };

    private readonly DuckDBConnection _connection = new("DataSource=:memory:");

    public WideTests()
    {
        _connection.Open();
        Engine.Prepare(_connection);
        ScalarFunctions.Register(_connection, new Refusals());
        Catalog.Prepare(_connection);
        _connection.Run("CREATE SCHEMA wide");
    }

    public void Dispose() => _connection.Dispose();

    [Fact]
    public void Four_times_the_columns_are_four_times_the_work()
    {
        _ = Measure(100); // what is made once is made
        var narrow = Measure(100);
        var wide = Measure(400);

        var text = (double)wide.Characters / narrow.Characters;
        var bytes = (double)wide.Bytes / narrow.Bytes;
        Figures.Say("trino wide", string.Create(CultureInfo.InvariantCulture, $"400 columns for 100: {text:0.0} times the text, {bytes:0.0} times the allocations, {wide.Operators} operators for {narrow.Operators}"));
        Assert.InRange(text, 1, 5);
        Assert.InRange(bytes, 1, 5);

        // each operator handles all columns: with one more of them for each column the time is the square
        Assert.InRange(narrow.Operators, 4, 40);
        Assert.Equal(narrow.Operators, wide.Operators);
    }

    [Fact]
    public void Four_hundred_columns_are_cleaned_and_hashed()
    {
        Make(400);

        var sql = Analyze(Staging(400)).Sql;

        var row = _connection.Read($"SELECT c7, c8, c400 FROM ({sql}) AS q", r => (r.GetString(0), r.IsDBNull(1), r.GetInt64(2)));
        Assert.Equal([("x7", true, 2L)], row);
    }

    private (int Characters, long Bytes, int Operators) Measure(int columns)
    {
        Make(columns);
        var text = Staging(columns);
        Analyze(text); // what the tables are is known now
        var before = GC.GetAllocatedBytesForCurrentThread();
        var sql = Analyze(text).Sql;
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        var plan = string.Concat(_connection.Read($"EXPLAIN (FORMAT json) {sql}", r => r.GetString(1)));
        return (sql.Length, bytes, Operator().Count(plan));
    }

    private void Make(int columns)
    {
        _connection.Run($"CREATE OR REPLACE TABLE wide.t{columns} ({Each(columns, i => $"c{i} VARCHAR")}, time BIGINT)");
        _connection.Run($"INSERT INTO wide.t{columns} SELECT {Each(columns, i => i == 8 ? "' n/a '" : $"' x{i} '")}, i FROM range(3) t(i)");
    }

    private QueryPlan Analyze(string text) =>
        new QueryAnalyzer(Job, new CatalogSchema(_connection), decimalsAreDoubles: true).Analyze(((QueryStatement)Parser.ParseStatement(text)).Query);

    private static string Staging(int columns) => $"""
        WITH source AS (SELECT * FROM t{columns}),
        cleaned AS (SELECT {Each(columns, i => $"CASE WHEN upper(trim(\"c{i}\")) NOT IN {Missing} THEN trim(\"c{i}\") END AS \"c{i}\"")}, time FROM source),
        standardised AS (SELECT *, {Each(columns / 4, i => $"lower(c{i}) AS c{i}_std")} FROM cleaned),
        hashed AS (SELECT *, {Each(columns / 4, i => $"lower(to_hex(sha256(to_utf8(c{i}_std)))) AS c{i}_hash")} FROM standardised),
        joined AS (SELECT h.* FROM hashed h),
        fingerprinted AS (SELECT *, lower(to_hex(sha256(to_utf8(json_format(CAST(ARRAY[{Each(columns, i => $"c{i}")}] AS JSON)))))) AS rowhash FROM joined),
        ranked AS (SELECT *, row_number() OVER (PARTITION BY c0 ORDER BY time DESC, rowhash) AS key_rank FROM fingerprinted)
        SELECT * FROM ranked WHERE key_rank = 1
        """;

    private static string Each(int columns, Func<int, string> one) => string.Join(", ", Enumerable.Range(0, columns).Select(one));

    [GeneratedRegex("\"name\":")]
    private static partial Regex Operator();
}
