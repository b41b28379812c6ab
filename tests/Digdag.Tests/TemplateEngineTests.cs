using System.Diagnostics;
using System.Text.Json.Nodes;
using Cdp.Digdag.Language;
using Cdp.Digdag.Templates;

namespace Cdp.Digdag.Tests;

public sealed class TemplateEngineTests
{
    private readonly TemplateEngine _engine = new(new TemplateLimits { Time = TimeSpan.FromSeconds(1), Memory = 64 << 20 });

    [Theory]
    [InlineData("(function(){while(true){}})()")]
    [InlineData("(function f(){return f()})()")]
    [InlineData("(function(){var s='x';while(true){s+=s+s.length}})()")]
    [InlineData("new Array(100000000).join('x')")]
    [InlineData("/(a+)+$/.test('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab')")]
    [InlineData("(function(){var a=[];while(true){a.push('x'+a.length)}})()")]
    [InlineData("(function(){var o={};for(var i=0;i<40;i++){o={a:o,b:o}};return o})()")]
    [InlineData("(function(){var a=['x'];for(var i=0;i<40;i++){a=[a,a]};return String(a)})()")]
    [InlineData("(function(){var a=['x'];for(var i=0;i<100000;i++){a=[a]};return String(a)})()")]
    [InlineData("(function(){var a=['x'];for(var i=0;i<100000;i++){a=[a]};return a.toLocaleString()})()")]
    [InlineData("(function(){var o={};for(var i=0;i<100000;i++){o={a:o}};return o})()")]
    [InlineData("(function(){var o={toString:function(){return ''+o}};return ''+o})()")]
    [InlineData("(function(){var o={toJSON:function(){return {x:o}}};return o})()")]
    [InlineData("JSON.stringify({a:1}, function(k,v){return {a:v}})")]
    [InlineData("new Array(100000).join('a').replaceAll('a', new Array(100000).join('b'))")]
    public void Stops_an_expression_that_runs_away(string expression)
    {
        var started = Stopwatch.GetTimestamp();

        var error = Assert.Throws<DigdagConfigException>(() => _engine.Render($"${{{expression}}}", []));

        Assert.StartsWith("Failed to evaluate a variable", error.Message, StringComparison.Ordinal);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(2));
    }

    [Theory]
    [InlineData("[1].map(x => x)", "Expected , but found =>")]
    [InlineData("`a`", "Expected an operand but found error")]
    [InlineData("(function(a = 1){})()", "Expected , but found =")]
    [InlineData("{...a}", "Expected ident but found ...")]
    [InlineData("2 ** 3", "Expected an operand but found *")]
    [InlineData("(function(){ const a = 1; return a })()", "Expected an operand but found const")]
    [InlineData("(function(){ for (var a of [1]) {} })()", "Expected ; but found of")]
    public void Refuses_what_is_newer_than_ecmascript_5(string expression, string reason)
    {
        var error = Assert.Throws<DigdagConfigException>(() => _engine.Render($"${{{expression}}}", []));

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("typeof Symbol", "undefined")]
    [InlineData("typeof Promise", "undefined")]
    [InlineData("typeof ''.padStart", "undefined")]
    [InlineData("typeof [].find", "undefined")]
    [InlineData("typeof Object.assign", "undefined")]
    [InlineData("'a.b'.replaceAll('[.]', '-')", "a-b")]
    [InlineData("'2026-01-02'.replaceFirst('(\\\\d+)-(\\\\d+)', '$2/$1')", "01/2026-02")]
    [InlineData("/a\\/[/]b/.test('a//b') ? 'y' : 'n'", "y")]
    [InlineData("a) + (1", "61")]
    [InlineData("JSON.stringify({a: [1, undefined, new Date(0)]}, null, 1)", "{\n \"a\": [\n  1,\n  null,\n  \"1970-01-01T00:00:00.000Z\"\n ]\n}")]
    [InlineData("[1, [2, [null, 'x']]].join('-') + [[1, 2], 3]", "1-2,,x1,2,3")]
    public void Has_the_world_of_digdags_engine(string expression, string expected) =>
        Assert.Equal(expected, _engine.Render($"${{{expression}}}", new JsonObject { ["a"] = "6" }));

    [Theory]
    [InlineData("toString")]
    [InlineData("m.constructor.name")]
    [InlineData("m.x.y")]
    [InlineData("big")]
    [InlineData("half")]
    [InlineData("m")]
    [InlineData("nothing")]
    [InlineData("text.length")]
    public void Answers_a_plain_path_as_the_engine_would(string path)
    {
        var parameters = (JsonObject)JsonNode.Parse(
            """{"m": {"x": {"y": true}}, "big": 9007199254740993, "half": 0.5, "nothing": null, "text": "abc"}""")!;

        Assert.Equal(_engine.Render($"${{0, {path}}}", parameters), _engine.Render($"${{{path}}}", parameters));
    }

    [Theory]
    [InlineData("throw 'text'", "(text)")]
    [InlineData("throw new Error('boom')", "(Error: boom)")]
    [InlineData("throw {a: 1}", "([object Object])")]
    public void Says_what_was_thrown(string statement, string shown)
    {
        var error = Assert.Throws<DigdagConfigException>(() => _engine.Render($"${{(function(){{{statement}}})()}}", []));

        Assert.EndsWith(shown, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_the_parameter_whose_template_failed()
    {
        var parameters = (JsonObject)JsonNode.Parse("""{"td": {"list": ["a", {"b": "${nope}"}]}}""")!;

        var error = Assert.Throws<DigdagConfigException>(() => new ConfigEvaluator(_engine).Evaluate(parameters, parameters));

        Assert.Equal("td.list[1].b", error.Key);
    }
}
