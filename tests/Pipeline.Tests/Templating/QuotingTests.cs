using System.Text.Json.Nodes;
using Cdp.Pipeline.Templating;

namespace Cdp.Pipeline.Tests.Templating;

public class QuotingTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("^a$", "^a$")]
    [InlineData("a$$b", "a$$$$b")]
    [InlineData("${x}", "${'$'}{x}")]
    [InlineData("$${x}", "$$${'$'}{x}")]
    [InlineData("${secret:shop.key}", "${secret:shop.key}")]
    public void Dollars_come_out_of_digdag_as_they_went_in(string text, string expected) =>
        Assert.Equal(expected, Quoting.Digdag(text));

    [Fact]
    public void Sql_names_and_texts_double_their_quotes()
    {
        Assert.Equal("\"a\"\"b\"", Quoting.SqlName("a\"b"));
        Assert.Equal("'it''s'", Quoting.SqlText("it's"));
        Assert.Equal(@"'it\'s \\'", Quoting.HiveText(@"it's \"));
    }

    [Theory]
    [InlineData("orders", "orders")]
    [InlineData("queries/x.sql", "queries/x.sql")]
    [InlineData("yes", "\"yes\"")]
    [InlineData("NULL", "\"NULL\"")]
    [InlineData("12", "\"12\"")]
    [InlineData("a: b", "\"a: b\"")]
    [InlineData("- x", "\"- x\"")]
    [InlineData("", "\"\"")]
    [InlineData("a\tb\"\u0007", "\"a\\tb\\\"\\u0007\"")]
    public void Yaml_scalars_mean_their_text(string text, string expected) => Assert.Equal(expected, Quoting.Yaml(text));

    [Fact]
    public void Maps_are_written_as_blocks()
    {
        var node = JsonNode.Parse("""{"type":"shopify_v2","port":22,"ok":true,"columns":[{"name":"a","type":"string"},"x"],"none":null,"empty":{},"window":"${window.from}"}""");

        Assert.Equal(
            """
            type: shopify_v2
              port: 22
              ok: true
              columns:
                - name: a
                  type: string
                - x
              none: null
              empty: {}
              window: "${window.from}"
            """.ReplaceLineEndings("\n"),
            new YamlText(live: true).Block(node, 2));
    }
}
