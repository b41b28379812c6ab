using System.Text.Json.Nodes;

namespace Cdp.Digdag.Language;

/// <summary>Merging of parameters as digdag does it (spec §2.1): what exists keeps its place in the order.</summary>
public static class Config
{
    /// <summary>Sets a copy of every value of the other map over this one; two maps under one key are merged, all else replaces.</summary>
    public static JsonObject Merge(this JsonObject config, JsonObject other)
    {
        foreach (var (key, value) in other)
        {
            if (value is JsonObject from && config[key] is JsonObject into)
            {
                into.Merge(from);
            }
            else
            {
                config[key] = value?.DeepClone();
            }
        }

        return config;
    }

    /// <summary>Adds what is not there yet. A null that is there counts as there.</summary>
    public static JsonObject MergeDefault(this JsonObject config, JsonObject other)
    {
        foreach (var (key, value) in other)
        {
            if (!config.TryGetPropertyValue(key, out var existing))
            {
                config[key] = value?.DeepClone();
            }
            else if (existing is JsonObject into && value is JsonObject from)
            {
                into.MergeDefault(from);
            }
        }

        return config;
    }

    /// <summary>Sets copies of the top-level values, without a deep merge.</summary>
    public static JsonObject SetAll(this JsonObject config, JsonObject other)
    {
        foreach (var (key, value) in other)
        {
            config[key] = value?.DeepClone();
        }

        return config;
    }

    /// <summary>Sets the value, or removes the key when the value is null.</summary>
    public static JsonObject SetOrRemove(this JsonObject config, string key, JsonNode? value)
    {
        if (value is null)
        {
            config.Remove(key);
        }
        else
        {
            config[key] = value;
        }

        return config;
    }

    public static JsonObject Copy(this JsonObject config) => (JsonObject)config.DeepClone();
}
