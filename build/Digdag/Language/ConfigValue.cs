using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cdp.Digdag.Language;

/// <summary>Typed access to parameters with digdag's coercions and error texts (spec §3.5). Null counts as absent.</summary>
public static class ConfigValue
{
    public static bool Has(this JsonObject config, string key) => config.ContainsKey(key);

    public static string GetString(this JsonObject config, string key) => Text(config.Required(key), key);

    public static string? GetStringOrNull(this JsonObject config, string key) =>
        config[key] is { } value ? Text(value, key) : null;

    public static string GetString(this JsonObject config, string key, string otherwise) =>
        config.GetStringOrNull(key) ?? otherwise;

    public static bool GetBool(this JsonObject config, string key) => Bool(config.Required(key), key);

    public static bool? GetBoolOrNull(this JsonObject config, string key) =>
        config[key] is { } value ? Bool(value, key) : null;

    public static bool GetBool(this JsonObject config, string key, bool otherwise) =>
        config.GetBoolOrNull(key) ?? otherwise;

    public static int GetInt(this JsonObject config, string key) => Int(config.Required(key), key);

    public static int? GetIntOrNull(this JsonObject config, string key) =>
        config[key] is { } value ? Int(value, key) : null;

    public static int GetInt(this JsonObject config, string key, int otherwise) => config.GetIntOrNull(key) ?? otherwise;

    public static long GetLong(this JsonObject config, string key) => Long(config.Required(key), key, "long");

    public static long? GetLongOrNull(this JsonObject config, string key) =>
        config[key] is { } value ? Long(value, key, "long") : null;

    public static long GetLong(this JsonObject config, string key, long otherwise) =>
        config.GetLongOrNull(key) ?? otherwise;

    /// <summary>The error digdag gives for a value of the wrong type.</summary>
    /// <param name="wanted">In digdag's words: <c>string type</c>, <c>'true' or 'false'</c>, …</param>
    public static DigdagConfigException Unexpected(string wanted, string key, JsonNode? value) =>
        new($"Expected {wanted} for key '{key}' but got {Sample(value)} ({TypeName(value)})");

    internal static JsonNode Required(this JsonObject config, string key) =>
        !config.TryGetPropertyValue(key, out var value)
            ? throw new DigdagConfigException($"Parameter '{key}' is required but not set")
            : value ?? throw new DigdagConfigException($"Parameter '{key}' is required but null");

    internal static string Text(JsonNode? value, string key) =>
        value is JsonObject or JsonArray or null ? throw Unexpected("string type", key, value) : JsonText.Scalar(value);

    private static bool Bool(JsonNode value, string key) =>
        value.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number when JsonText.IsInteger(value) => JsonText.Of(value) != "0",
            JsonValueKind.String => value.GetValue<string>().Trim() switch
            {
                "true" or "True" => true,
                "false" or "False" or "" or "null" => false,
                _ => throw Unexpected("'true' or 'false'", key, value),
            },
            _ => throw Unexpected("'true' or 'false'", key, value),
        };

    private static int Int(JsonNode value, string key) =>
        Long(value, key, "int") is >= int.MinValue and <= int.MaxValue and var number
            ? (int)number
            : throw Unexpected("integer (int) type", key, value);

    private static long Long(JsonNode value, string key, string type)
    {
        var number = value.GetValueKind() switch
        {
            JsonValueKind.Number when JsonText.IsInteger(value) => Parse(JsonText.Of(value)),
            JsonValueKind.Number => Truncated(JsonText.Of(value)),
            JsonValueKind.String => value.GetValue<string>().Trim() is var text && text is "" or "null" ? 0 : Parse(text),
            _ => null,
        };
        return number ?? throw Unexpected($"integer ({type}) type", key, value);
    }

    private static long? Parse(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static long? Truncated(string text) =>
        double.Parse(text, CultureInfo.InvariantCulture) is >= long.MinValue and <= long.MaxValue and var number
            ? (long)number
            : null;

    private static string Sample(JsonNode? value) =>
        JsonText.Of(value) is { Length: >= 100 } longText ? $"{longText[..97]}..." : JsonText.Of(value);

    private static string TypeName(JsonNode? value) =>
        value?.GetValueKind() switch
        {
            JsonValueKind.Object => "object",
            JsonValueKind.Array => "array",
            JsonValueKind.String => "string",
            JsonValueKind.Number => "number",
            JsonValueKind.True or JsonValueKind.False => "boolean",
            _ => "null",
        };
}
