namespace Cdp.Yaml.Tests;

public sealed class YamlDocumentTests
{
    [Fact]
    public void Keeps_the_order_the_style_and_the_place_of_each_scalar()
    {
        var root = Assert.IsType<YamlMapping>(YamlDocument.Read("b: 1\na:\n  - 'x'\n", "f.yml"));

        Assert.Equal(["b", "a"], root.Entries.Select(e => ((YamlScalar)e.Key).Text));
        var quoted = Assert.IsType<YamlScalar>(((YamlSequence)root["a"]!).Items[0]);
        Assert.False(quoted.IsPlain);
        Assert.Equal("f.yml:3:5", quoted.Position.ToString());
    }

    [Fact]
    public void Keeps_an_include_key_with_its_tag()
    {
        var root = Assert.IsType<YamlMapping>(YamlDocument.Read("!include : 'a.yml'\n", "f.dig"));

        Assert.Equal("!include", root.Entries[0].Key.Tag);
        Assert.Equal("a.yml", ((YamlScalar)root.Entries[0].Value).Text);
    }

    [Fact]
    public void Resolves_an_alias_to_the_node_it_names()
    {
        var root = Assert.IsType<YamlMapping>(YamlDocument.Read("a: &x {k: 1}\nb: *x\n", "f.yml"));

        Assert.Same(root["a"], root["b"]);
    }

    [Theory]
    [InlineData("a: [1\n", 2)]
    [InlineData("a: 1\nb: *no\n", 2)]
    [InlineData("a: 1\n---\nb: 2\n", 2)]
    [InlineData("a:\n\tb: 1\n", 2)]
    public void Says_where_a_text_is_not_yaml(string text, int line)
    {
        var error = Assert.Throws<YamlSyntaxException>(() => YamlDocument.Read(text, "f.yml"));

        Assert.Equal(line, error.Position.Line);
    }

    [Fact]
    public void Has_no_root_when_the_text_is_empty() => Assert.Null(YamlDocument.Read("# nothing\n", "f.yml"));

    /// <remarks>The parser tells where the map around it begins.</remarks>
    [Fact]
    public void A_tab_is_shown_where_it_is_however_long_the_map_around_it()
    {
        var error = Assert.Throws<YamlSyntaxException>(() => YamlDocument.Read("a: 1\n+a:\n  echo> hi\n+b:\n\techo>: x\n", "a.dig"));

        Assert.Equal("a.dig:5:1", error.Position.ToString());
    }
}
