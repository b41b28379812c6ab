using System.Globalization;
using System.Text;

namespace Cdp.Trino.Runtime.Json;

/// <summary>The text is no JSON; what that means (NULL or an error) is the function's business.</summary>
internal sealed class BadJson : Exception;

/// <summary>
/// Reads JSON token by token and no further than asked, as a streaming parser does: what stands behind the answer is
/// not looked at, so it may be broken.
/// </summary>
internal sealed class JsonScanner(string text)
{
    private const int Deepest = 500;
    private int _at;
    private int _depth;

    public int At => _at;

    public string Slice(int start) => text[start.._at];

    /// <summary>The first character of the next token, or NUL at the end.</summary>
    public char Peek()
    {
        while (_at < text.Length && text[_at] is ' ' or '\t' or '\n' or '\r')
        {
            _at++;
        }

        return _at < text.Length ? text[_at] : '\0';
    }

    public void Expect(char mark)
    {
        if (Peek() != mark)
        {
            throw new BadJson();
        }

        _at++;
    }

    public bool Take(char mark)
    {
        if (Peek() != mark)
        {
            return false;
        }

        _at++;
        return true;
    }

    /// <summary>Nothing but blanks is left.</summary>
    public void End() => _ = Peek() == '\0' && _at >= text.Length ? true : throw new BadJson();

    /// <summary>Calls <paramref name="member"/> with each name, placed at the value; it returns false to stop there.</summary>
    public bool Members(Func<string, bool> member)
    {
        Enter('{');
        if (!Take('}'))
        {
            do
            {
                _ = Peek();
                var name = String();
                Expect(':');
                _ = Peek();
                if (!member(name))
                {
                    return false;
                }
            }
            while (Take(','));
            Expect('}');
        }

        _depth--;
        return true;
    }

    /// <summary>Calls <paramref name="element"/> at each value; it returns false to stop there.</summary>
    public bool Elements(Func<bool> element)
    {
        Enter('[');
        if (!Take(']'))
        {
            do
            {
                _ = Peek();
                if (!element())
                {
                    return false;
                }
            }
            while (Take(','));
            Expect(']');
        }

        _depth--;
        return true;
    }

    public void SkipValue()
    {
        switch (Peek())
        {
            case '{':
                Members(_ => Skipped());
                break;
            case '[':
                Elements(Skipped);
                break;
            case '"':
                _ = String();
                break;
            default:
                _ = Bare();
                break;
        }
    }

    /// <summary>A number as it is written, or <c>true</c>, <c>false</c>, <c>null</c>.</summary>
    public string Bare()
    {
        var start = _at;
        if (Peek() is 't' or 'f' or 'n')
        {
            while (_at < text.Length && (char.IsLetterOrDigit(text[_at]) || text[_at] is '_' or '$'))
            {
                _at++;
            }

            return text[start.._at] is "true" or "false" or "null" ? text[start.._at] : throw new BadJson();
        }

        _ = At < text.Length && text[_at] == '-' ? _at++ : _at;
        if (_at < text.Length && text[_at] == '0')
        {
            _at++;
            _ = _at < text.Length && char.IsAsciiDigit(text[_at]) ? throw new BadJson() : true;
        }
        else
        {
            Digits();
        }

        if (_at < text.Length && text[_at] == '.')
        {
            _at++;
            Digits();
        }

        if (_at < text.Length && text[_at] is 'e' or 'E')
        {
            _at++;
            _ = _at < text.Length && text[_at] is '+' or '-' ? _at++ : _at;
            Digits();
        }

        // At the top a number must be parted from what follows; inside, the next token sees to it.
        return _depth > 0 || _at == text.Length || text[_at] is ' ' or '\t' or '\r' or '\n' ? text[start.._at] : throw new BadJson();
    }

    public string String()
    {
        _ = _at < text.Length && text[_at] == '"' ? true : throw new BadJson();
        var start = ++_at;
        while (_at < text.Length && text[_at] is not ('"' or '\\') && text[_at] >= ' ')
        {
            _at++;
        }

        if (_at < text.Length && text[_at] == '"')
        {
            return text[start.._at++];
        }

        var value = new StringBuilder(text, start, _at - start, 64);
        while (true)
        {
            _ = _at < text.Length && text[_at] >= ' ' ? true : throw new BadJson();
            var c = text[_at++];
            if (c == '"')
            {
                return value.ToString();
            }

            value.Append(c == '\\' ? Escaped() : c);
        }
    }

    private bool Skipped()
    {
        SkipValue();
        return true;
    }

    private void Enter(char mark)
    {
        Expect(mark);
        if (++_depth > Deepest)
        {
            throw TrinoFailure.NotCertain("JSON nested so deeply is not supported.");
        }
    }

    private void Digits()
    {
        var start = _at;
        while (_at < text.Length && char.IsAsciiDigit(text[_at]))
        {
            _at++;
        }

        _ = _at > start ? true : throw new BadJson();
    }

    private char Escaped()
    {
        var mark = _at < text.Length ? text[_at++] : throw new BadJson();
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
            case 'u' when _at + 4 <= text.Length
                && int.TryParse(text.AsSpan(_at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit):
                _at += 4;
                return (char)unit;
            default:
                throw new BadJson();
        }
    }
}
