using System.Buffers;
using Cdp.Yaml;

namespace Cdp.Digdag.Language;

/// <summary>The characters that YAML 1.1 allows in a file.</summary>
internal static class Printable
{
    public static readonly SearchValues<char> Characters = SearchValues.Create(
        [.. Enumerable.Range(0, 0x10000).Select(c => (char)c).Where(IsAllowed)]);

    public static Position PlaceOf(string text, int index, string file)
    {
        var before = text.AsSpan(0, index);
        return new(file, before.Count('\n') + 1, index - before.LastIndexOf('\n'));
    }

    private static bool IsAllowed(char c) =>
        c is '\t' or '\n' or '\r' or '\u0085' or (>= ' ' and <= '~') or (>= '\u00a0' and <= '\ufffd');
}
