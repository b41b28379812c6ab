using System.Text.Json;
using System.Text.Json.Nodes;
using Cdp.Pipeline.Configuration.Binding;
using Cdp.Pipeline.Phases.Ingestion;

namespace Cdp.Pipeline.Configuration;

/// <summary><c>config/pipeline.schema.json</c>, read off the records and the connectors: editors complete and check by it what the binder checks.</summary>
public static class ConfigSchema
{
    private static readonly JsonSerializerOptions _format = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Text(ConnectorRegistry connectors)
    {
        var whole = Record(ConfigShape.Of(typeof(PipelineConfig)), new(Partial: false, connectors));
        var overlay = Record(ConfigShape.Of(typeof(PipelineConfig)), new(Partial: true, connectors));
        overlay["properties"]!.AsObject().Remove("environment");
        whole["properties"]!["environments"] = new JsonObject
        {
            ["description"] = "What differs in each environment: --environment=NAME, or environment: above, chooses one.",
            ["type"] = "object",
            ["additionalProperties"] = new JsonObject { ["$ref"] = "#/definitions/environment" },
        };

        var schema = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "pipeline.yml",
        };
        foreach (var (key, value) in whole.ToArray())
        {
            schema[key] = value?.DeepClone();
        }

        schema["definitions"] = new JsonObject
        {
            ["environment"] = overlay,
            ["parameters_by_connector"] = ConnectorSchema.ByConnector(connectors),
            ["connectors"] = ConnectorSchema.Definitions(connectors),
        };
        return schema.ToJsonString(_format) + "\n";
    }

    private static JsonObject Record(ConfigShape shape, Asked asked)
    {
        var properties = new JsonObject();
        foreach (var key in shape.Keys)
        {
            properties[key.Name] = Key(key, asked);
        }

        var schema = new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };
        var required = asked.Partial && shape.Type.GetProperty("Name") is null && shape.Type != typeof(SourceConfig)
            ? []
            : shape.Keys.Where(k => k.Required && (!asked.Partial || k.Name is "name" or "source_name")).Select(k => (JsonNode)k.Name).ToArray();
        if (required.Length > 0)
        {
            schema["required"] = new JsonArray(required);
        }

        if (shape.Type == typeof(SourceConfig))
        {
            ConnectorSchema.AddTo(schema, asked.Connectors);
        }

        return shape.Shorthand is { } shorthand
            ? new() { ["anyOf"] = new JsonArray(schema, Value(shorthand.Type, shorthand.Rules, asked)) }
            : schema;
    }

    private static JsonObject Key(ConfigKey key, Asked asked)
    {
        var schema = asked.Partial ? new JsonObject() : new JsonObject { ["description"] = key.Description };
        foreach (var (name, value) in Value(key.Type, key.Rules, asked))
        {
            schema[name] = value?.DeepClone();
        }

        // Left empty, a section means its defaults and a key that may be null means nothing.
        if (key.MayBeNull || (ConfigShape.IsRecord(key.Type) && key.Type != typeof(string)))
        {
            if (schema["type"] is JsonValue type)
            {
                schema["type"] = new JsonArray(type.DeepClone(), "null");
                (schema["enum"] as JsonArray)?.Add((JsonNode?)null);
            }
            else
            {
                (schema["anyOf"] as JsonArray)?.Add(new JsonObject { ["type"] = "null" });
            }
        }

        return schema;
    }

    private static JsonObject Value(Type type, ConfigRules rules, Asked asked) => type switch
    {
        _ when type == typeof(JsonObject) => new() { ["type"] = "object" },
        _ when type == typeof(JsonNode) => [],
        _ when ConfigCollections.IsList(type) => List(type.GetGenericArguments()[0], rules, asked),
        _ when ConfigCollections.IsMap(type) => Map(type.GetGenericArguments()[1], rules, asked),
        _ when type == typeof(string) => Text(rules.Text?.Pattern),
        _ when ConfigShape.IsRecord(type) => Record(ConfigShape.Of(type), asked),
        _ when type == typeof(TimeSpan) => Text(Durations.Pattern),
        _ when type == typeof(bool) => new() { ["type"] = "boolean" },
        _ when type.IsEnum => new()
        {
            ["type"] = "string",
            ["enum"] = new JsonArray([.. Enum.GetValues(type).Cast<Enum>().Select(v => (JsonNode)SnakeCase.Of(v))]),
        },
        _ => Number(type, rules.Between),
    };

    private static JsonObject List(Type element, ConfigRules rules, Asked asked)
    {
        var list = new JsonObject { ["type"] = "array", ["items"] = Value(element, rules.Inner, asked) };
        return rules.OneOrMany ? new() { ["anyOf"] = new JsonArray(list, Value(element, rules.Inner, asked)) } : list;
    }

    private static JsonObject Map(Type element, ConfigRules rules, Asked asked)
    {
        var map = new JsonObject { ["type"] = "object", ["additionalProperties"] = Value(element, rules.Inner, asked) };
        if (rules.Keys is { } keys)
        {
            map["propertyNames"] = Text(keys.Pattern);
        }

        return map;
    }

    private static JsonObject Text(string? pattern)
    {
        var text = new JsonObject { ["type"] = "string" };
        if (pattern is not null)
        {
            text["pattern"] = $"^(?:{pattern})$";
        }

        return text;
    }

    private static JsonObject Number(Type type, BetweenAttribute? between)
    {
        var number = new JsonObject { ["type"] = type == typeof(double) ? "number" : "integer" };
        if (between is not null)
        {
            number["minimum"] = between.Minimum;
            number["maximum"] = between.Maximum;
        }

        return number;
    }

    /// <param name="Partial">For an overlay: only what tells which thing is meant is required.</param>
    private sealed record Asked(bool Partial, ConnectorRegistry Connectors);
}
