namespace Cdp.Pipeline.Tests.Phases.Staging.Rules;

/// <summary>Phone numbers that were made from their parts, so that the answer is known before they are written down.</summary>
public sealed class PhoneRuleTests
{
    [Fact]
    public async Task Numbers_of_america_are_read_however_they_are_written()
    {
        var numbers = Written(new Random(12), 1500, "1", 10, trunk: "");

        Assert.Equal(numbers.Select(n => n.Standard), await RuleTable.CleanAsync("phone varchar", [.. numbers.Select(n => n.Text)], "phone_std"));
    }

    [Fact]
    public async Task Numbers_of_germany_lose_the_zero_that_is_dialled_at_home()
    {
        var numbers = Written(new Random(13), 1500, "49", 10, trunk: "0");

        Assert.Equal(
            numbers.Select(n => n.Standard),
            await RuleTable.CleanAsync("phone varchar", [.. numbers.Select(n => n.Text)], "phone_std", "{ country: DE }"));
    }

    [Fact]
    public async Task Ten_digits_are_the_other_form() => Assert.Equal(
        ["2025550123", "2025550123", "2025550123", null, null, null],
        await RuleTable.CleanAsync(
            "phone varchar",
            ["2025550123", "1 (202) 555-0123", "+1 202 555 0123 ext. 44", "202555012", "+44 20 7946 0958", "0000000000"],
            "phone_std",
            "{ phone: us10 }"));

    [Theory]
    [InlineData("IT", "06 6982 1234", "+390669821234")]
    [InlineData("GB", "(020) 7946-0958", "+442079460958")]
    [InlineData("GB", "+44 (0)20 7946 0958", "+442079460958")]
    [InlineData("FR", "0033 1 23 45 67 89", "+33123456789")]
    [InlineData("US", "12345", null)]
    [InlineData("US", "(+49) 170 1234567", "+491701234567")]
    [InlineData("US", "call me", null)]
    public async Task A_number_without_a_country_gets_the_configured_one(string country, string text, string? expected) =>
        Assert.Equal([expected], await RuleTable.CleanAsync("phone varchar", [text], "phone_std", $"{{ country: {country} }}"));

    [Fact]
    public async Task A_number_in_a_column_of_numbers_is_read_too() =>
        Assert.Equal(["+12025550123"], await RuleTable.CleanAsync("phone bigint", ["2025550123"], "phone_std"));

    [Fact]
    public async Task The_value_itself_is_the_digits_and_zeros_are_nothing() => Assert.Equal(
        ["12025550123", null, null, null],
        await RuleTable.CleanAsync("phone varchar", ["+1 (202) 555-0123", "0", "000-000", null], "phone"));

    internal static List<(string? Text, string? Standard)> Written(Random random, int count, string code, int length, string trunk)
    {
        (string?, string?) One()
        {
            var digits = string.Concat(Enumerable.Range(0, length).Select((_, n) => (char)('0' + random.Next(n == 0 ? 2 : 0, 10))));
            var grouped = string.Concat(digits.Select((c, n) => n > 0 && random.Next(3) == 0 ? $"{"-. /"[random.Next(4)]}{c}" : $"{c}"));
            var standard = $"+{code}{digits}";
            return random.Next(9) switch
            {
                0 => ($"+{code} {grouped}", standard),
                1 => ($" +{code}-{grouped} ", standard),
                2 => ($"00{code} {grouped}", standard),
                3 => ($"({trunk}{digits[..3]}) {digits[3..]}", standard),
                4 => ($"{trunk}{grouped} x{random.Next(10, 999)}", standard),
                5 => ($"+{code} (0) {grouped}", standard),
                6 => (digits[..3], null),
                7 => (new[] { null, "", "n/a", "0", "0000000000" }[random.Next(5)], null),
                _ => ($"tel: {trunk}{grouped}", standard),
            };
        }

        return [.. Enumerable.Range(0, count).Select(_ => One())];
    }
}
