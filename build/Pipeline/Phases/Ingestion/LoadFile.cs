using System.Globalization;
using System.Text.Json.Nodes;

namespace Cdp.Pipeline.Phases.Ingestion;

/// <summary>The configuration of one <c>td_load&gt;</c>: <c>in</c>, <c>filters</c> and <c>out</c>.</summary>
internal static class LoadFile
{
    internal const string Field = "${datasource.incremental_field_connector}";

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
            Put(all, key, value?.DeepClone());
        }

        foreach (var (key, parameter) in o.Connector.Parameters)
        {
            if (Value(source, o, key, parameter) is { } value)
            {
                Put(all, key, value);
            }
        }

        foreach (var (key, value) in o.Parameters.Where(p => !o.Connector.Parameters.ContainsKey(p.Key)))
        {
            all[key] = DigdagText.Escape(value);
        }

        AddWindow(all, o);
        return all;
    }

    /// <summary><c>json_keyfile.content</c> is a key inside a map.</summary>
    private static void Put(JsonObject all, string key, JsonNode? value)
    {
        var names = key.Split('.');
        foreach (var name in names[..^1])
        {
            if (all[name] is not JsonObject inner)
            {
                all[name] = inner = [];
            }

            all = inner;
        }

        all[names[^1]] = value;
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
            { Secret: true } => o.Needs(parameter) ? $"${{secret:{source.Name}.{key}}}" : null,
            _ when !o.Applies(parameter) => null,
            _ => parameter.Default?.DeepClone(),
        };
    }

    private static void AddWindow(JsonObject all, ObjectPlan o)
    {
        if (o.IsFull || o.HasOwnWindow)
        {
            return;
        }

        var window = o.Connector.Window;
        (string? Key, string Value)[] keys =
        [
            (window.From, "${window.from}"),
            (window.To, "${window.to}"),
            (window.Days, "${window.days}"),
            (o.NamesField ? window.Field : null, Field),
        ];
        foreach (var (key, value) in keys.Where(k => k.Key is not null))
        {
            all[key!] = value;
        }

        if (window.Where is { } where)
        {
            all[where] = DigdagText.Escape(o.Parameters[where]) is { } own ? $"({own}) AND {Condition(window)}" : Condition(window);
        }
    }

    /// <summary>The condition as the connector will read it, but for what digdag fills in; null where none is written.</summary>
    internal static string? WhereText(ObjectPlan o) =>
        o.Connector.Window.Where is not { } where ? null
        : o.Parameters[where]?.ToString() is { Length: > 0 } own ? $"({own}) AND {Condition(o.Connector.Window)}"
        : Condition(o.Connector.Window);

    private static string Condition(ConnectorWindow window) => window.Condition!
        .Replace("{field}", Field, StringComparison.Ordinal)
        .Replace("{from}", "${window.from}", StringComparison.Ordinal)
        .Replace("{to}", "${window.to}", StringComparison.Ordinal);

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
