using System.Text.RegularExpressions;

namespace Cdp.TreasureData;

/// <summary>Takes API keys out of a text: td itself prints them in hints (spec/td_cli.md §3.1).</summary>
internal static partial class Redaction
{
    public static string Of(string text) => Key().Replace(text, "***");

    [GeneratedRegex(@"\b\d+/[0-9a-f]{16,}\b|(?<=\bTD1 )\S+")]
    private static partial Regex Key();
}
