using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Cdp.Digdag.Tests.Execution;

/// <summary>Compares what happened with what was recorded, in which <c>&lt;id&gt;</c>, <c>&lt;uuid&gt;</c>, … stand for anything of their kind.</summary>
internal static partial class Recorded
{
    /// <summary>Null when equal, else where and how they differ.</summary>
    public static string? Difference(string path, JsonNode? expected, JsonNode? actual)
    {
        switch (expected, actual)
        {
            case (JsonValue, JsonValue) when path.EndsWith("stateParams.retry", StringComparison.Ordinal):
                return null; // counts the looks at another attempt, which is a matter of time
            case (JsonObject e, JsonObject a):
                a = Renamed(a, e);
                return e.Select(p => p.Key).Union(a.Select(p => p.Key))
                    .Select(key => e.ContainsKey(key) != a.ContainsKey(key)
                        ? $"{path}.{key}: {Shown(e[key])} was recorded, {Shown(a[key])} happened"
                        : Difference($"{path}.{key}", e[key], a[key]))
                    .FirstOrDefault(d => d is not null);
            case (JsonArray e, JsonArray a):
                return e.Zip(a).Select((p, i) => Difference($"{path}[{i}]", p.First, p.Second)).FirstOrDefault(d => d is not null)
                    ?? (e.Count == a.Count ? null : $"{path}: {e.Count} were recorded, {a.Count} happened: {Shown(a)}");
            default:
                return Same(expected, actual) ? null : $"{path}: {Shown(expected)} was recorded, {Shown(actual)} happened";
        }
    }

    public static bool Matches(string expected, string actual)
    {
        // A Python traceback names lines of digdag's own runner; what it was about stands before it.
        expected = expected.Split("Traceback (most recent")[0];
        actual = actual.Split("Traceback (most recent")[0];
        if (expected == actual)
        {
            return true;
        }

        if (!Placeholder().IsMatch(expected))
        {
            return false;
        }

        var parts = Placeholder().Split(expected).Select(Regex.Escape);
        var kinds = Placeholder().Matches(expected).Select(m => m.Value switch
        {
            "<id>" or "<millis>" => @"\d+",
            "<uuid>" => "[0-9a-f-]{36}",
            _ => @"[\s\S]*?",
        }).Append("");
        return Regex.IsMatch(actual, $@"\A{string.Concat(parts.Zip(kinds, (p, k) => p + k))}\z");
    }

    /// <summary>A key with a random part gets the name under which it was recorded.</summary>
    private static JsonObject Renamed(JsonObject actual, JsonObject expected) =>
        expected.Any(p => Placeholder().IsMatch(p.Key))
            ? new(actual.Select(p => KeyValuePair.Create(
                expected.Select(e => e.Key).FirstOrDefault(key => Matches(key, p.Key)) ?? p.Key, p.Value?.DeepClone())))
            : actual;

    private static bool Same(JsonNode? expected, JsonNode? actual)
    {
        if (expected is null || actual is null)
        {
            return expected is null && actual is null;
        }

        return (expected.GetValueKind(), actual.GetValueKind()) switch
        {
            (JsonValueKind.Number, JsonValueKind.Number) => expected.ToJsonString() == actual.ToJsonString()
                || double.Parse(expected.ToJsonString()) == double.Parse(actual.ToJsonString()),
            (JsonValueKind.String, JsonValueKind.String or JsonValueKind.Number) => Matches(expected.ToString(), actual.ToString()),
            var (e, a) => e == a && e is not (JsonValueKind.Object or JsonValueKind.Array),
        };
    }

    private static string Shown(JsonNode? node) =>
        node?.ToJsonString() is { } text ? text.Length > 400 ? text[..400] + "…" : text : "nothing";

    [GeneratedRegex("<(?:id|uuid|md5|time|now|millis|workspace|project|project-name|stacktrace)>")]
    private static partial Regex Placeholder();
}
