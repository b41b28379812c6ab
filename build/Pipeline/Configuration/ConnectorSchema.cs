using System.Text.Json.Nodes;
using Cdp.Pipeline.Phases.Ingestion;

namespace Cdp.Pipeline.Configuration;

/// <summary>The connectors' parameters in the schema: which may be written depends on the source's connector.</summary>
internal static class ConnectorSchema
{
    /// <summary>Each connector's parameters; none is required in one place, for they may stand at the source or at the object.</summary>
    public static JsonObject Definitions(ConnectorRegistry connectors) =>
        new(connectors.Types.Select(type => KeyValuePair.Create(type, (JsonNode?)Parameters(connectors.Get(type)))));

    /// <summary>A connector of one's own template folder is not in the list, so the list is an offer, not a rule.</summary>
    public static void AddTo(JsonObject source, ConnectorRegistry connectors)
    {
        var connector = source["properties"]!["connector"]!.AsObject();
        connector["examples"] = new JsonArray([.. connectors.Types.Select(type => (JsonNode)type)]);
        source["allOf"] = new JsonArray(new JsonObject { ["$ref"] = "#/definitions/parameters_by_connector" });
    }

    public static JsonObject ByConnector(ConnectorRegistry connectors) =>
        new() { ["allOf"] = new JsonArray([.. connectors.Types.Select(If)]) };

    private static JsonObject If(string type)
    {
        JsonObject Its() => new() { ["$ref"] = $"#/definitions/connectors/{type}" };
        return new()
        {
            ["if"] = new JsonObject
            {
                ["required"] = new JsonArray("connector"),
                ["properties"] = new JsonObject { ["connector"] = new JsonObject { ["const"] = type } },
            },
            ["then"] = new JsonObject
            {
                ["properties"] = new JsonObject
                {
                    ["parameters"] = Its(),
                    ["objects"] = new JsonObject
                    {
                        ["items"] = new JsonObject { ["properties"] = new JsonObject { ["parameters"] = Its() } },
                    },
                },
            },
        };
    }

    private static JsonObject Parameters(Connector connector)
    {
        JsonObject schema = new()
        {
            ["description"] = $"{connector.Title}, {connector.Docs}",
            ["type"] = new JsonArray("object", "null"),
            ["properties"] = new JsonObject(connector.Parameters.Select(p => KeyValuePair.Create(p.Key, (JsonNode?)Parameter(p.Value)))),
        };
        if (connector is { Open: false, Passthrough: false })
        {
            schema["additionalProperties"] = false;
        }

        return schema;
    }

    private static JsonObject Parameter(ConnectorParameter parameter)
    {
        var schema = Value(parameter);
        if (parameter.About is { } about)
        {
            schema["description"] = about;
        }

        if (parameter.Default is { } value)
        {
            schema["default"] = value.DeepClone();
        }

        return schema;
    }

    private static JsonObject Value(ConnectorParameter parameter) => parameter switch
    {
        { Secret: true } => new() { ["type"] = "string", ["pattern"] = @"^\$\{secret:[A-Za-z0-9_.-]+\}$" },
        { Values.Length: > 0 } => new() { ["enum"] = new JsonArray([.. parameter.Values.Select(v => (JsonNode)v)]) },
        { Type: ParameterType.Integer } => new() { ["type"] = new JsonArray("integer", "string"), ["pattern"] = "^-?[0-9]+$" },
        { Type: ParameterType.Boolean } => new() { ["type"] = "boolean" },
        { Type: ParameterType.List } => new() { ["type"] = "array" },
        { Type: ParameterType.Map } => new() { ["type"] = "object" },
        { Type: ParameterType.Authentication } => new() { ["type"] = new JsonArray("integer", "string"), ["pattern"] = "^[A-Za-z0-9]+$" },
        _ => new() { ["type"] = new JsonArray("string", "number") },
    };
}
