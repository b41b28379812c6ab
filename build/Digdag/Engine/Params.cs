using System.Text.Json.Nodes;
using Cdp.Digdag.Language;

namespace Cdp.Digdag.Engine;

/// <summary>Merging of parameters where either side may be missing.</summary>
internal static class Params
{
    public static JsonObject Clone(JsonObject? source) => source?.Copy() ?? [];

    public static JsonObject Merged(JsonObject? low, JsonObject? high) => Clone(low).Merge(high ?? []);

    public static void Merge(JsonObject target, JsonObject? source) => target.Merge(source ?? []);

    public static JsonObject WithDefaults(JsonObject config, string family) =>
        config.Copy().MergeDefault(config[family] as JsonObject ?? []);

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
}
