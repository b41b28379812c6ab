using System.Globalization;
using System.Numerics;
using System.Text;

namespace Cdp.Trino.Runtime.Hive;

/// <summary>
/// JSON as Jackson reads it for Hive: control characters may stand in texts, what follows the value is not looked at, the
/// last of two members of a name wins. Values are null, bool, string, long or BigInteger, double, lists and objects.
/// </summary>
internal sealed class HiveJsonReader(string text)
{
    private const int Deepest = 200;
    private int _at;
    private int _depth;

    /// <summary>False when the text does not begin with a JSON value.</summary>
    public static bool TryRead(string text, out object? value)
    {
        try
        {
            value = new HiveJsonReader(text).Value();
            return true;
        }
        catch (FormatException)
        {
            value = null;
            return false;
        }
    }

    private object? Value()
    {
        Blanks();
        return Peek() switch
        {
            '{' => Nested(Object),
            '[' => Nested(Array),
            '"' => String(),
            't' => Word("true", true),
            'f' => Word("false", false),
            'n' => Word("null", null),
            _ => Number(),
        };
    }

    private object Nested(Func<object> read)
    {
        if (++_depth > Deepest)
        {
            throw TrinoFailure.NotCertain("JSON nested this deep is not supported locally");
        }

        var value = read();
        _depth--;
        return value;
    }

    private char Peek() => _at < text.Length ? text[_at] : '\0';

    private void Blanks()
    {
        while (_at < text.Length && text[_at] is ' ' or '\t' or '\n' or '\r')
        {
            _at++;
        }
    }

    private bool Take(char mark)
    {
        Blanks();
        if (Peek() != mark || _at >= text.Length)
        {
            return false;
        }

        _at++;
        return true;
    }

    private void Expect(char mark)
    {
        if (!Take(mark))
        {
            throw new FormatException();
        }
    }

    private OrderedDictionary<string, object?> Object()
    {
        var members = new OrderedDictionary<string, object?>(StringComparer.Ordinal);
        Expect('{');
        if (Take('}'))
        {
            return members;
        }

        do
        {
            Blanks();
            var name = String();
            Expect(':');
            members[name] = Value();
        }
        while (Take(','));
        Expect('}');
        return members;
    }

    private List<object?> Array()
    {
        var items = new List<object?>();
        Expect('[');
        if (Take(']'))
        {
            return items;
        }

        do
        {
            items.Add(Value());
        }
        while (Take(','));
        Expect(']');
        return items;
    }

    private object? Word(string word, object? value)
    {
        if (string.CompareOrdinal(text, _at, word, 0, word.Length) != 0 || (_at + word.Length < text.Length && (char.IsLetterOrDigit(text[_at + word.Length]) || text[_at + word.Length] == '_')))
        {
            throw new FormatException();
        }

        _at += word.Length;
        return value;
    }

    private string String()
    {
        Expect('"');
        var value = new StringBuilder();
        while (_at < text.Length && text[_at] != '"')
        {
            if (text[_at] != '\\')
            {
                value.Append(text[_at++]);
                continue;
            }

            _at++;
            value.Append(Escaped());
        }

        Expect('"');
        return value.ToString();
    }

    private char Escaped()
    {
        var mark = Peek();
        _at++;
        switch (mark)
        {
            case '"' or '\\' or '/':
                return mark;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u' when _at + 4 <= text.Length && ushort.TryParse(text.AsSpan(_at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                _at += 4;
                return (char)code;
            default:
                throw new FormatException();
        }
    }

    private object Number()
    {
        var start = _at;
        _at += Peek() == '-' ? 1 : 0;
        var whole = Digits();
        if (whole.Length == 0 || (whole.Length > 1 && whole[0] == '0'))
        {
            throw new FormatException();
        }

        var isWhole = true;
        if (Peek() == '.')
        {
            _at++;
            isWhole = Digits().Length == 0 ? throw new FormatException() : false;
        }

        if (Peek() is 'e' or 'E')
        {
            _at++;
            _at += Peek() is '+' or '-' ? 1 : 0;
            isWhole = Digits().Length == 0 ? throw new FormatException() : false;
        }

        if (char.IsLetter(Peek()) || Peek() is '_' or '.' or '"')
        {
            throw new FormatException();
        }

        var number = text[start.._at];
        return !isWhole ? double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture)
            : long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var small) ? small
            : BigInteger.Parse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }

    private string Digits()
    {
        var start = _at;
        while (char.IsAsciiDigit(Peek()))
        {
            _at++;
        }

        return text[start.._at];
    }
}
