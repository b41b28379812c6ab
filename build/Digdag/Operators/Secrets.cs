using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cdp.Digdag.Engine;

namespace Cdp.Digdag.Operators;

/// <summary>A project's secrets, and the <c>${secret:key}</c> of the fields that take them (digdag.md §3.6).</summary>
internal sealed partial class Secrets(ISecretSource? source, long projectId)
{
    /// <summary>A shorter one would turn every text to asterisks.</summary>
    private const int ShortestMasked = 4;

    private readonly HashSet<string> _given = [];

    public string? Find(string key)
    {
        var found = source?.Find(projectId, key);
        if (found is { Length: >= ShortestMasked })
        {
            lock (_given)
            {
                _given.Add(found);
            }
        }

        return found;
    }

    /// <summary>A text without the secrets that this task was given.</summary>
    public string Masked(string text)
    {
        lock (_given)
        {
            return _given.OrderByDescending(s => s.Length).Aggregate(text, (t, secret) => t.Replace(secret, "***", StringComparison.Ordinal));
        }
    }

    public string Require(string key) =>
        Find(key) ?? throw new TaskFailure($"Secret not found for key: '{key}'", "secret not found");

    public string Resolve(string text) => Reference().Replace(text, match =>
        match.Groups["scope"].Value is "secret"
            ? Require(match.Groups["key"].Value)
            : throw TaskFailure.Config($"Unknown variable scope: {match.Groups["scope"].Value}"));

    public bool Refers(string text) => Reference().IsMatch(text);

    /// <summary>The same in every key and text below a node.</summary>
    public JsonNode? Resolve(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.Select(p => KeyValuePair.Create(Resolve(p.Key), Resolve(p.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Resolve)]),
        JsonValue value when value.GetValueKind() is JsonValueKind.String => Resolve(value.GetValue<string>()),
        _ => node?.DeepClone(),
    };

    [GeneratedRegex(@"\$\{(?<scope>[A-Za-z_]\w*):(?<key>[^}]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
