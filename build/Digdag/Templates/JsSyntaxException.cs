namespace Cdp.Digdag.Templates;

/// <summary>Not a script by ECMAScript 5. The message has the three lines that digdag shows: place and reason, source line, caret.</summary>
internal sealed class JsSyntaxException(string message) : Exception(message)
{
    public static JsSyntaxException At(string source, int position, string reason, string type = "SyntaxError")
    {
        var start = source.LastIndexOf('\n', Math.Max(position - 1, 0)) + 1;
        start = position == 0 ? 0 : start;
        var end = source.IndexOf('\n', position);
        var text = source[start..(end < 0 ? source.Length : end)];
        var line = source.AsSpan(0, start).Count('\n') + 1;
        var column = position - start;
        var indent = string.Concat(text[..Math.Min(column, text.Length)].Select(c => c == '\t' ? '\t' : ' ')).PadRight(column);
        return new($"{type}: <function>:{line}:{column} {reason}\n{text}\n{indent}^");
    }
}
