using System.Globalization;
using System.Text;
using Cdp.Trino.Syntax;

namespace Cdp.Trino.Hive;

/// <summary>
/// Backslashes in a text: <c>\n</c>, <c>\u0041</c>, <c>\101</c> and so on; an unknown letter stands for itself. <c>\%</c> and
/// <c>\_</c> keep their backslash, for LIKE.
/// </summary>
internal static class HiveEscapes
{
    public static string Undo(string written, SqlPosition at)
    {
        if (!written.Contains('\\', StringComparison.Ordinal))
        {
            return written;
        }

        var text = new StringBuilder();
        for (var i = 0; i < written.Length; i++)
        {
            if (written[i] != '\\' || i + 1 == written.Length)
            {
                text.Append(written[i]);
            }
            else if (Octal(written, i + 1) is { } octal)
            {
                text.Append(octal);
                i += 3;
            }
            else if (written[i + 1] == 'u')
            {
                text.Append(Unicode(written, i + 2, at));
                i += 5;
            }
            else
            {
                text.Append(Letter(written[++i]));
            }
        }

        return text.ToString();
    }

    private static char? Octal(string written, int at) =>
        at + 2 < written.Length && written[at] is '0' or '1' && IsOctal(written[at + 1]) && IsOctal(written[at + 2])
            ? (char)(((written[at] - '0') * 64) + ((written[at + 1] - '0') * 8) + written[at + 2] - '0')
            : null;

    private static bool IsOctal(char c) => c is >= '0' and <= '7';

    private static char Unicode(string written, int at, SqlPosition place) =>
        at + 4 <= written.Length && ushort.TryParse(written.AsSpan(at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            ? (char)code
            : throw HiveError.Refused("An escape \\u without four hexadecimal digits", place);

    private static string Letter(char c) => c switch
    {
        '0' => "\0",
        'n' => "\n",
        't' => "\t",
        'r' => "\r",
        'b' => "\b",
        'Z' => "\u001A",
        '%' => "\\%",
        '_' => "\\_",
        _ => c.ToString(),
    };
}
