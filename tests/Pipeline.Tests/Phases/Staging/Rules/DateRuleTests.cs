using System.Globalization;

namespace Cdp.Pipeline.Tests.Phases.Staging.Rules;

/// <summary>Dates printed by .NET in many forms and read back by the generated SQL.</summary>
public sealed class DateRuleTests
{
    private static readonly string[] _always =
    [
        "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", "yyyy-MM-dd HH:mm:ss.ffffff", "yyyy/MM/dd HH:mm:ss",
        "yyyy-MM-dd HH:mm:ss 'UTC'", "yyyy-M-d H:mm:ss", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd HH:mm:ss.fffzzz",
    ];

    [Fact]
    public async Task Iso_and_its_relatives_are_read_without_a_word_of_configuration()
    {
        var dates = Printed(new Random(14), 1000, _always);

        Assert.Equal(dates.Select(d => d.Seconds), await RuleTable.CleanAsync("seen_at varchar", [.. dates.Select(d => d.Text)], "seen_at_unixtime"));
    }

    [Theory]
    [InlineData("dd.MM.yyyy HH:mm:ss")]
    [InlineData("d.M.yyyy H:mm:ss")]
    [InlineData("dd MMM yyyy HH:mm:ss")]
    [InlineData("EEE, dd MMM yyyy HH:mm:ss Z", "ddd, dd MMM yyyy HH:mm:ss 'GMT'")]
    [InlineData("MMMM d, yyyy hh:mm:ss a", "MMMM d, yyyy hh:mm:ss tt")]
    [InlineData("yyyyMMddHHmmss")]
    [InlineData("yy/MM/dd HH:mm:ss")]
    public async Task Further_forms_are_configured_by_their_letters(string format, string? printed = null)
    {
        var dates = Printed(new Random(15), 300, [printed ?? format], firstYear: 1971, lastYear: 2060);

        Assert.Equal(
            dates.Select(d => d.Seconds),
            await RuleTable.CleanAsync("seen_at varchar", [.. dates.Select(d => d.Text)], "seen_at_unixtime", columnRules: $"{{ formats: [\"{format}\"] }}"));
    }

    [Theory]
    [InlineData("true", "dd/MM/yyyy", "d-M-yyyy HH:mm", "dd.MM.yyyy HH:mm:ss")]
    [InlineData("false", "MM/dd/yyyy", "M-d-yyyy HH:mm", "MM/dd/yyyy hh:mm:ss tt")]
    public async Task Which_comes_first_is_configured_not_guessed(string dayFirst, params string[] formats)
    {
        var dates = Printed(new Random(16), 500, formats);
        string?[] texts = [.. dates.Select(d => d.Text)];

        Assert.Equal(dates.Select(d => d.Seconds), await RuleTable.CleanAsync("seen_at varchar", texts, "seen_at_unixtime", $"{{ day_first: {dayFirst} }}"));
        Assert.All(await RuleTable.CleanAsync("seen_at varchar", texts, "seen_at_unixtime"), Assert.Null);
    }

    [Theory]
    [InlineData("varchar")]
    [InlineData("bigint")]
    [InlineData("double")]
    public async Task Numbers_are_seconds_milliseconds_or_microseconds_by_their_size(string type) => Assert.Equal(
        ["2024-01-01 00:00:00", "2024-01-01 00:00:00", "2024-01-01 00:00:00", "1966-10-31 14:13:20"],
        await RuleTable.CleanAsync(
            $"seen_at {type}", ["1704067200", "1704067200123", "1704067200123456", "-100000000"], "seen_at_std"));

    [Fact]
    public async Task What_is_no_date_is_null_and_no_error() => Assert.All(
        await RuleTable.CleanAsync(
            "seen_at varchar",
            [
                "2024-02-30", "2024-13-01", "2024-00-10", "2024-01-01 25:00:00", "2024-01-01 10:61:00", "31/12/2024", "20240101", "soon", "",
                "0000-00-00 00:00:00", "2024-01-01x", "2024-01-01 10", null,
            ],
            "seen_at_unixtime"),
        Assert.Null);

    [Fact]
    public async Task Short_forms_and_zones_are_read_in_utc_and_the_value_itself_stays()
    {
        (string Text, string Expected)[] cases =
        [
            ("2024-01-02", "2024-01-02 00:00:00"), ("2024/1/2", "2024-01-02 00:00:00"), ("2024-01-02 03:04", "2024-01-02 03:04:00"),
            ("2024-01-02T03:04Z", "2024-01-02 03:04:00"), ("2024-01-02 03:04:05+00", "2024-01-02 03:04:05"),
            ("2024-01-02 03:04:05.678901-05", "2024-01-02 08:04:05"), ("2024-01-02T03:04:05+0530", "2024-01-01 21:34:05"),
            (" 2024-01-02 03:04:05 ", "2024-01-02 03:04:05"),
        ];

        var rows = await RuleTable.CleanAllAsync("seen_at varchar", [.. cases.Select(c => c.Text)], ["seen_at", "seen_at_std", "seen_at_date"]);

        Assert.Equal(cases.Select(c => (c.Text.Trim(), c.Expected, c.Expected[..10])), rows.Select(r => (r[0]!, r[1]!, r[2]!)));
    }

    internal static List<(string? Text, string? Seconds)> Printed(Random random, int count, string[] formats, int firstYear = 1901, int lastYear = 2099)
    {
        (string?, string?) One()
        {
            var format = formats[random.Next(formats.Length)];
            var zone = format.Contains("zzz", StringComparison.Ordinal) ? TimeSpan.FromMinutes(30 * random.Next(-20, 24)) : TimeSpan.Zero;
            var instant = new DateTimeOffset(random.Next(firstYear, lastYear), random.Next(1, 13), random.Next(1, 29), 0, 0, 0, zone)
                .AddSeconds(random.Next(86_400));
            var whole = instant.AddSeconds(!format.Contains("ss", StringComparison.Ordinal) ? -instant.Second : 0)
                .AddMinutes(!format.Contains("mm", StringComparison.Ordinal) ? -instant.Minute : 0)
                .AddHours(!format.Contains('H', StringComparison.OrdinalIgnoreCase) ? -instant.Hour : 0);
            return random.Next(12) == 0
                ? (null, null)
                : (instant.ToString(format, CultureInfo.InvariantCulture), whole.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        }

        return [.. Enumerable.Range(0, count).Select(_ => One())];
    }
}
