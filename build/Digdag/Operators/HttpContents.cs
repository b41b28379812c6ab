using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cdp.Digdag.Engine;
using Cdp.Digdag.Language;

namespace Cdp.Digdag.Operators;

/// <summary>The body of a request: JSON or a form for maps, text or JSON for single values.</summary>
internal static class HttpContents
{
    public static HttpContent? Of(OperatorContext context, ParamReader reader)
    {
        if (reader.Node("content") is not { } given)
        {
            return null;
        }

        var content = context.Secrets.Resolve(given)!;
        var type = reader.TextOrNull("content_type");
        var format = reader.TextOrNull("content_format")?.ToLowerInvariant();
        return content switch
        {
            JsonObject map when format is "form" => new FormUrlEncodedContent(map.Select(Field)),
            JsonObject or JsonArray when format is null or "json" => Typed(JsonText.Of(content), type ?? "application/json"),
            JsonValue when format is null or "text" => Typed(Plain(content), type ?? "plain/text"),
            JsonValue when format is "json" => Typed(JsonText.Of(content), type ?? "application/json"),
            _ => throw TaskFailure.Config($"Invalid content format for {ParamReader.KindOf(content)}s: '{format}'"),
        };
    }

    /// <summary>A single value without quotes; nothing for lists and maps.</summary>
    public static string Plain(JsonNode? node) => node switch
    {
        JsonValue value when value.GetValueKind() is JsonValueKind.String => value.GetValue<string>(),
        JsonValue value => JsonText.Of(value),
        null => "null",
        _ => "",
    };

    private static KeyValuePair<string, string> Field(KeyValuePair<string, JsonNode?> field) =>
        field.Value is JsonObject or JsonArray
            ? throw TaskFailure.Config($"Invalid form content field value: {JsonText.Of(field.Value)}")
            : new(field.Key, Plain(field.Value));

    private static ByteArrayContent Typed(string text, string type)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }
}
