using System.Text.Json.Nodes;
using Cdp.Digdag.Engine;
using Cdp.Digdag.Language;

namespace Cdp.Digdag.Operators;

/// <summary>All combinations of the lists, the first key outermost.</summary>
internal sealed class ForEachOperator : IOperator
{
    public bool Retries => false;

    public bool IsImmediate => true;

    public ValueTask<Outcome> RunAsync(OperatorContext context, CancellationToken cancellation)
    {
        _ = Iterations.Body(context);
        var map = context.Params.ParsedMap("_command");
        var reader = new ParamReader(map);
        var lists = map.Select(p => (p.Key, Values: reader.ParsedList(p.Key))).ToList();
        var combinations = Combine(lists);
        return new(Iterations.Of(context, combinations));
    }

    private static IEnumerable<(string Name, JsonObject Export)> Combine(List<(string Key, JsonArray Values)> lists)
    {
        // An empty first list is passed over, an empty later one ends it: so does digdag's own loop.
        var made = new List<(string Name, JsonObject Export)>();
        for (var k = 0; k < lists.Count; k++)
        {
            var (key, values) = lists[k];
            var parts = values.Select((value, v) => (
                Name: $"{k}={ForEachName.Cut(key)}={v}={ForEachName.Cut(Shown(value))}",
                Export: new JsonObject { [key] = value?.DeepClone() })).ToList();
            made = made.Count == 0 && (k == 0 || lists.Take(k).All(l => l.Values.Count == 0))
                ? parts
                : [.. made.SelectMany(m => parts, (m, p) => ($"{m.Name}&{p.Name}", Params.Merged(m.Export, p.Export)))];
            Iterations.Check("for_each", made.Count);
        }

        return made.Select(m => ("+for-" + m.Name, m.Export));
    }

    private static string Shown(JsonNode? value) =>
        value is JsonValue text && text.GetValueKind() is System.Text.Json.JsonValueKind.String ? text.GetValue<string>() : JsonText.Of(value);
}

/// <summary>How values appear in the names of loop tasks: eight characters, percent-encoded.</summary>
internal static class ForEachName
{
    private const string Unescaped = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-*_";

    public static string Cut(string text)
    {
        var name = new System.Text.StringBuilder();
        foreach (var octet in System.Text.Encoding.UTF8.GetBytes(text.Length > 8 ? text[..8] : text))
        {
            _ = Unescaped.Contains((char)octet, StringComparison.Ordinal)
                ? name.Append((char)octet)
                : name.Append(System.Globalization.CultureInfo.InvariantCulture, $"%{octet:X2}");
        }

        return name.ToString();
    }
}
