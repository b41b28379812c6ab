using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Cdp.Digdag.Tests.Conformance;

/// <summary>JSON to compare with a recording, in which Python has rewritten the numbers and ids are masked.</summary>
internal static partial class Numbers
{
    public static string Alike(JsonNode? node) =>
        node switch
        {
            JsonObject map => $"{{{string.Join(",", map.Select(e => $"{Masked(e.Key)}:{Alike(e.Value)}"))}}}",
            JsonArray list => $"[{string.Join(",", list.Select(Alike))}]",
            null => "null",
            _ when node.GetValueKind() is JsonValueKind.Number =>
                double.Parse(node.ToJsonString(), CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture),
            _ => node.ToJsonString(),
        };

    private static string Masked(string key) => Uuid().Replace(key, "<uuid>");

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Uuid();
}
