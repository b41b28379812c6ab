using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Cdp.Digdag.Templates;

/// <summary>
/// <c>${a}</c>, <c>${a.b.c}</c> without a JavaScript engine, which is nineteen in twenty of all templates. Answers only
/// where the engine would answer the same; everything doubtful (a missing name, a map, a big number) is left to it.
/// </summary>
internal static partial class PlainPath
{
    private const long MaxExactInteger = 1L << 53;

    /// <summary>Words that are no names, and the properties that every JavaScript object has.</summary>
    private static readonly FrozenSet<string> Special = new[]
    {
        "break", "case", "catch", "class", "const", "continue", "debugger", "default", "delete", "do", "else", "enum",
        "export", "extends", "false", "finally", "for", "function", "if", "import", "in", "instanceof", "new", "null",
        "return", "super", "switch", "this", "throw", "true", "try", "typeof", "var", "void", "while", "with",
        "constructor", "hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable", "toLocaleString", "toString",
        "valueOf", "__proto__", "__defineGetter__", "__defineSetter__", "__lookupGetter__", "__lookupSetter__",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool TryRead(string expression, TemplateScope scope, out string text)
    {
        text = "";
        var match = Pattern().Match(expression);
        if (!match.Success)
        {
            return false;
        }

        var names = match.Groups["name"].Captures;
        if (IsSpecial(names[0]) || !scope.TryGet(names[0].Value, out var value))
        {
            return false;
        }

        for (var i = 1; i < names.Count; i++)
        {
            if (value is not JsonObject map || IsSpecial(names[i]))
            {
                return false;
            }

            value = map[names[i].Value];
        }

        return TryShow(value, out text);
    }

    private static bool IsSpecial(Capture name) => Special.Contains(name.Value);

    private static bool TryShow(JsonNode? value, out string text)
    {
        switch (value?.GetValueKind())
        {
            case null:
                text = "";
                return true;
            case JsonValueKind.String:
                text = value.GetValue<string>();
                return true;
            case JsonValueKind.True or JsonValueKind.False:
                text = value.GetValueKind() is JsonValueKind.True ? "true" : "false";
                return true;
            case JsonValueKind.Number when
                long.TryParse(value.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) &&
                Math.Abs(number) < MaxExactInteger:
                text = number.ToString(CultureInfo.InvariantCulture);
                return true;
            default:
                text = "";
                return false;
        }
    }

    [GeneratedRegex(@"\A[ \t\r\n]*(?<name>[A-Za-z_$][A-Za-z0-9_$]*)(?:\.(?<name>[A-Za-z_$][A-Za-z0-9_$]*))*[ \t\r\n]*\z")]
    private static partial Regex Pattern();
}
