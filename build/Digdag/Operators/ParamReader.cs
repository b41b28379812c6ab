using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cdp.Digdag.Engine;

namespace Cdp.Digdag.Operators;

/// <summary>Reads parameters with digdag's coercions and its words when they fail (digdag.md §3.5).</summary>
internal sealed class ParamReader(JsonObject config)
{
    private readonly HashSet<string> _used = [];

    /// <summary>Keys that were asked for.</summary>
    public IReadOnlySet<string> Used => _used;

    public bool Has(string key) => Node(key) is not null;

    public JsonNode? Node(string key)
    {
        _used.Add(key);
        return config[key];
    }

    public string Text(string key) => TextOf(key, Required(key));

    public string? TextOrNull(string key) => Node(key) is { } node ? TextOf(key, node) : null;

    public string Text(string key, string otherwise) => TextOrNull(key) ?? otherwise;

    public bool Bool(string key) => BoolOf(key, Required(key));

    public bool Bool(string key, bool otherwise) => Node(key) is { } node ? BoolOf(key, node) : otherwise;

    public int Int(string key) => (int)IntegerOf(key, Required(key), "int");

    public int Int(string key, int otherwise) => Node(key) is { } node ? (int)IntegerOf(key, node, "int") : otherwise;

    public long Long(string key) => IntegerOf(key, Required(key), "long");

    public long? LongOrNull(string key) => Node(key) is { } node ? IntegerOf(key, node, "long") : null;

    /// <summary>A map, or none; anything else is an error.</summary>
    public JsonObject? MapOrNull(string key) => Node(key) switch
    {
        null => null,
        JsonObject map => map,
        _ => throw TaskFailure.Config($"Parameter '{key}' must be an object"),
    };

    /// <summary>A map, or JSON text of one.</summary>
    public JsonObject? ParsedMapOrNull(string key) => Node(key) is not { } node ? null : Parsed(node) switch
    {
        JsonObject map => map,
        var other => throw Expected("object", key, other),
    };

    /// <summary>A list, or JSON text of one.</summary>
    public JsonArray ParsedList(string key) => Parsed(Required(key)) switch
    {
        JsonArray list => list,
        var other => throw Expected("array", key, other),
    };

    public JsonArray? ParsedListOrNull(string key) => Has(key) ? ParsedList(key) : null;

    public JsonArray? ListOrNull(string key) => Node(key) switch
    {
        null => null,
        JsonArray list => list,
        var other => throw Expected("array", key, other),
    };

    public static string Describe(JsonNode? node) => node is null ? "null" : $"{Json.Text(node)} ({KindOf(node)})";

    public static TaskFailure Expected(string type, string key, JsonNode? node) =>
        TaskFailure.Config($"Expected {type} type for key '{key}' but got {Describe(node)}");

    private static JsonNode? Parsed(JsonNode node) =>
        node is JsonValue value && value.GetValueKind() is JsonValueKind.String ? Json.Parse(value.GetValue<string>()) : node;

    private JsonNode Required(string key)
    {
        _used.Add(key);
        return config.TryGetPropertyValue(key, out var node)
            ? node ?? throw TaskFailure.Config($"Parameter '{key}' is required but null")
            : throw TaskFailure.Config($"Parameter '{key}' is required but not set");
    }

    private static string TextOf(string key, JsonNode node) =>
        node is JsonValue value
            ? value.GetValueKind() is JsonValueKind.String ? value.GetValue<string>() : Json.Text(value)
            : throw Expected("string", key, node);

    private static bool BoolOf(string key, JsonNode node) => node.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number when IsWhole(node) => Json.Text(node) is not ("0" or "-0"),
        JsonValueKind.String => node.GetValue<string>().Trim() switch
        {
            "true" or "True" => true,
            "false" or "False" or "" or "null" => false,
            _ => throw NotBool(key, node),
        },
        _ => throw NotBool(key, node),
    };

    private static TaskFailure NotBool(string key, JsonNode node) =>
        TaskFailure.Config($"Expected 'true' or 'false' for key '{key}' but got {Describe(node)}");

    private static long IntegerOf(string key, JsonNode node, string type)
    {
        var text = node.GetValueKind() switch
        {
            JsonValueKind.Number => Json.Text(node),
            JsonValueKind.String => node.GetValue<string>().Trim(),
            _ => null,
        };
        if (text is "")
        {
            return 0;
        }

        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            && (type is "long" || whole is >= int.MinValue and <= int.MaxValue))
        {
            return whole;
        }

        return node.GetValueKind() is JsonValueKind.Number
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && Math.Abs(number) < long.MaxValue
            ? (long)number
            : throw TaskFailure.Config($"Expected integer ({type}) type for key '{key}' but got {Describe(node)}");
    }

    private static bool IsWhole(JsonNode node) => !Json.Text(node).AsSpan().ContainsAny(".eE");

    private static string KindOf(JsonNode node) => node.GetValueKind() switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        _ => "boolean",
    };
}
