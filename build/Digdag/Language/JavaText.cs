using System.Text.Json.Nodes;

namespace Cdp.Digdag.Language;

/// <summary>How Java prints a value that YAML allows as a key and JSON does not: <c>[a, b]</c>, <c>{a=1}</c>.</summary>
internal static class JavaText
{
    public static string Of(JsonNode? node) =>
        node switch
        {
            JsonArray list => $"[{string.Join(", ", list.Select(Of))}]",
            JsonObject map => $"{{{string.Join(", ", map.Select(e => $"{e.Key}={Of(e.Value)}"))}}}",
            _ => JsonText.Scalar(node),
        };
}
