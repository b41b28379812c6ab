namespace Cdp.Trino.Tests.Runtime;

public sealed class TextFunctionsTests
{
    private readonly FunctionTable _functions = new();

    [Fact]
    public void Recorded_calls_over_text_give_trinos_answers()
    {
        var run = RecordedCalls.Run("str/", "cdp/", "arith/", "math/");

        Assert.True(run.Different.Count == 0, string.Join("\n", run.Different));
        Assert.True(run.Equal > 200 && run.Refused < 5, $"{run.Equal} calls were equal, {run.Refused} refused.");
    }

    [Fact]
    public void Recorded_calls_over_addresses_give_trinos_answers()
    {
        var run = RecordedCalls.Run("url/");

        Assert.True(run.Different.Count == 0, string.Join("\n", run.Different));
        Assert.True(run.Equal > 30, $"{run.Equal} calls were equal, {run.Refused} refused.");
    }

    [Theory]
    [InlineData("aaa", "aa", 2, 2)]
    [InlineData("aaa", "aa", -2, 1)]
    [InlineData("aaa", "aa", -3, 0)]
    [InlineData("a\U0001F600b\U0001F600b", "b", -1, 5)]
    public void Occurrences_are_counted_from_either_end(string text, string search, long instance, long place) =>
        Assert.Equal(place, _functions.Call("strpos", text, search, instance));

    [Theory]
    [InlineData("Ashcraft", "A261")]
    [InlineData("Tymczak", "T522")]
    [InlineData("Pfister", "P236")]
    public void Soundex_follows_the_american_rules(string name, string code) =>
        Assert.Equal(code, _functions.Call("soundex", name));
}
