using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cdp.Digdag.Language;

/// <summary>
/// JSON text as digdag's Java library writes it: compact, nothing but quotes, backslashes and control characters
/// escaped, and a number in the form in which it was read (<c>1000.0</c> stays <c>1000.0</c>).
/// </summary>
public static class JsonText
{
    public static string Of(JsonNode? node)
    {
        var text = new StringBuilder();
        Write(text, node);
        return text.ToString();
    }

    internal static bool IsInteger(JsonNode number) => Number(number).AsSpan().IndexOfAny('.', 'e', 'E') < 0;

    /// <summary>The text of a scalar when it is wanted as a string.</summary>
    internal static string Scalar(JsonNode? node) =>
        node?.GetValueKind() is JsonValueKind.String ? node.GetValue<string>() : Of(node);

    /// <summary>A floating point number, kept as Java writes it.</summary>
    internal static JsonNode Double(double value) =>
        double.IsFinite(value)
            ? JsonNode.Parse(JavaDouble(value))!
            : JsonValue.Create(double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");

    private static void Write(StringBuilder text, JsonNode? node)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject map:
                WriteMap(text, map);
                break;
            case JsonArray list:
                text.Append('[');
                for (var i = 0; i < list.Count; i++)
                {
                    text.Append(i == 0 ? "" : ",");
                    Write(text, list[i]);
                }

                text.Append(']');
                break;
            default:
                WriteScalar(text, node);
                break;
        }
    }

    private static void WriteMap(StringBuilder text, JsonObject map)
    {
        text.Append('{');
        var first = true;
        foreach (var (key, value) in map)
        {
            text.Append(first ? "" : ",");
            first = false;
            Quote(text, key);
            text.Append(':');
            Write(text, value);
        }

        text.Append('}');
    }

    private static void WriteScalar(StringBuilder text, JsonNode node)
    {
        switch (node.GetValueKind())
        {
            case JsonValueKind.String:
                Quote(text, node.GetValue<string>());
                break;
            case JsonValueKind.Number:
                text.Append(Number(node));
                break;
            case JsonValueKind.True or JsonValueKind.False:
                text.Append(node.GetValueKind() is JsonValueKind.True ? "true" : "false");
                break;
            default:
                text.Append("null");
                break;
        }
    }

    private static string Number(JsonNode node)
    {
        var text = node.ToJsonString();
        return text.Contains('e', StringComparison.OrdinalIgnoreCase) &&
               double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? JavaDouble(value)
            : text;
    }

    private static void Quote(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => text.Append(c),
            };
        }

        text.Append('"');
    }

    /// <summary>Double.toString of Java: plain from 1e-3 to 1e7, else with an exponent, always with a fraction.</summary>
    private static string JavaDouble(double value)
    {
        var size = Math.Abs(value);
        if (size == 0 || (size >= 1e-3 && size < 1e7))
        {
            var plain = value.ToString("0.0####################", CultureInfo.InvariantCulture);
            return double.IsNegative(value) && size == 0 ? "-0.0" : plain;
        }

        var parts = value.ToString("E16", CultureInfo.InvariantCulture).Split('E');
        var shortest = value.ToString("R", CultureInfo.InvariantCulture);
        var digits = Digits(shortest);
        var mantissa = $"{digits[0]}.{(digits.Length > 1 ? digits[1..] : "0")}";
        return $"{(value < 0 ? "-" : "")}{mantissa}E{int.Parse(parts[1], CultureInfo.InvariantCulture)}";
    }

    private static string Digits(string shortest)
    {
        var mantissa = shortest.Split('E')[0].Replace(".", "", StringComparison.Ordinal).Trim('-');
        return mantissa.Trim('0') is { Length: > 0 } digits ? digits : "0";
    }
}
