using System.Collections.Immutable;
using Cdp.Yaml;

namespace Cdp.Digdag.Language;

/// <summary>The entries of a map after <c>&lt;&lt;</c>: merged keys stand where the merge stood, explicit keys win in place.</summary>
internal static class MergeKeys
{
    public static IReadOnlyList<YamlEntry> Flatten(YamlMapping map)
    {
        if (!map.Entries.Any(e => IsMerge(e.Key)))
        {
            return map.Entries;
        }

        var entries = new List<YamlEntry>();
        Add(map, true, entries, []);
        return entries;
    }

    private static void Add(YamlMapping map, bool wins, List<YamlEntry> entries, Dictionary<string, int> places)
    {
        foreach (var entry in map.Entries)
        {
            if (IsMerge(entry.Key))
            {
                foreach (var merged in Merged(entry))
                {
                    Add(merged, false, entries, places);
                }
            }
            else if (entry.Key is not YamlScalar key || !places.TryGetValue(key.Text, out var place))
            {
                places[(entry.Key as YamlScalar)?.Text ?? $"\u0001{entries.Count}"] = entries.Count;
                entries.Add(entry);
            }
            else if (wins)
            {
                entries[place] = entry;
            }
        }
    }

    private static ImmutableArray<YamlMapping> Merged(YamlEntry entry) =>
        entry.Value switch
        {
            YamlMapping map => [map],
            YamlSequence list when list.Items.All(i => i is YamlMapping) => [.. list.Items.Cast<YamlMapping>()],
            _ => throw new DigdagConfigException(
                "expected a mapping or list of mappings for merging",
                DigdagConfigException.ModelValidation,
                entry.Value.Position),
        };

    private static bool IsMerge(YamlNode key) => key is YamlScalar { Text: "<<", IsPlain: true, Tag: null };
}
