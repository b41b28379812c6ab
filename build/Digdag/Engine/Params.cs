using System.Text.Json.Nodes;

namespace Cdp.Digdag.Engine;

/// <summary>digdag's merge of parameters: maps deep, everything else replaces; a key that is there keeps its place.</summary>
internal static class Params
{
    public static JsonObject Clone(JsonObject? source) => source is null ? [] : (JsonObject)source.DeepClone();

    public static JsonObject Merged(JsonObject? low, JsonObject? high)
    {
        var result = Clone(low);
        Merge(result, high);
        return result;
    }

    public static void Merge(JsonObject target, JsonObject? source)
    {
        foreach (var (key, value) in source ?? [])
        {
            if (value is JsonObject map && target[key] is JsonObject into)
            {
                Merge(into, map);
            }
            else
            {
                target[key] = value?.DeepClone();
            }
        }
    }

    /// <summary>What <paramref name="defaults"/> has and <paramref name="target"/> lacks.</summary>
    public static void MergeDefault(JsonObject target, JsonObject? defaults)
    {
        foreach (var (key, value) in defaults ?? [])
        {
            if (!target.TryGetPropertyValue(key, out var present))
            {
                target[key] = value?.DeepClone();
            }
            else if (value is JsonObject map && present is JsonObject into)
            {
                MergeDefault(into, map);
            }
        }
    }

    /// <summary>Removes <c>a.b.c</c>, if there.</summary>
    public static void Remove(JsonObject target, string path)
    {
        var parts = path.Split('.');
        var map = target;
        foreach (var part in parts[..^1])
        {
            if (map[part] is not JsonObject next)
            {
                return;
            }

            map = next;
        }

        map.Remove(parts[^1]);
    }

    public static JsonObject? Map(this JsonObject map, string key) => map[key] as JsonObject;
}
