using System.Globalization;
using System.Text;

namespace Cdp.Trino.Syntax;

internal sealed partial class Parser
{
    private StringLiteral ParseUnicodeString(Token token)
    {
        _at++;
        var escape = '\\';
        if (Take("UESCAPE"))
        {
            var given = Current.Kind == TokenKind.String ? Unquote(_tokens[_at++].Text, 0) : throw Mismatch("<string>");
            escape = given.Length == 1 && !char.IsAsciiHexDigit(given[0]) && given[0] is not ('+' or '"' or '\'' or ' ')
                ? given[0]
                : throw Error(token.At, "Invalid Unicode escape character");
        }

        var text = Unquote(token.Text, 2);
        var result = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != escape)
            {
                result.Append(text[i]);
                continue;
            }

            if (i + 1 < text.Length && text[i + 1] == escape)
            {
                result.Append(escape);
                i++;
                continue;
            }

            var digits = i + 1 < text.Length && text[i + 1] == '+' ? 6 : 4;
            var start = digits == 6 ? i + 2 : i + 1;
            if (start + digits > text.Length)
            {
                throw Error(token.At, "Incomplete escape sequence: " + text[i..]);
            }

            var hex = text.Substring(start, digits);
            if (!int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                throw Error(token.At, $"Invalid hexadecimal digit: {hex.First(c => !char.IsAsciiHexDigit(c))}");
            }

            if (!Rune.IsValid(code))
            {
                throw Error(token.At, "Invalid escaped character: " + hex);
            }

            result.Append(new Rune(code));
            i = start + digits - 1;
        }

        return new StringLiteral(token.At, result.ToString());
    }
}
