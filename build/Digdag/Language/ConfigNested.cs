using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cdp.Digdag.Language;

/// <summary>Maps and lists inside parameters. What is returned is the value itself, not a copy.</summary>
public static class ConfigNested
{
    public static JsonObject GetNested(this JsonObject config, string key) =>
        !config.TryGetPropertyValue(key, out var value)
            ? throw new DigdagConfigException($"Parameter '{key}' is required but not set")
            : value as JsonObject ?? throw new DigdagConfigException($"Parameter '{key}' must be an object");

    public static JsonObject? GetNestedOrNull(this JsonObject config, string key) =>
        config[key] is null ? null : config.GetNested(key);

    public static JsonObject GetNestedOrEmpty(this JsonObject config, string key) => config.GetNestedOrNull(key) ?? [];

    public static JsonArray GetList(this JsonObject config, string key) => List(config.Required(key), key);

    public static JsonArray? GetListOrNull(this JsonObject config, string key) =>
        config[key] is { } value ? List(value, key) : null;

    public static IReadOnlyList<string> GetStringsOrEmpty(this JsonObject config, string key) =>
        [.. config.GetListOrNull(key)?.Select(item => ConfigValue.Text(item, key)) ?? []];

    /// <summary>A map, or JSON text of one.</summary>
    public static JsonObject ParseNested(this JsonObject config, string key) =>
        config[key] is { } value && value.GetValueKind() is JsonValueKind.String
            ? FromText(value) as JsonObject ?? throw new DigdagConfigException($"Parameter '{key}' must be an object")
            : config.GetNested(key);

    public static JsonObject ParseNestedOrEmpty(this JsonObject config, string key) =>
        config[key] is null ? [] : config.ParseNested(key);

    /// <summary>A list, or JSON text of one.</summary>
    public static JsonArray ParseList(this JsonObject config, string key) =>
        config[key] is { } value && value.GetValueKind() is JsonValueKind.String
            ? List(FromText(value), key)
            : config.GetList(key);

    public static JsonArray ParseListOrEmpty(this JsonObject config, string key) =>
        config[key] is null ? [] : config.ParseList(key);

    /// <summary>A task's body: a map, or a list of maps of which later keys replace earlier ones as a whole.</summary>
    internal static JsonObject GetBody(this JsonObject config, string key) =>
        config[key] switch
        {
            JsonObject map => map,
            JsonArray list => list.Aggregate(new JsonObject(), (body, item) => body.SetAll(
                item as JsonObject ??
                throw new DigdagConfigException($"Expected object but got {JsonText.Of(item)}", "runtime json mapping"))),
            _ => throw new DigdagConfigException($"Parameter '{key}' must be an object or array of objects"),
        };

    private static JsonArray List(JsonNode? value, string key) =>
        value as JsonArray ?? throw ConfigValue.Unexpected("array type", key, value);

    private static JsonNode? FromText(JsonNode value)
    {
        var text = value.GetValue<string>();
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException ex)
        {
            throw new DigdagConfigException(Reason(text), innerException: ex);
        }
    }

    /// <summary>The first line of what Jackson says of a bare word; in other cases an advice of our own.</summary>
    private static string Reason(string text)
    {
        var token = new string([.. text.TrimStart().TakeWhile(c => char.IsLetterOrDigit(c) || c is '_' or '$')]);
        return token.Length > 0 && char.IsLetter(token[0])
            ? $"Unrecognized token '{token}': was expecting ('true', 'false' or 'null')"
            : $"'{text}' is not JSON. Write a list as [1, 2] or a map as {{\"a\": 1}}";
    }
}
