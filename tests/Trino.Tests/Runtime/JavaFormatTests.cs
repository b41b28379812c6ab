namespace Cdp.Trino.Tests.Runtime;

public sealed class JavaFormatTests
{
    private readonly FunctionTable _functions = new();

    [Theory]
    [InlineData(",", 1234567L, "1,234,567")]
    [InlineData("08", -42L, "-0000042")]
    [InlineData("+5", 42L, "  +42")]
    [InlineData("-5", 42L, "42   ")]
    public void Whole_numbers_take_flags_and_width(string flags, long value, string expected) =>
        Assert.Equal(expected, _functions.Call("format_whole", flags, value));

    [Theory]
    [InlineData(".2", "1.005", "1.01")]
    [InlineData(",.1", "-1234567.25", "-1,234,567.3")]
    [InlineData("", "1.0E10", "10000000000.000000")]
    [InlineData("8.3", "3.14159", "   3.142")]
    [InlineData("6", "NaN", "   NaN")]
    public void Fractions_are_rounded_half_up_from_the_digits_shown(string flags, string number, string expected) =>
        Assert.Equal(expected, _functions.Call("format_fixed", flags, number));

    [Theory]
    [InlineData("", 12345.678, "1.234568e+04")]
    [InlineData(".1", 0.00012, "1.2e-04")]
    public void Exponents_have_two_digits(string flags, double value, string expected) =>
        Assert.Equal(expected, _functions.Call("format_scientific", flags, value));
}
