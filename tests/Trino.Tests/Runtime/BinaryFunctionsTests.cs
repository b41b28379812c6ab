namespace Cdp.Trino.Tests.Runtime;

public sealed class BinaryFunctionsTests
{
    [Fact]
    public void Recorded_calls_over_bytes_give_trinos_answers()
    {
        var run = RecordedCalls.Run("hash/");

        Assert.True(run.Different.Count == 0, string.Join("\n", run.Different));
        Assert.True(run.Equal > 35, $"{run.Equal} calls were compared.");
    }

    [Theory]
    [InlineData("email\u001Fa@b.co", "PEX0QUNLyesp")]
    [InlineData("phone\u001F5551234567", "xhfw3GIy29XF")]
    public void A_person_key_is_the_head_of_a_keyed_digest(string identifier, string key)
    {
        var functions = new FunctionTable();

        var digest = (byte[])functions.Call("hmac_sha256", functions.Call("to_utf8", identifier), functions.Call("to_utf8", "main"))!;

        Assert.Equal(key, functions.Call("to_base64url", functions.Call("substr_binary", digest, 1L, 9L)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0123456789abcdef")]
    [InlineData("0123456789abcdef0123456789abcdef0123456")]
    public void Text_forms_of_bytes_can_be_read_back(string text)
    {
        var functions = new FunctionTable();
        var bytes = functions.Call("to_utf8", text);

        foreach (var form in (string[])["hex", "base64", "base64url", "base32"])
        {
            Assert.Equal(bytes, functions.Call($"from_{form}", functions.Call($"to_{form}", bytes)));
        }
    }

    [Theory]
    [InlineData("YW=")]
    [InlineData("Y")]
    [InlineData("YWJ$")]
    public void Bad_base64_is_an_error(string text)
    {
        var failure = Assert.Throws<Cdp.Trino.Runtime.TrinoFailure>(() => new FunctionTable().Call("from_base64", text));

        Assert.Equal("INVALID_FUNCTION_ARGUMENT", failure.Name);
    }
}
