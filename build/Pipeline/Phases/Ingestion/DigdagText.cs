using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Cdp.Pipeline.Phases.Ingestion;

/// <summary>Text of the configuration in files that digdag fills in: what is no placeholder of ours stays as it is.</summary>
internal static partial class DigdagText
{
    /// <summary>Placeholders that a connector's parameter may hold.</summary>
    private static readonly string[] _known = ["${window.from}", "${window.to}"];

    /// <summary>digdag reads <c>$$</c> as <c>$</c> and <c>${</c> as the begin of an expression, in every text of the file.</summary>
    public static JsonNode? Escape(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.Select(p => KeyValuePair.Create(p.Key, Escape(p.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Escape)]),
        JsonValue value when value.GetValueKind() is JsonValueKind.String => Escape(value.GetValue<string>()),
        _ => node?.DeepClone(),
    };

    public static IEnumerable<string> Secrets(string text) => SecretReference().Matches(text).Select(m => m.Groups["name"].Value);

    /// <summary>The whole text is one reference to a secret.</summary>
    public static bool IsSecret(string text) => SecretReference().Match(text) is { Success: true, Index: 0 } match && match.Length == text.Length;

    internal static string Escape(string text)
    {
        StringBuilder escaped = new();
        for (var i = 0; i < text.Length;)
        {
            var rest = text[i..];
            var kept = _known.FirstOrDefault(k => rest.StartsWith(k, StringComparison.Ordinal))
                ?? (SecretReference().Match(rest) is { Success: true, Index: 0 } secret ? secret.Value : null);
            if (kept is null)
            {
                escaped.Append(text[i] != '$' ? text[i].ToString() : rest.StartsWith("${", StringComparison.Ordinal) ? "${'$'}" : "$$");
            }
            else
            {
                escaped.Append(kept);
            }

            i += kept?.Length ?? 1;
        }

        return escaped.ToString();
    }

    [GeneratedRegex(@"\$\{secret:(?<name>[A-Za-z0-9_.-]+)\}")]
    private static partial Regex SecretReference();
}
