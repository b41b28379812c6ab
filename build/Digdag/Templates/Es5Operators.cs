using System.Collections.Frozen;

namespace Cdp.Digdag.Templates;

internal static class Es5Operators
{
    /// <summary>Of the operators with two operands; the higher binds closer.</summary>
    public static readonly FrozenDictionary<string, int> Precedence = new (string Words, int Value)[]
    {
        ("||", 4),
        ("&&", 5),
        ("|", 6),
        ("^", 7),
        ("&", 8),
        ("== != === !==", 9),
        ("< > <= >= in instanceof", 10),
        ("<< >> >>>", 11),
        ("+ -", 12),
        ("* / %", 13),
    }.SelectMany(level => level.Words.Split(' ').Select(word => (word, level.Value)))
        .ToFrozenDictionary(e => e.word, e => e.Value, StringComparer.Ordinal);

    public static readonly FrozenSet<string> Assignments =
        "= += -= *= /= %= <<= >>= >>>= &= ^= |=".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static readonly FrozenSet<string> Unary =
        "delete void typeof + - ~ !".Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
