using System.Collections.Immutable;
using System.Text.Json;

namespace Cdp.Pipeline.Phases.Staging.Profiling;

/// <summary>The keys of a JSON column's objects, two levels deep, as the configuration writes them.</summary>
internal static class JsonKeys
{
    /// <summary>The table may have 200 columns; rarer keys a person adds.</summary>
    private const int Most = 20;

    private const double RarestShare = 0.05;

    public static ImmutableArray<string> Of(IReadOnlyCollection<string> texts)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            using var document = ValueForms.Json(text);
            foreach (var key in document is { RootElement.ValueKind: JsonValueKind.Object } ? Keys(document.RootElement, 2).Distinct() : [])
            {
                seen[key] = seen.GetValueOrDefault(key) + 1;
            }
        }

        return
        [
            .. seen.Where(k => k.Value >= texts.Count * RarestShare && !(k.Key.EndsWith("[]", StringComparison.Ordinal) && seen.GetValueOrDefault(k.Key[..^2]) > k.Value))
                .OrderByDescending(k => k.Value).ThenBy(k => k.Key, StringComparer.Ordinal)
                .Take(Most).Select(k => k.Key).Order(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<string> Keys(JsonElement found, int levels)
    {
        foreach (var property in found.EnumerateObject().Where(p => p.Name.Length > 0 && p.Name.IndexOfAny(['.', '[', ']']) < 0))
        {
            var inner = property.Value.ValueKind is JsonValueKind.Object && levels > 1 ? Keys(property.Value, levels - 1).ToArray() : [];
            foreach (var key in inner)
            {
                yield return $"{property.Name}.{key}";
            }

            if (inner.Length == 0 && property.Value.ValueKind is not JsonValueKind.Null)
            {
                yield return property.Value.ValueKind is JsonValueKind.Array ? property.Name + "[]" : property.Name;
            }
        }
    }
}
