using System.Text.RegularExpressions;

namespace Cdp.Pipeline.Configuration.Binding;

internal enum PlainKind
{
    Text,
    Null,
    Flag,
    Integer,
    Fraction,
}

/// <summary>What an unquoted scalar is in YAML 1.2's core schema, which editors follow too.</summary>
internal static partial class PlainScalar
{
    public static PlainKind KindOf(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => PlainKind.Null,
        "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => PlainKind.Flag,
        _ when Integer().IsMatch(text) => PlainKind.Integer,
        _ when Fraction().IsMatch(text) => PlainKind.Fraction,
        _ => PlainKind.Text,
    };

    [GeneratedRegex(@"\A[-+]?[0-9]+\z")]
    private static partial Regex Integer();

    [GeneratedRegex(@"\A[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z")]
    private static partial Regex Fraction();
}
