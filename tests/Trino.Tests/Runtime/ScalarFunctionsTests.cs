using System.Globalization;
using System.Numerics;
using Cdp.Trino.Execution;
using Cdp.Trino.Runtime;
using DuckDB.NET.Data;

namespace Cdp.Trino.Tests.Runtime;

public sealed class ScalarFunctionsTests : IDisposable
{
    private readonly DuckDBConnection _connection = new("DataSource=:memory:");

    public ScalarFunctionsTests() => _connection.Open();

    public void Dispose() => _connection.Dispose();

    [Fact]
    public void Every_function_of_the_runtime_can_be_registered()
    {
        ScalarFunctions.Register(_connection, new Refusals());

        Assert.True((long)Scalar("SELECT count(DISTINCT function_name) FROM duckdb_functions() WHERE function_name LIKE 'trino\\_%' ESCAPE '\\'")! > 20);
    }

    [Theory]
    [InlineData("trino_t('a'::VARCHAR)", "a")]
    [InlineData("trino_t(NULL::VARCHAR)", null)]
    [InlineData("trino_t('a' || chr(0) || '日😀')", "a\0日😀")]
    [InlineData("length(trino_t(repeat('日本', 9000)))", 18000L)]
    [InlineData("trino_t('')", "")]
    [InlineData("octet_length(trino_t(''::BLOB))", 0L)]
    [InlineData("trino_t(true)", true)]
    [InlineData("trino_t(12::BIGINT)", 12L)]
    [InlineData("trino_t(12::INTEGER)", 12)]
    [InlineData("trino_t(1.5::DOUBLE)", 1.5)]
    [InlineData("trino_t(1.5::FLOAT)", 1.5f)]
    [InlineData("hex(trino_t('\\x00\\xFF'::BLOB))", "00FF")]
    [InlineData("trino_t(['a', NULL, ''])::VARCHAR", "[a, NULL, '']")]
    [InlineData("trino_t(170141183460469231731687303715884105727::HUGEINT)::VARCHAR", "170141183460469231731687303715884105727")]
    public void A_value_of_each_type_goes_through_unchanged(string call, object? expected)
    {
        var functions = new ScalarFunctions(_connection, new Refusals());
        functions.Add<string, string>("t", value => value);
        functions.Add<bool, bool>("t", value => value);
        functions.Add<long, long>("t", value => value);
        functions.Add<int, int>("t", value => value);
        functions.Add<double, double>("t", value => value);
        functions.Add<float, float>("t", value => value);
        functions.Add<byte[], byte[]>("t", value => value);
        functions.Add<BigInteger, BigInteger>("t", value => value);
        functions.Add<List<string?>, List<string?>>("t", value => value);

        Assert.Equal(expected, Scalar($"SELECT {call}"));
    }

    [Fact]
    public void A_failure_keeps_trinos_error_name_on_its_way_through_the_engine()
    {
        new ScalarFunctions(_connection, new Refusals()).Add<string, string>("f", value => throw TrinoFailure.InvalidCast($"Cannot cast '{value}'\nto date"));

        var failure = ScalarFunctions.FailureIn(Assert.Throws<DuckDBException>(() => Scalar("SELECT trino_f('a»b')")));

        Assert.Equal(("INVALID_CAST_ARGUMENT", "Cannot cast 'a»b'\nto date"), (failure?.Name, failure?.Message));
    }

    [Fact]
    public void A_failure_of_the_engine_itself_is_not_taken_for_ours() =>
        Assert.Null(ScalarFunctions.FailureIn(Assert.Throws<DuckDBException>(() => Scalar("SELECT '«A»'::INTEGER + «"))));

    [Fact]
    public void Try_turns_a_failure_into_null_for_its_row_alone()
    {
        new ScalarFunctions(_connection, new Refusals()).Add<long, long>("f", value => value == 2 ? throw TrinoFailure.OutOfRange("2") : value);

        Assert.Equal("[1, NULL, 3]", Scalar("SELECT list(try(trino_f(i)) ORDER BY i)::VARCHAR FROM range(1, 4) t(i)"));
    }

    [Fact]
    public void A_null_among_values_is_null_without_a_call()
    {
        new ScalarFunctions(_connection, new Refusals()).Add<string, string, string>("f", (one, other) => one + other);

        Assert.Equal(
            "[NULL, NULL, cd]",
            Scalar("SELECT list(trino_f(a, b) ORDER BY n)::VARCHAR FROM (VALUES (1, 'a', NULL), (2, NULL, 'b'), (3, 'c', 'd')) t(n, a, b)"));
    }

    [Fact]
    public void A_branch_that_is_not_taken_does_not_fail()
    {
        new ScalarFunctions(_connection, new Refusals()).Add<long, long>("f", value => value == 2 ? throw TrinoFailure.OutOfRange("2") : value);

        Assert.Equal("4", Convert.ToString(
            Scalar("SELECT sum(CASE WHEN i = 2 THEN 0 ELSE trino_f(i) END) FROM range(1, 4) t(i)"), CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Functions_are_called_from_several_threads_at_once()
    {
        ScalarFunctions.Register(_connection, new Refusals());

        var distinct = Scalar("SELECT count(DISTINCT trino_to_hex(trino_sha256(trino_to_utf8(i::VARCHAR)))) FROM range(400000) t(i)");

        Assert.Equal(400_000L, distinct);
    }

    [Fact]
    public void A_second_connection_to_the_same_database_sees_the_functions()
    {
        ScalarFunctions.Register(_connection, new Refusals());
        using var second = _connection.Duplicate();
        second.Open();
        using var command = second.CreateCommand();
        command.CommandText = "SELECT trino_to_hex('a'::BLOB)";

        Assert.Equal("61", command.ExecuteScalar());
    }

    private object? Scalar(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() is var value and not DBNull ? value : null;
    }
}
