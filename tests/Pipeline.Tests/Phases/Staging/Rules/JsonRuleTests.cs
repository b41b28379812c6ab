using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cdp.Pipeline.Tests.Phases.Staging.Rules;

/// <summary>Keys out of JSON that .NET wrote and .NET reads another way.</summary>
public sealed class JsonRuleTests
{
    private static readonly string[] _texts = ["gold", " x ", "", "O'Neil", "a,b", "say \"hi\"", "back\\slash", "line\nend", "[x]", "{y}", "null", "é"];

    private static readonly string[] _keys = ["tier", "loyalty.tier", "$value", "Zip Code", "loyalty.$value"];

    [Fact]
    public async Task A_key_is_its_scalar_or_its_json()
    {
        var objects = Objects(new Random(20), 400);

        var rows = await RuleTable.CleanAllAsync(
            "properties varchar",
            [.. objects.Select(o => o?.ToJsonString(_plain))],
            ["properties_tier", "properties_loyalty_tier", "properties_value", "properties_zip_code", "properties_loyalty_value"],
            columnRules: $"{{ keys: [{string.Join(", ", _keys.Select(k => $"\"{k}\""))}] }}");

        for (var n = 0; n < _keys.Length; n++)
        {
            Assert.Equal(objects.Select(o => Scalar(At(o, _keys[n].Split('.')))), rows.Select(r => r[n]));
            Assert.InRange(rows.Count(r => r[n] is not null), 20, 380);
        }
    }

    [Fact]
    public async Task A_list_is_an_array_of_texts_without_its_nulls()
    {
        var objects = Objects(new Random(21), 400);

        var read = await RuleTable.CleanAsync(
            "properties varchar", [.. objects.Select(o => o?.ToJsonString(_plain))], "json_format(CAST(properties_tags AS JSON))", columnRules: "{ keys: [\"tags[]\"] }");

        Assert.Equal(objects.Select(o => List(At(o, ["tags"]))?.ToJsonString(_plain)), read);
    }

    [Theory]
    [InlineData("""{"tags":["a",null,"b"]}""", "a; b")]
    [InlineData("""{"tags":[1,25,true]}""", "1; 25; true")]
    [InlineData("""{"tags":[["a","b"],["c"],null]}""", """["a","b"]; ["c"]""")]
    [InlineData("""{"tags":[{"x":1},"y"]}""", """{"x":1}; "y" """)]
    [InlineData("""{"tags":"a"}""", null)]
    public async Task B_ST_7_a_list_of_lists_or_objects_is_kept_as_their_json(string json, string? expected) => Assert.Equal(
        [expected?.Trim()],
        await RuleTable.CleanAsync("properties varchar", [json], "array_join(properties_tags, '; ')", columnRules: "{ keys: [\"tags[]\"] }"));

    [Fact]
    public async Task What_is_no_object_has_no_keys() => Assert.All(
        await RuleTable.CleanAllAsync(
            "properties varchar", ["not json", "{\"tier\":", "[1, 2]", "", null], ["properties_tier", "properties_tags"], columnRules: "{ keys: [tier, \"tags[]\"] }"),
        row => Assert.All(row, Assert.Null));

    internal static readonly JsonSerializerOptions _plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static List<JsonObject?> Objects(Random random, int count)
    {
        JsonNode? Value(int depth) => random.Next(depth > 0 ? 8 : 6) switch
        {
            0 => null,
            1 => random.Next(2) == 0,
            2 => random.Next(-50, 1000),
            6 => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Value(depth - 1))]),
            7 => Object(depth - 1),
            _ => _texts[random.Next(_texts.Length)],
        };
        JsonObject Object(int depth)
        {
            var made = new JsonObject();
            foreach (var key in new[] { "note", "tier", "loyalty", "$value", "Zip Code", "tags" }.Where(_ => random.Next(3) > 0))
            {
                made[key] = key switch
                {
                    "loyalty" when depth > 0 => Object(depth - 1),
                    "tags" => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Value(random.Next(4) == 0 ? 1 : 0))]),
                    _ => Value(depth),
                };
            }

            return made;
        }

        return [.. Enumerable.Range(0, count).Select(_ => random.Next(12) == 0 ? null : Object(2))];
    }

    internal static JsonNode? At(JsonNode? node, string[] path) =>
        path.Aggregate(node, (at, key) => at is JsonObject o && o.TryGetPropertyValue(key, out var value) ? value : null);

    internal static string? Scalar(JsonNode? node)
    {
        var text = node is JsonValue v && v.TryGetValue<string>(out var found) ? found : node?.ToJsonString(_plain);
        return text?.Trim() is { Length: > 0 } trimmed ? trimmed : null;
    }

    /// <summary>Nested values make all elements JSON; without them strings are their texts.</summary>
    internal static JsonArray? List(JsonNode? node)
    {
        if (node is not JsonArray list)
        {
            return null;
        }

        var nested = list.Any(e => e is JsonArray or JsonObject);
        return new JsonArray([.. list.Where(e => e is not null).Select(e => (JsonNode?)JsonValue.Create(
            !nested && e is JsonValue v && v.TryGetValue<string>(out var text) ? text : e!.ToJsonString(_plain)))]);
    }
}
