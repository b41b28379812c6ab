using Cdp.Trino.Runtime;

namespace Cdp.Trino.Tests.Runtime;

public sealed class CastsTests
{
    private readonly FunctionTable _functions = new();

    [Fact]
    public void Recorded_casts_give_trinos_answers()
    {
        var run = RecordedCalls.Run("cast/");

        Assert.True(run.Different.Count == 0, string.Join("\n", run.Different));
        Assert.True(run.Equal > 450 && run.Refused < 10, $"{run.Equal} calls were equal, {run.Refused} refused.");
    }

    [Theory]
    [InlineData(0.001, "1.0E-3", "0.001")]
    [InlineData(9999999.5, "9.9999995E6", "9999999.5")]
    [InlineData(123456789.125, "1.23456789125E8", "1.23456789125E8")]
    [InlineData(-12.0, "-1.2E1", "-12.0")]
    public void A_double_has_one_text_as_varchar_and_another_as_json(double value, string varchar, string json)
    {
        Assert.Equal(varchar, _functions.Call("double_to_varchar", value));
        Assert.Equal(json, _functions.Call("json_double", value));
    }

    [Theory]
    [InlineData("+.5e1", 4L, 1L, "5.0")]
    [InlineData("-0.05", 4L, 1L, "-0.1")]
    [InlineData("1e-999999999", 4L, 1L, "0.0")]
    [InlineData("-0.04", 4L, 1L, "0.0")]
    public void Decimals_are_rounded_away_from_zero(string text, long precision, long scale, string expected) =>
        Assert.Equal(expected, _functions.Call("varchar_to_decimal", text, precision, scale));

    [Theory]
    [InlineData("1e999999999")]
    [InlineData("1e99999999999")]
    [InlineData("..5")]
    [InlineData("e5")]
    public void Other_decimals_are_errors(string text) =>
        Assert.Equal("INVALID_CAST_ARGUMENT", Assert.Throws<TrinoFailure>(() => _functions.Call("varchar_to_decimal", text, 4L, 1L)).Name);
}
