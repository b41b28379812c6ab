using System.Text.Json.Nodes;
using Cdp.Yaml;

namespace Cdp.Pipeline.Tests.Phases.Unification;

/// <summary><c>config/stage_enrich.yml</c> as digdag's include gives it to the tasks.</summary>
internal static class StageEnrich
{
    public static JsonArray Tables(string yaml) =>
        (JsonArray)Node(((YamlMapping)YamlDocument.Read(yaml, "stage_enrich.yml")!)["tables"]!);

    private static JsonNode Node(YamlNode node) => node switch
    {
        YamlMapping map => new JsonObject(map.Entries.Select(e => KeyValuePair.Create(((YamlScalar)e.Key).Text, (JsonNode?)Node(e.Value)))),
        YamlSequence list => new JsonArray([.. list.Items.Select(Node)]),
        _ => JsonValue.Create(((YamlScalar)node).Text),
    };
}
