using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cdp.Pipeline.Templating;

namespace Cdp.Pipeline.Phases.Ingestion;

/// <summary>Text of the configuration in files that digdag fills in: what is no placeholder of ours stays as it is.</summary>
internal static partial class DigdagText
{
    public static JsonNode? Escape(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.Select(p => KeyValuePair.Create(p.Key, Escape(p.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Escape)]),
        JsonValue value when value.GetValueKind() is JsonValueKind.String => Escape(value.GetValue<string>()),
        _ => node?.DeepClone(),
    };

    public static IEnumerable<string> Secrets(string text) => SecretReference().Matches(text).Select(m => m.Groups["name"].Value);

    /// <summary>The whole text is one reference to a secret.</summary>
    public static bool IsSecret(string text) =>
        SecretReference().Match(text) is { Success: true, Index: 0 } match && match.Length == text.Length;

    internal static string Escape(string text) => string.Concat(
        Placeholder().Split(text).Select(part => Placeholder().IsMatch(part) ? part : Quoting.Digdag(part)));

    [GeneratedRegex(@"\$\{secret:(?<name>[A-Za-z0-9_.-]+)\}")]
    private static partial Regex SecretReference();

    /// <summary>What a connector's parameter may hold; the group makes <c>Split</c> keep it.</summary>
    [GeneratedRegex(@"(\$\{window\.(?:from|to)\}|\$\{secret:[A-Za-z0-9_.-]+\})")]
    private static partial Regex Placeholder();
}
