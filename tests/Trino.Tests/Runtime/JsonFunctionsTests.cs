namespace Cdp.Trino.Tests.Runtime;

public sealed class JsonFunctionsTests
{
    private readonly FunctionTable _functions = new();

    [Fact]
    public void Recorded_calls_over_json_give_trinos_answers()
    {
        var run = RecordedCalls.Run("json/");

        Assert.True(run.Different.Count == 0, string.Join("\n", run.Different));
        Assert.True(run.Equal > 190 && run.Refused == 0, $"{run.Equal} calls were equal, {run.Refused} refused.");
    }

    [Fact]
    public void A_character_beyond_the_basic_plane_is_escaped() =>
        Assert.Equal("\"\\uD83D\\uDE00\"", _functions.Call("json_parse", "\"\U0001F600\""));

    [Theory]
    [InlineData("{\"a\":1,\"a\":2}", "1")]
    [InlineData("{\"x\":[1,{\"y\":2}],\"a\":tru", null)]
    [InlineData("{\"x\":[1,2,,],\"a\":1}", null)]
    [InlineData("{\"a\":1x", "1")]
    public void The_text_is_read_no_further_than_the_answer(string text, string? expected) =>
        Assert.Equal(expected, _functions.Call("json_extract_scalar", text, "$.a"));

    [Fact]
    public void A_map_takes_the_last_of_two_equal_names()
    {
        Assert.Equal(["a", "b"], (List<string?>)_functions.Call("json_keys", "{\"a\":1,\"b\":{},\"a\":[2]}")!);
        Assert.Equal(["[2]", "{}"], (List<string?>)_functions.Call("json_values", "{\"a\":1,\"b\":{},\"a\":[2]}")!);
    }
}
