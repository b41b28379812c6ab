using System.Text.RegularExpressions;

namespace Cdp.Pipeline.Phases.Staging.Dialects;

/// <summary>Keys of JSON on Hive, whose get_json_object cannot name keys with <c>$</c>, blanks or dots (cdp_phases §1.3).</summary>
/// <remarks>Such a key is looked for by a pattern that goes over whole members, so that a key of the same name deeper in
/// the object, or a text that looks like it, is not taken. Values may be nested six deep there.</remarks>
internal static partial class HiveJson
{
    private const string String = "\"(?:[^\"\\\\]|\\\\.)*\"";

    /// <summary>Stands between the elements of a list before it is split; no text of a source holds it.</summary>
    private const string Separator = @"\u0001";

    /// <summary>Stands for an escaped backslash while the other escapes are resolved.</summary>
    private const string Backslash = @"'\u0002'";

    private static readonly string _nested = Nested(6);

    /// <summary>A string, a number, a word, or something nested.</summary>
    private static readonly string _value = $"(?:{String}|[^\\[\\]{{}}\",: ]+|{_nested})";

    public static string Text(ISqlDialect sql, string json, IReadOnlyList<string> path)
    {
        var value = Place(sql, json, path, out var isRaw);
        return isRaw
            ? $"CASE WHEN {value} LIKE '\"%' THEN {Unescaped(sql, $"substr({value}, 2, length({value}) - 2)")} WHEN {value} NOT IN ('', 'null') THEN {value} END"
            : value;
    }

    public static string List(ISqlDialect sql, string json, IReadOnlyList<string> path)
    {
        var list = Place(sql, json, path, out _);
        var inner = sql.Replace(
            $"substr({list}, 2, length({list}) - 2)", $"({String}|{_nested})|null *, *| *, *null(?= *(?:,|$))|null *$", "$1");
        var scalars = $"^\\[ *(?:(?:{String}|[^\\[\\]{{}}\",]+),?)*\\]$";
        var texts = Unescaped(sql, Separated(sql, inner, $"\"((?:[^\"\\\\]|\\\\.)*)\"|([^\",]+)", "$1$2"));
        var mixed = Separated(sql, inner, $"({_value})", "$1");
        return $"CASE WHEN {sql.Matches(list, "^\\[")} THEN CASE WHEN {sql.Trim(inner)} = '' THEN array() "
            + $"WHEN {sql.Matches(list, scalars)} THEN split({texts}, '\\\\u0001') ELSE split({mixed}, '\\\\u0001') END END";
    }

    private static string Separated(ISqlDialect sql, string list, string element, string taken) =>
        sql.Replace(
            $"regexp_replace({list}, {sql.Text($" *(?:{element}) *(?:,|$)")}, '{taken}{Separator}')",
            "\\u0001$",
            string.Empty);

    /// <summary>The expression of the value; raw when it is JSON text itself and a string still has its quotes.</summary>
    private static string Place(ISqlDialect sql, string json, IReadOnlyList<string> path, out bool isRaw)
    {
        var (place, simple) = (json, new List<string>());
        isRaw = false;
        foreach (var key in path)
        {
            if (SimpleKey().IsMatch(key))
            {
                simple.Add(key);
                isRaw = false;
                continue;
            }

            var parent = Object(sql, place, simple);
            var member = $"(?:{String} *: *{_value} *, *)*?{Regex.Escape(JsonString(key))} *: *({_value})";
            place = sql.Extract(parent, $"^[{{] *{member}", 1);
            simple.Clear();
            isRaw = true;
        }

        return simple.Count > 0 ? Object(sql, place, simple) : place;
    }

    private static string Object(ISqlDialect sql, string json, List<string> keys) =>
        $"get_json_object({json}, {sql.Text(string.Join('.', keys.Prepend("$")))})";

    private static string JsonString(string key) =>
        $"\"{key.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>An object or a list, <paramref name="depth"/> deep.</summary>
    private static string Nested(int depth)
    {
        var inside = $"[^\\[\\]{{}}\"]|{String}";
        for (var n = 1; n < depth; n++)
        {
            inside = $"[^\\[\\]{{}}\"]|{String}|[\\[{{](?:{inside})*[\\]}}]";
        }

        return $"[\\[{{](?:{inside})*[\\]}}]";
    }

    private static string Unescaped(ISqlDialect sql, string text)
    {
        var kept = $"regexp_replace({text}, {sql.Text(@"\\\\")}, {Backslash})";
        var plain = sql.Replace(kept, "\\\\([\"/])", "$1");
        foreach (var (escape, character) in new[] { ("n", "\\n"), ("r", "\\r"), ("t", "\\t") })
        {
            plain = $"regexp_replace({plain}, {sql.Text("\\\\" + escape)}, '{character}')";
        }

        return $"regexp_replace({plain}, '\\\\u0002', {sql.Text(@"\\")})";
    }

    [GeneratedRegex("^[A-Za-z0-9_-]+$")]
    private static partial Regex SimpleKey();
}
