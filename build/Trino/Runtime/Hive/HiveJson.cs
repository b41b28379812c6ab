using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Cdp.Trino.Runtime.Hive;

/// <summary>
/// get_json_object() and json_tuple(). A path is <c>$</c> with names and indices; a name over a list takes that member of
/// each element, <c>[*]</c> of one element is the element, and what is no such path gives NULL.
/// </summary>
internal static partial class HiveJson
{
    public static void AddTo(IScalarFunctionSink sink)
    {
        sink.Add<string, string, string?>("hive_json", Extract);
        sink.Add<string, string, string?>("hive_json_member", Member);
    }

    private static string? Member(string json, string name) =>
        HiveJsonReader.TryRead(json, out var value) && value is OrderedDictionary<string, object?> members && members.TryGetValue(name, out var found)
            ? Text(found)
            : null;

    private static string? Extract(string json, string path)
    {
        if (json.Length == 0 || path.Length == 0 || path[0] != '$' || (path.Length > 1 && path[1] is not ('[' or '.')))
        {
            return null;
        }

        var isIndexed = path.Length > 1 && path[1] == '[';
        var isList = isIndexed || (path.Length > 2 && path[2] == '[');
        if (!HiveJsonReader.TryRead(json, out var at) || (path.Length > 1 ? at is List<object?> != isList || (!isList && at is not OrderedDictionary<string, object?>) : at is not (List<object?> or OrderedDictionary<string, object?>)))
        {
            return null;
        }

        var steps = path.Split('.');
        for (var i = isIndexed ? 0 : 1; i < steps.Length && at is not null; i++)
        {
            at = Step(at, steps[i], skipName: isList && i == (isIndexed ? 0 : 1));
        }

        return Text(at);
    }

    private static object? Step(object? at, string step, bool skipName)
    {
        if (!skipName)
        {
            var key = Key().Match(step);
            if (!key.Success)
            {
                return null;
            }

            at = Named(at, key.Groups[1].Value);
        }

        var indices = Index().Matches(step);
        return indices.Count == 0 ? at : Indexed(at, indices.Select(m => m.Groups[1].Value));
    }

    private static object? Named(object? at, string name)
    {
        switch (at)
        {
            case OrderedDictionary<string, object?> members:
                return members.GetValueOrDefault(name);
            case List<object?> items:
                var found = new List<object?>();
                foreach (var members in items.OfType<OrderedDictionary<string, object?>>())
                {
                    switch (members.GetValueOrDefault(name))
                    {
                        case List<object?> inner:
                            found.AddRange(inner);
                            break;
                        case { } value:
                            found.Add(value);
                            break;
                    }
                }

                return found.Count == 0 ? null : found;
            default:
                return null;
        }
    }

    private static object? Indexed(object? at, IEnumerable<string> indices)
    {
        List<object?> found = [at];
        foreach (var index in indices)
        {
            found = [.. found.OfType<List<object?>>().SelectMany(list => index == "*" ? list
                : int.TryParse(index, CultureInfo.InvariantCulture, out var i) ? list.Skip(i).Take(1)
                : throw TrinoFailure.NotCertain("An index this big is not supported locally in get_json_object"))];
            if (found.Count == 0)
            {
                return null;
            }
        }

        return found.Count > 1 ? found : found[0];
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        bool truth => truth ? "true" : "false",
        double number => JavaNumbers.ToText(number),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Write(new StringBuilder(), value).ToString(),
    };

    private static StringBuilder Write(StringBuilder output, object? value)
    {
        switch (value)
        {
            case null:
                return output.Append("null");
            case string text:
                return Quote(output, text);
            case List<object?> items:
                output.Append('[');
                foreach (var (item, i) in items.Select((item, i) => (item, i)))
                {
                    Write(i > 0 ? output.Append(',') : output, item);
                }

                return output.Append(']');
            case OrderedDictionary<string, object?> members:
                output.Append('{');
                foreach (var (member, i) in members.Select((member, i) => (member, i)))
                {
                    Quote(i > 0 ? output.Append(',') : output, member.Key).Append(':');
                    Write(output, member.Value);
                }

                return output.Append('}');
            default:
                return output.Append(Text(value));
        }
    }

    private static StringBuilder Quote(StringBuilder output, string text)
    {
        output.Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => output.Append("\\\""),
                '\\' => output.Append("\\\\"),
                '\b' => output.Append("\\b"),
                '\f' => output.Append("\\f"),
                '\n' => output.Append("\\n"),
                '\r' => output.Append("\\r"),
                '\t' => output.Append("\\t"),
                < ' ' => output.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => output.Append(c),
            };
        }

        return output.Append('"');
    }

    [GeneratedRegex(@"^([a-zA-Z0-9_\-: \t\n\x0B\f\r]+).*\z")]
    private static partial System.Text.RegularExpressions.Regex Key();

    [GeneratedRegex(@"\[([0-9]+|\*)\]")]
    private static partial System.Text.RegularExpressions.Regex Index();
}
