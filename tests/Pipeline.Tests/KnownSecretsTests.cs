using System.Text;
using System.Text.Json.Nodes;

namespace Cdp.Pipeline.Tests;

/// <summary>What is taken out of a text before it is shown or kept.</summary>
public sealed class KnownSecretsTests
{
    private const string Value = "p@ss/w\"o rd+42";

    public static TheoryData<string> Written =>
    [
        Value,
        $"password={Value};",
        new JsonObject { ["password"] = Value }.ToJsonString(),
        Uri.EscapeDataString(Value),
        System.Net.WebUtility.UrlEncode(Value),
        Encoded(Value),
        Encoded("u:" + Value),
        Encoded("me:" + Value + "\n"),
    ];

    [Theory]
    [MemberData(nameof(Written))]
    public void A_known_value_goes_however_it_is_written(string text)
    {
        var secrets = new KnownSecrets();
        secrets.Add(new(Value));

        var clean = secrets.Without($"before {text} after");

        Assert.StartsWith("before ", clean, StringComparison.Ordinal);
        Assert.EndsWith(" after", clean, StringComparison.Ordinal);
        Assert.Contains("***", clean, StringComparison.Ordinal);
        Assert.Empty(Cdp.Tests.Canary.Found(Value, [("text", clean)]));
    }

    [Fact]
    public void Of_a_value_of_many_lines_each_goes()
    {
        var secrets = new KnownSecrets();
        secrets.Add(new("-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBg\nkqhkiG9w0BAQEF\n-----END PRIVATE KEY-----\n"));

        Assert.Equal("1: ***\n2: ***", secrets.Without("1: MIIEvQIBADANBg\n2: kqhkiG9w0BAQEF"));
    }

    [Theory]
    [InlineData("pin is 4711.", "pin is ***.")]
    [InlineData("rows: 147113", "rows: 147113")]
    public void A_short_value_goes_where_it_is_a_word(string text, string expected)
    {
        var secrets = new KnownSecrets();
        secrets.Add(new("4711"));
        secrets.Add(new(string.Empty));

        Assert.Equal(expected, secrets.Without(text));
    }

    [Fact]
    public void What_looks_like_an_api_key_goes_unknown_as_it_is() => Assert.Equal(
        "td -k *** and Authorization: TD1 ***",
        KnownSecrets.WithoutKeys("td -k 12/0123456789abcdef01234567 and Authorization: TD1 abc"));

    private static string Encoded(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
