using Cdp.Trino.Runtime;

namespace Cdp.Trino.Tests.Runtime;

public sealed class RegexFunctionsTests
{
    private readonly FunctionTable _functions = new();

    [Fact]
    public void Recorded_calls_with_patterns_give_trinos_answers_or_are_refused()
    {
        var run = RecordedCalls.Run("regex/");

        Assert.True(run.Different.Count == 0, string.Join("\n", run.Different));
        Assert.True(run.Equal > 280 && run.Refused < 12, $"{run.Equal} calls were equal, {run.Refused} refused.");
    }

    [Theory]
    [InlineData("\U0001F600a", ".", "\U0001F600,a")]
    [InlineData("\U0001F600a", "[^a]", "\U0001F600")]
    [InlineData("\U0001F600a", "[\U0001F600-\U0001F64F]", "\U0001F600")]
    [InlineData("\U0001F600a", "", ",,")]
    [InlineData("\U0001F600a", @"\W", "\U0001F600")]
    [InlineData("\U0001F600\U0001F601", "\U0001F601+", "\U0001F601")]
    public void A_character_beyond_the_basic_plane_is_one_character(string text, string pattern, string expected) =>
        Assert.Equal(expected, string.Join(',', (List<string?>)_functions.Call("regexp_extract_all", text, pattern)!));

    [Theory]
    [InlineData("baaac", "a*", "-b--c-")]
    [InlineData("a\nb", "(?m)^", "-a\n-b")]
    [InlineData("a\n", "(?m)^", "-a\n")]
    [InlineData("a\n", "$", "a-\n-")]
    public void Empty_matches_are_replaced_where_trino_finds_them(string text, string pattern, string expected) =>
        Assert.Equal(expected, _functions.Call("regexp_replace", text, pattern, "-"));

    [Theory]
    [InlineData(@"\h+")]
    [InlineData(@"(?x)a b")]
    [InlineData("(a*)*")]
    [InlineData(@"(?<=a+)b")]
    [InlineData(@"(?<x>a)(b)")]
    [InlineData(@"a(?i)b|c")]
    [InlineData(@"\p{Armenian}")]
    [InlineData("a{x}")]
    public void A_pattern_whose_meaning_is_not_certain_is_refused(string pattern) =>
        Assert.Equal(TrinoFailure.Refused, Assert.Throws<TrinoFailure>(() => _functions.Call("regexp_like", "abc", pattern)).Name);

    [Fact]
    public void A_word_boundary_beside_a_letter_beyond_ascii_is_refused_only_where_it_matters()
    {
        Assert.Equal("bar", _functions.Call("regexp_extract", "日本 bar", @"\bbar\b"));
        Assert.Throws<TrinoFailure>(() => _functions.Call("regexp_extract", "日本bar", @"\bbar\b"));
    }

    [Fact]
    public void A_letter_with_an_uncertain_other_case_is_refused() =>
        Assert.Throws<TrinoFailure>(() => _functions.Call("regexp_like", "straße", "(?i)STRASSE"));
}
