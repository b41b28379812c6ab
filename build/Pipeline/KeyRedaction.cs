using System.Text.RegularExpressions;

namespace Cdp.Pipeline;

/// <summary>Takes what looks like an API key of Treasure Data out of a text that is kept.</summary>
public static partial class KeyRedaction
{
    public static string Of(string text) => Key().Replace(text, "***");

    [GeneratedRegex(@"\b\d+/[0-9a-f]{16,}\b|(?<=\bTD1 )\S+")]
    private static partial Regex Key();
}
