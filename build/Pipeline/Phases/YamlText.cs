using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cdp.Pipeline.Phases;

/// <summary>Writes YAML that every reader types alike: texts always in double quotes, numbers and booleans plain.</summary>
internal static class YamlText
{
    private static readonly JsonSerializerOptions _plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One scalar. A JSON string is a double-quoted YAML scalar.</summary>
    public static string Scalar(JsonNode? value) => value is null ? "null" : value.ToJsonString(_plain);

    public static string Scalar(string value) => Scalar(JsonValue.Create(value));

    /// <summary>The map in block style, without a final line feed.</summary>
    public static string Block(JsonObject map)
    {
        StringBuilder text = new();
        Write(text, map, "");
        return text.ToString().TrimEnd('\n');
    }

    private static void Write(StringBuilder text, JsonObject map, string indent)
    {
        foreach (var (key, value) in map)
        {
            text.Append(indent).Append(Key(key)).Append(':');
            Value(text, value, indent);
        }
    }

    private static void Value(StringBuilder text, JsonNode? value, string indent)
    {
        switch (value)
        {
            case JsonObject { Count: > 0 } map:
                text.Append('\n');
                Write(text, map, indent + "  ");
                break;
            case JsonArray { Count: > 0 } list when list.Any(item => item is JsonObject):
                text.Append('\n');
                foreach (var item in list)
                {
                    Item(text, item, indent + "  ");
                }

                break;
            case JsonArray list:
                text.Append(" [").AppendJoin(", ", list.Select(Scalar)).Append("]\n");
                break;
            default:
                text.Append(' ').Append(Scalar(value)).Append('\n');
                break;
        }
    }

    private static void Item(StringBuilder text, JsonNode? item, string indent)
    {
        if (item is not JsonObject { Count: > 0 } map)
        {
            text.Append(indent).Append("- ").Append(Scalar(item)).Append('\n');
            return;
        }

        StringBuilder block = new();
        Write(block, map, indent + "  ");
        text.Append(indent).Append("- ").Append(block, indent.Length + 2, block.Length - indent.Length - 2);
    }

    private static string Key(string key) => key.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && !char.IsAsciiDigit(key[0])
        ? key
        : Scalar(key);
}
