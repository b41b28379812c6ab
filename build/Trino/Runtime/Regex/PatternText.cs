using System.Globalization;

namespace Cdp.Trino.Runtime.Regex;

/// <summary>A pattern and the place reached in it.</summary>
internal sealed class PatternText(string pattern)
{
    private int _at;

    public bool AtEnd => _at >= pattern.Length;

    public string Rest => pattern[_at..];

    public char Peek() => AtEnd ? '\0' : pattern[_at];

    public void Skip(int count) => _at += count;

    public bool Take(string mark)
    {
        if (string.CompareOrdinal(pattern, _at, mark, 0, mark.Length) != 0)
        {
            return false;
        }

        _at += mark.Length;
        return true;
    }

    /// <summary>The next code point.</summary>
    public int Next()
    {
        var character = char.ConvertToUtf32(pattern, _at);
        _at += character > 0xFFFF ? 2 : 1;
        return character;
    }

    /// <summary>What stands in the braces that begin here.</summary>
    public string Braced()
    {
        var end = Peek() == '{' ? pattern.IndexOf('}', _at) : -1;
        if (end < 0)
        {
            throw TrinoFailure.NotCertain("A property without braces is not supported in a pattern.");
        }

        var name = pattern[(_at + 1)..end];
        _at = end + 1;
        return name;
    }

    /// <summary>The character that an escape stands for, after its backslash.</summary>
    public int Escaped()
    {
        if (AtEnd)
        {
            throw TrinoFailure.InvalidArgument("end pattern at escape");
        }

        var mark = Next();
        return mark switch
        {
            't' => '\t',
            'n' => '\n',
            'r' => '\r',
            'f' => '\f',
            'a' => '\a',
            'e' => 0x1B,
            'x' => Hex(2),
            'u' => Hex(4),
            _ when mark > 0x7F || !char.IsAsciiLetterOrDigit((char)mark) => mark,
            _ => throw TrinoFailure.NotCertain($@"The escape \{(char)mark} is not supported in a pattern."),
        };
    }

    private int Hex(int digits)
    {
        if (_at + digits > pattern.Length
            || !int.TryParse(pattern.AsSpan(_at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            || value is >= 0xD800 and <= 0xDFFF
            || (digits == 2 && value > 0x7F))
        {
            throw TrinoFailure.NotCertain("This hexadecimal escape is not supported in a pattern.");
        }

        _at += digits;
        return value;
    }
}
