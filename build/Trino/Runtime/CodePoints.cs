namespace Cdp.Trino.Runtime;

/// <summary>Trino counts code points, .NET UTF-16 units.</summary>
internal static class CodePoints
{
    public static int Count(ReadOnlySpan<char> text)
    {
        var count = text.Length;
        for (var index = 1; index < text.Length; index++)
        {
            if (char.IsLowSurrogate(text[index]) && char.IsHighSurrogate(text[index - 1]))
            {
                count--;
            }
        }

        return count;
    }

    /// <summary>Where the code point of this number (from 0) begins; the length of the text when there is none.</summary>
    public static int Offset(string text, long number)
    {
        var at = 0;
        for (; number > 0 && at < text.Length; number--)
        {
            at += Size(text, at);
        }

        return at;
    }

    public static int Size(string text, int at) => at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]) ? 2 : 1;
}
