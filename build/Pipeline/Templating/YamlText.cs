using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cdp.Pipeline.Templating;

/// <summary>Values as YAML: scalars inline, maps and lists as blocks.</summary>
/// <param name="live">Leave <c>${}</c> to digdag instead of making it text.</param>
internal sealed class YamlText(bool live)
{
    public string Scalar(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        string text => Quoted(text),
        JsonValue json => json.GetValueKind() is JsonValueKind.String ? Quoted(json.GetValue<string>()) : json.ToJsonString(),
        Enum word => Quoted(SnakeCase.Of(word)),
        JsonObject { Count: 0 } => "{}",
        JsonArray { Count: 0 } => "[]",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable items and not JsonNode => $"[{string.Join(", ", items.Cast<object?>().Select(Scalar))}]",
        _ => throw new PipelineException($"A template writes a {value.GetType().Name} as a YAML scalar."),
    };

    /// <summary>The lines of a map or list, each after the first indented; to be put where the first begins.</summary>
    public string Block(JsonNode? node, int indent)
    {
        var text = new StringBuilder();
        Append(text, node, indent);
        return text.ToString();
    }

    private void Append(StringBuilder text, JsonNode? node, int indent)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } map:
                AppendEach(text, map, indent, entry => Entry(text, Quoted(entry.Key) + ":", entry.Value, indent));
                break;
            case JsonArray { Count: > 0 } list:
                AppendEach(text, list, indent, item =>
                {
                    text.Append("- ");
                    Append(text, item, indent + 2);
                });
                break;
            default:
                text.Append(Scalar(node));
                break;
        }
    }

    private void Entry(StringBuilder text, string key, JsonNode? value, int indent)
    {
        text.Append(key);
        if (value is JsonObject { Count: > 0 } or JsonArray { Count: > 0 })
        {
            text.Append('\n').Append(' ', indent + 2);
            Append(text, value, indent + 2);
        }
        else
        {
            text.Append(' ').Append(Scalar(value));
        }
    }

    private static void AppendEach<T>(StringBuilder text, IEnumerable<T> items, int indent, Action<T> append)
    {
        var first = true;
        foreach (var item in items)
        {
            if (!first)
            {
                text.Append('\n').Append(' ', indent);
            }

            first = false;
            append(item);
        }
    }

    private string Quoted(string text) => Quoting.Yaml(live ? text : Quoting.Digdag(text));
}
