using System.Globalization;
using System.Numerics;
using System.Text;

namespace Cdp.Trino.Runtime.Json;

/// <summary>Writes values as Trino writes json: no blanks, doubles as Java prints them, characters beyond U+FFFF escaped.</summary>
internal static class JsonText
{
    /// <summary>The canonical text of json_parse: object keys in order, the last of two equal keys, numbers as Java holds them.</summary>
    public static string Canonical(string json)
    {
        var scanner = new JsonScanner(json);
        var output = new StringBuilder(json.Length);
        Copy(scanner, output, sorted: true);
        scanner.End();
        return output.ToString();
    }

    /// <summary>Copies the value at hand; only json_parse sorts.</summary>
    public static void Copy(JsonScanner scanner, StringBuilder output, bool sorted)
    {
        switch (scanner.Peek())
        {
            case '{' when sorted:
                CopySorted(scanner, output);
                break;
            case '{':
                output.Append('{');
                var first = true;
                scanner.Members(name =>
                {
                    Name(output, name, ref first);
                    Copy(scanner, output, sorted);
                    return true;
                });
                output.Append('}');
                break;
            case '[':
                output.Append('[');
                var isFirst = true;
                scanner.Elements(() =>
                {
                    _ = isFirst ? output : output.Append(',');
                    isFirst = false;
                    Copy(scanner, output, sorted);
                    return true;
                });
                output.Append(']');
                break;
            case '"':
                Quote(output, scanner.String());
                break;
            default:
                output.Append(Bare(scanner.Bare()));
                break;
        }
    }

    public static string Quote(string value)
    {
        var output = new StringBuilder(value.Length + 2);
        Quote(output, value);
        return output.ToString();
    }

    public static string Number(double value) => double.IsFinite(value) ? JavaNumbers.ToText(value) : $"\"{JavaNumbers.ToText(value)}\"";

    private static void CopySorted(JsonScanner scanner, StringBuilder output)
    {
        SortedDictionary<string, string> members = new(StringComparer.Ordinal);
        scanner.Members(name =>
        {
            var value = new StringBuilder();
            Copy(scanner, value, sorted: true);
            members[name] = value.ToString();
            return true;
        });
        output.Append('{');
        var first = true;
        foreach (var (name, value) in members)
        {
            Name(output, name, ref first);
            output.Append(value);
        }

        output.Append('}');
    }

    private static void Name(StringBuilder output, string name, ref bool first)
    {
        _ = first ? output : output.Append(',');
        first = false;
        Quote(output, name);
        output.Append(':');
    }

    private static string Bare(string token) =>
        !char.IsAsciiDigit(token[^1]) ? token
        : token.AsSpan().IndexOfAny('.', 'e', 'E') >= 0 ? Number(double.Parse(token, CultureInfo.InvariantCulture))
        : BigInteger.Parse(token, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);

    private static void Quote(StringBuilder output, string value)
    {
        output.Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' or '\\' => output.Append('\\').Append(c),
                '\b' => output.Append(@"\b"),
                '\f' => output.Append(@"\f"),
                '\n' => output.Append(@"\n"),
                '\r' => output.Append(@"\r"),
                '\t' => output.Append(@"\t"),
                _ when c < ' ' || char.IsSurrogate(c) => output.Append(CultureInfo.InvariantCulture, $@"\u{(int)c:X4}"),
                _ => output.Append(c),
            };
        }

        output.Append('"');
    }
}
