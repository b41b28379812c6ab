using System.Text.Json;
using System.Text.Json.Nodes;
using Cdp.Digdag.Engine;
using Cdp.Digdag.Language;

namespace Cdp.Digdag.Operators;

/// <summary>Reads parameters for an operator: with digdag's coercions, and its words when they fail the task.</summary>
internal sealed class ParamReader(JsonObject config)
{
    public bool Has(string key) => Node(key) is not null;

    public JsonNode? Node(string key) => config[key];

    public string Text(string key) => Failing(() => config.GetString(key));

    public string? TextOrNull(string key) => Failing(() => config.GetStringOrNull(key));

    public string Text(string key, string otherwise) => TextOrNull(key) ?? otherwise;

    public bool Bool(string key) => Failing(() => config.GetBool(key));

    public bool Bool(string key, bool otherwise) => Failing(() => config.GetBool(key, otherwise));

    public int Int(string key) => Failing(() => config.GetInt(key));

    public int Int(string key, int otherwise) => Failing(() => config.GetInt(key, otherwise));

    public long Long(string key) => Failing(() => config.GetLong(key));

    public long? LongOrNull(string key) => Failing(() => config.GetLongOrNull(key));

    /// <summary>A map, or none; anything else is an error.</summary>
    public JsonObject? MapOrNull(string key) => Failing(() => config.GetNestedOrNull(key));

    public JsonObject Map(string key) => Failing(() => config.GetNested(key));

    /// <summary>A map, or JSON text of one.</summary>
    public JsonObject ParsedMap(string key) => Failing(() => config.ParseNested(key));

    public JsonObject? ParsedMapOrNull(string key) => Has(key) ? ParsedMap(key) : null;

    /// <summary>A list, or JSON text of one.</summary>
    public JsonArray ParsedList(string key) => Failing(() => config.ParseList(key));

    public JsonArray? ParsedListOrNull(string key) => Has(key) ? ParsedList(key) : null;

    public JsonArray? ListOrNull(string key) => Failing(() => config.GetListOrNull(key));

    /// <summary>digdag's name for the type of a value, in lower case.</summary>
    public static string KindOf(JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => "null",
    };

    public static string Describe(JsonNode? node) => $"{JsonText.Of(node)} ({KindOf(node)})";

    private static T Failing<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DigdagConfigException ex)
        {
            throw TaskFailure.Of(ex);
        }
    }
}
