using System.Globalization;
using System.Text.Json.Nodes;

namespace Cdp.Pipeline.Phases.Ingestion;

/// <summary>The configuration of one <c>td_load&gt;</c>: <c>in</c>, <c>filters</c> and <c>out</c>.</summary>
internal static class LoadFile
{
    public static JsonObject Of(SourcePlan source, ObjectPlan o, bool exactlyOnce) => new()
    {
        ["in"] = In(source, o),
        ["filters"] = Filters(),
        ["out"] = new JsonObject { ["mode"] = exactlyOnce || o.IsFull ? "replace" : "append" },
    };

    /// <summary>Names of the secrets that the source's loads resolve.</summary>
    public static IEnumerable<string> Secrets(SourcePlan source) =>
        from o in source.Objects
        from text in Texts(In(source, o))
        from secret in DigdagText.Secrets(text)
        select secret;

    internal static JsonObject In(SourcePlan source, ObjectPlan o)
    {
        JsonObject all = [];
        if (!o.Connector.Passthrough)
        {
            all["type"] = o.Connector.Type;
        }

        foreach (var (key, value) in o.Fixed)
        {
            all[key] = value?.DeepClone();
        }

        foreach (var (key, parameter) in o.Connector.Parameters)
        {
            if (Value(source, o, key, parameter) is { } value)
            {
                all[key] = value;
            }
        }

        foreach (var (key, value) in o.Parameters.Where(p => !o.Connector.Parameters.ContainsKey(p.Key)))
        {
            all[key] = DigdagText.Escape(value);
        }

        AddWindow(all, o);
        return all;
    }

    private static JsonNode? Value(SourcePlan source, ObjectPlan o, string key, ConnectorParameter parameter)
    {
        if (parameter.Type is ParameterType.Authentication && source.Source.Parameters.ContainsKey(key)
            && o.Object.Config.Parameters?.ContainsKey(key) is not true)
        {
            return $"${{td_authentication_ids.{source.Name}}}";
        }

        if (o.Parameters.TryGetPropertyValue(key, out var written))
        {
            return DigdagText.Escape(written);
        }

        return parameter switch
        {
            { Secret: true } when Needed(o, parameter) => $"${{secret:{source.Name}.{key}}}",
            _ => parameter.Default?.DeepClone(),
        };
    }

    private static bool Needed(ObjectPlan o, ConnectorParameter parameter) =>
        parameter.Required || (parameter.Unless is { } other && !o.Parameters.ContainsKey(other));

    private static void AddWindow(JsonObject all, ObjectPlan o)
    {
        if (o.IsFull)
        {
            return;
        }

        if (o.Connector.Window is { } window)
        {
            all[window.From] = "${window.from}";
            all[window.To] = "${window.to}";
            if (o.NamesField)
            {
                all[window.Field!] = "${datasource.incremental_field_connector}";
            }
        }
        else if (o.Connector.WindowIn is WindowPlace.Where && !o.Parameters.ContainsKey("soql"))
        {
            const string Bounds = "${datasource.incremental_field_connector} >= ${window.from} AND ${datasource.incremental_field_connector} < ${window.to}";
            all["where"] = all["where"]?.ToString() is { Length: > 0 } own ? $"({own}) AND {Bounds}" : Bounds;
        }
    }

    private static JsonArray Filters() =>
    [
        new JsonObject
        {
            ["type"] = "rename",
            ["rules"] = new JsonArray
            {
                new JsonObject { ["rule"] = "upper_to_lower" },
                new JsonObject
                {
                    ["rule"] = "character_types",
                    ["pass_types"] = new JsonArray("a-z", "0-9"),
                    ["pass_characters"] = "_",
                    ["replace"] = "_",
                },
                new JsonObject
                {
                    ["rule"] = "first_character_types",
                    ["pass_types"] = new JsonArray("a-z"),
                    ["pass_characters"] = "_",
                    ["prefix"] = "_",
                },
                new JsonObject { ["rule"] = "unique_number_suffix", ["max_length"] = 128 },
            },
        },
        new JsonObject
        {
            ["type"] = "add_time",
            ["to_column"] = new JsonObject { ["name"] = "time", ["type"] = "timestamp" },
            ["from_value"] = new JsonObject { ["mode"] = "upload_time" },
        },
    ];

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(pair => Texts(pair.Value)),
        JsonArray list => list.SelectMany(Texts),
        null => [],
        _ => [Convert.ToString(node, CultureInfo.InvariantCulture)!],
    };
}
