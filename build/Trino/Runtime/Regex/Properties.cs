using System.Collections.Frozen;

namespace Cdp.Trino.Runtime.Regex;

/// <summary>
/// The names that <c>\p{…}</c> and <c>[[:…:]]</c> may have here. Names outside are refused: the engine knows more of
/// them than we can answer for.
/// </summary>
internal static class Properties
{
    private static readonly FrozenSet<string> Categories = FrozenSet.ToFrozenSet(
    [
        "L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No",
        "P", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "S", "Sm", "Sc", "Sk", "So", "Z", "Zs", "Zl", "Zp",
    ]);

    private static readonly FrozenDictionary<string, CharacterSet> Scripts = new Dictionary<string, CharacterSet>
    {
        ["Han"] = new(
        [
            (0x2E80, 0x2E99), (0x2E9B, 0x2EF3), (0x2F00, 0x2FD5), (0x3005, 0x3005), (0x3007, 0x3007),
            (0x3021, 0x3029), (0x3038, 0x303B), (0x3400, 0x4DB5), (0x4E00, 0x9FCC), (0xF900, 0xFA6D), (0xFA70, 0xFAD9),
        ]),
        ["Hiragana"] = new([(0x3041, 0x3096), (0x309D, 0x309F)]),
        ["Katakana"] = new(
        [
            (0x30A1, 0x30FA), (0x30FD, 0x30FF), (0x31F0, 0x31FF), (0x32D0, 0x32FE), (0x3300, 0x3357),
            (0xFF66, 0xFF6F), (0xFF71, 0xFF9D),
        ]),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, (CharacterSet Ascii, string Unicode)> Posix =
        new Dictionary<string, (CharacterSet, string)>
        {
            ["upper"] = (new([('A', 'Z')]), @"\p{Lu}"),
            ["lower"] = (new([('a', 'z')]), @"\p{Ll}"),
            ["digit"] = (CharacterSet.Digits, @"\p{Nd}"),
            ["alpha"] = (new([('A', 'Z'), ('a', 'z')]), @"\p{L}\p{M}\p{Nl}"),
            ["alnum"] = (new([('0', '9'), ('A', 'Z'), ('a', 'z')]), @"\p{L}\p{M}\p{Nl}\p{Nd}"),
            ["xdigit"] = (new([('0', '9'), ('A', 'F'), ('a', 'f')]), ""),
            ["space"] = (CharacterSet.Space, @"\u0085\p{Z}"),
            ["punct"] = (new([('!', '/'), (':', '@'), ('[', '`'), ('{', '~')]), @"\p{P}"),
        }.ToFrozenDictionary();

    public static CharacterSet Unicode(string name, bool asciiOnly) =>
        Categories.Contains(name) ? new([], $@"\p{{{name}}}")
        : Scripts.TryGetValue(name, out var script) ? script
        : Posix.ContainsKey(name.ToLowerInvariant()) ? Bracket(name.ToLowerInvariant(), asciiOnly)
        : name.StartsWith("Is", StringComparison.Ordinal)
            ? throw TrinoFailure.InvalidArgument($"invalid character property name <{name}>")
            : throw TrinoFailure.NotCertain($"The character property {name} is not supported.");

    /// <summary>Whether a POSIX name takes letters beyond ASCII is not certain; both readings are tried.</summary>
    public static CharacterSet Bracket(string name, bool asciiOnly) =>
        name == "punct" ? throw TrinoFailure.NotCertain("The character class punct is not supported.")
        : Posix.TryGetValue(name, out var known) ? (asciiOnly ? known.Ascii : known.Ascii with { Properties = known.Unicode })
        : throw TrinoFailure.NotCertain($"The character class [:{name}:] is not supported.");
}
