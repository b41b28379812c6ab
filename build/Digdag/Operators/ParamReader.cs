using System.Text.Json;
using System.Text.Json.Nodes;
using Cdp.Digdag.Engine;
using Cdp.Digdag.Language;

namespace Cdp.Digdag.Operators;

/// <summary>Reads parameters for an operator: digdag's coercions, its words when they fail, and which keys were used.</summary>
internal sealed class ParamReader(JsonObject config)
{
    private readonly HashSet<string> _used = [];

    /// <summary>Keys that were asked for.</summary>
    public IReadOnlySet<string> Used => _used;

    public bool Has(string key) => Node(key) is not null;

    public JsonNode? Node(string key) => Using(key, () => config[key]);

    public string Text(string key) => Using(key, () => config.GetString(key));

    public string? TextOrNull(string key) => Using(key, () => config.GetStringOrNull(key));

    public string Text(string key, string otherwise) => TextOrNull(key) ?? otherwise;

    public bool Bool(string key) => Using(key, () => config.GetBool(key));

    public bool Bool(string key, bool otherwise) => Using(key, () => config.GetBool(key, otherwise));

    public int Int(string key) => Using(key, () => config.GetInt(key));

    public int Int(string key, int otherwise) => Using(key, () => config.GetInt(key, otherwise));

    public long Long(string key) => Using(key, () => config.GetLong(key));

    public long? LongOrNull(string key) => Using(key, () => config.GetLongOrNull(key));

    /// <summary>A map, or none; anything else is an error.</summary>
    public JsonObject? MapOrNull(string key) => Using(key, () => config.GetNestedOrNull(key));

    public JsonObject Map(string key) => Using(key, () => config.GetNested(key));

    /// <summary>A map, or JSON text of one.</summary>
    public JsonObject ParsedMap(string key) => Using(key, () => config.ParseNested(key));

    public JsonObject? ParsedMapOrNull(string key) => Has(key) ? ParsedMap(key) : null;

    /// <summary>A list, or JSON text of one.</summary>
    public JsonArray ParsedList(string key) => Using(key, () => config.ParseList(key));

    public JsonArray? ParsedListOrNull(string key) => Has(key) ? ParsedList(key) : null;

    public JsonArray? ListOrNull(string key) => Using(key, () => config.GetListOrNull(key));

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

    private T Using<T>(string key, Func<T> read)
    {
        _used.Add(key);
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
