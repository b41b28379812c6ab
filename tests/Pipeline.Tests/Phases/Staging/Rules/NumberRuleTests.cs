using System.Globalization;

namespace Cdp.Pipeline.Tests.Phases.Staging.Rules;

/// <summary>Amounts printed by .NET as people write them and read back by the generated SQL.</summary>
public sealed class NumberRuleTests
{
    private static readonly NumberFormatInfo _comma = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    [Fact]
    public async Task Amounts_with_commas_and_currencies_are_read()
    {
        var amounts = Written(new Random(17), 1000, NumberFormatInfo.InvariantInfo);

        var read = await RuleTable.CleanAsync("price varchar", [.. amounts.Select(a => a.Text)], "price");

        Assert.Equal(amounts.Select(a => a.Value), read.Select(r => r is null ? (double?)null : double.Parse(r, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task A_decimal_comma_is_configured()
    {
        var amounts = Written(new Random(18), 1000, _comma);

        var read = await RuleTable.CleanAsync("price varchar", [.. amounts.Select(a => a.Text)], "price", "{ decimal_comma: true }");

        Assert.Equal(amounts.Select(a => a.Value), read.Select(r => r is null ? (double?)null : double.Parse(r, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task What_is_not_wholly_a_number_is_null() => Assert.All(
        await RuleTable.CleanAsync("price varchar", ["2024-01-01", "1.2.3", "12abc34", "1,23", "free", "N/A", "", "-", "1 + 2", "()", "."], "price"),
        Assert.Null);

    [Fact]
    public async Task Odd_forms_are_read()
    {
        var read = await RuleTable.CleanAsync("price varchar", ["1e3", "1,23,456.7", "12%", "R$ 10.505", ".5", "(12.50)", "5."], "price");

        Assert.Equal([1000, 123456.7, 12, 10.51, 0.5, -12.5, 5], read.Select(r => double.Parse(r!, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Rates_and_coordinates_keep_their_places_when_that_is_said() => Assert.Equal(
        ["52.520008"], await RuleTable.CleanAsync("latitude varchar", ["52.520008"], "latitude", columnRules: "{ rule: numeric, round: -1 }"));

    [Fact]
    public async Task Numbers_that_came_as_numbers_are_kept()
    {
        Assert.Equal(["12.345", null], await RuleTable.CleanAsync("price double", ["12.345", null], "price"));
        Assert.Equal(["9007199254740993"], await RuleTable.CleanAsync("price bigint", ["9007199254740993"], "price"));
    }

    internal static List<(string? Text, double? Value)> Written(Random random, int count, NumberFormatInfo format)
    {
        (string?, double?) One()
        {
            var cents = random.NextInt64(-10_000_000_000, 10_000_000_000) / (long)Math.Pow(10, random.Next(9));
            var (amount, grouped) = (cents / 100m, random.Next(2) == 0);
            var text = Math.Abs(amount).ToString(grouped ? "N2" : "0.##", format);
            var sign = amount < 0 ? "-" : "";
            var value = (double)amount;
            return random.Next(8) switch
            {
                0 => (null, null),
                1 => ($"{sign}${text}", value),
                2 => ($"{sign}{text} EUR", value),
                3 => ($"€ {sign}{text}", value),
                4 => (amount < 0 ? $"({text})" : $"+{text}", value),
                5 => ($"  {sign}{text}\u00a0kr ", value),
                _ => ($"{sign}{text}", value),
            };
        }

        return [.. Enumerable.Range(0, count).Select(_ => One())];
    }
}
