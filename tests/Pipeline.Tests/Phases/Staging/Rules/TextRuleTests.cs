namespace Cdp.Pipeline.Tests.Phases.Staging.Rules;

/// <summary>Plain texts, booleans and columns of unusual types.</summary>
public sealed class TextRuleTests
{
    private static readonly string[] _words = ["true", "1", "Yes", "y", "T", "false", "0", "NO", "n", "f", "maybe", "", " ", "on", "2", "TRUE "];

    [Fact]
    public async Task Truth_is_one_of_two_words_or_nothing()
    {
        var random = new Random(19);
        List<string?> texts = [.. Enumerable.Range(0, 500).Select(_ => random.Next(9) == 0 ? null : $"{(random.Next(3) == 0 ? " " : "")}{_words[random.Next(_words.Length)]}")];

        Assert.Equal(texts.Select(Truth), await RuleTable.CleanAsync("is_active varchar", texts, "is_active"));
    }

    [Theory]
    [InlineData("boolean", "true", "TRUE")]
    [InlineData("boolean", "false", "FALSE")]
    [InlineData("bigint", "1", "TRUE")]
    [InlineData("bigint", "2", null)]
    [InlineData("double", "0", "FALSE")]
    public async Task B_ST_7_truth_of_other_types_is_the_same_two_words(string type, string value, string? expected) =>
        Assert.Equal([expected], await RuleTable.CleanAsync($"flag {type}", [value], "flag", columnRules: "boolean"));

    [Theory]
    [InlineData("preserve", " Ann-Marie ", "Ann-Marie")]
    [InlineData("upper", "Straà", "STRAÀ")]
    [InlineData("lower", "ÀB", "àb")]
    public async Task Case_is_as_configured(string letters, string text, string expected) =>
        Assert.Equal([expected], await RuleTable.CleanAsync("city varchar", [text], "city", $"{{ case: {letters} }}"));

    [Fact]
    public async Task Identifiers_keep_their_case_whatever_is_configured() => Assert.Equal(
        ["0015g00000NrXpA"], await RuleTable.CleanAsync("customer_id varchar", ["0015g00000NrXpA"], "customer_id", "{ case: upper }"));

    [Fact]
    public async Task Words_that_mean_nothing_are_null_in_any_case() => Assert.Equal(
        [null, null, null, null, null, null, "NULLABLE"],
        await RuleTable.CleanAsync("city varchar", ["null", "None", " N/A", "na ", "", "   ", "NULLABLE"], "city"));

    [Fact]
    public async Task A_column_can_have_words_of_its_own() => Assert.Equal(
        ["NULL", null], await RuleTable.CleanAsync("city varchar", ["NULL", "Unknown"], "city", columnRules: "{ null_tokens: [unknown] }"));

    [Theory]
    [InlineData("1001.0", "1001")]
    [InlineData("-7", "-7")]
    [InlineData("4155550132", "4155550132")]
    public async Task A_whole_number_that_came_as_a_double_is_written_as_one(string number, string expected) =>
        Assert.Equal([expected], await RuleTable.CleanAsync("customer_id double", [number], "customer_id", columnRules: "string"));

    [Fact]
    public async Task The_older_hash_is_of_the_standard_form_in_upper_case() => Assert.Equal(
        [Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("A@B.CO"u8))],
        await RuleTable.CleanAsync("email varchar", [" a@B.co"], "email_hash", "{ hash: legacy_upper }"));

    private static string? Truth(string? text) => text?.Trim().ToLowerInvariant() switch
    {
        "true" or "1" or "yes" or "y" or "t" => "TRUE",
        "false" or "0" or "no" or "n" or "f" => "FALSE",
        _ => null,
    };
}
