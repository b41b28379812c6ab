using System.Globalization;

namespace Cdp.Digdag.Templates;

/// <summary>
/// Words of ECMAScript 5. Like digdag's engine it reads ahead to the next slash, so that an unclosed quote is
/// reported before anything the parser could find on the way to it.
/// </summary>
internal sealed class Es5Lexer(string source)
{
    // Longest first.
    private static readonly string[] Punctuators =
    [
        ">>>=", "===", "!==", ">>>", "<<=", ">>=", "...", "=>", "==", "!=", "<=", ">=", "&&", "||", "++", "--", "<<", ">>",
        "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "{", "}", "(", ")", "[", "]", ".", ";", ",", "<", ">", "+", "-",
        "*", "/", "%", "&", "|", "^", "!", "~", "?", ":", "=",
    ];

    private static readonly HashSet<string> Keywords =
    [
        "break", "case", "catch", "class", "const", "continue", "debugger", "default", "delete", "do", "else", "enum",
        "export", "extends", "false", "finally", "for", "function", "if", "import", "in", "instanceof", "new", "null",
        "return", "super", "switch", "this", "throw", "true", "try", "typeof", "var", "void", "while", "with",
    ];

    private readonly List<Es5Token> _tokens = [];
    private int _at;
    private bool _newLine;

    public Es5Token this[int index]
    {
        get
        {
            while (index >= _tokens.Count && (_tokens.Count == 0 || _tokens[^1].Kind is not Es5Kind.End))
            {
                ReadToSlash();
            }

            return _tokens[Math.Min(index, _tokens.Count - 1)];
        }
    }

    /// <summary>The parser expects an operand where the last word read is a slash: it begins a regular expression.</summary>
    public bool ReadRegex()
    {
        var slash = _tokens[^1];
        var inClass = false;
        for (var i = slash.Start + 1; i < source.Length && !IsLineEnd(source[i]); i++)
        {
            switch (source[i])
            {
                case '\\':
                    i++;
                    break;
                case '[':
                    inClass = true;
                    break;
                case ']':
                    inClass = false;
                    break;
                case '/' when !inClass:
                    _at = i + 1;
                    while (_at < source.Length && IsPart(source[_at]))
                    {
                        _at++;
                    }

                    _tokens[^1] = slash with { Kind = Es5Kind.Regex, Text = source[slash.Start.._at] };
                    return true;
            }
        }

        return false;
    }

    private static bool IsLineEnd(char c) => c is '\n' or '\r' or '\u2028' or '\u2029';

    private static bool IsStart(char c) => c is '$' or '_' or '\\' || char.IsLetter(c);

    private static bool IsPart(char c) =>
        IsStart(c) || char.IsDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.ConnectorPunctuation;

    private void ReadToSlash()
    {
        do
        {
            _tokens.Add(Next());
        }
        while (_tokens[^1].Kind is not Es5Kind.End && !_tokens[^1].Is("/") && !_tokens[^1].Is("/="));
    }

    private Es5Token Next()
    {
        _newLine = false;
        SkipBlanks();
        if (_at >= source.Length)
        {
            return Token(Es5Kind.End, _at, "");
        }

        var start = _at;
        var c = source[start];
        if (IsStart(c))
        {
            return Word();
        }

        if (c is '"' or '\'')
        {
            return Text(c);
        }

        if (char.IsAsciiDigit(c) || (c == '.' && start + 1 < source.Length && char.IsAsciiDigit(source[start + 1])))
        {
            return Number();
        }

        var punctuator = Punctuators.FirstOrDefault(p => string.CompareOrdinal(source, start, p, 0, p.Length) == 0);
        _at += punctuator?.Length ?? 1;
        return Token(punctuator is null ? Es5Kind.Unknown : Es5Kind.Punctuator, start, source[start.._at]);
    }

    private Es5Token Word()
    {
        var start = _at;
        while (_at < source.Length && IsPart(source[_at]))
        {
            _at += source[_at] == '\\' ? Math.Min(6, source.Length - _at) : 1;
        }

        var text = source[start.._at];
        return Token(Keywords.Contains(text) ? Es5Kind.Keyword : Es5Kind.Identifier, start, text);
    }

    private Es5Token Text(char quote)
    {
        var start = ++_at;
        while (_at < source.Length && source[_at] != quote)
        {
            if (IsLineEnd(source[_at]))
            {
                throw JsSyntaxException.At(source, _at, "Missing close quote");
            }

            _at += source[_at] == '\\' ? string.CompareOrdinal(source, _at, "\\\r\n", 0, 3) == 0 ? 3 : 2 : 1;
        }

        if (_at >= source.Length)
        {
            throw JsSyntaxException.At(source, source.Length, "Missing close quote");
        }

        return Token(Es5Kind.Text, start, source[start.._at++]);
    }

    private Es5Token Number()
    {
        var start = _at;
        if (source[_at] == '0' && _at + 1 < source.Length && source[_at + 1] is 'x' or 'X')
        {
            _at += 2;
            Skip(char.IsAsciiHexDigit);
        }
        else
        {
            Skip(char.IsAsciiDigit);
            if (_at < source.Length && source[_at] == '.')
            {
                _at++;
                Skip(char.IsAsciiDigit);
            }

            SkipExponent();
        }

        return _at < source.Length && IsStart(source[_at])
            ? throw JsSyntaxException.At(source, _at, "Missing space after numeric literal")
            : Token(Es5Kind.Number, start, source[start.._at]);
    }

    private void SkipExponent()
    {
        if (_at >= source.Length || source[_at] is not ('e' or 'E'))
        {
            return;
        }

        _at += _at + 1 < source.Length && source[_at + 1] is '+' or '-' ? 2 : 1;
        Skip(char.IsAsciiDigit);
    }

    private void SkipBlanks()
    {
        while (_at < source.Length)
        {
            if (IsLineEnd(source[_at]))
            {
                _newLine = true;
                _at++;
            }
            else if (char.IsWhiteSpace(source[_at]) || source[_at] == '\ufeff')
            {
                _at++;
            }
            else if (string.CompareOrdinal(source, _at, "//", 0, 2) == 0)
            {
                Skip(c => !IsLineEnd(c));
            }
            else if (string.CompareOrdinal(source, _at, "/*", 0, 2) == 0 &&
                     source.IndexOf("*/", _at + 2, StringComparison.Ordinal) is >= 0 and var end)
            {
                _newLine |= source.AsSpan(_at, end - _at).ContainsAny("\n\r\u2028\u2029");
                _at = end + 2;
            }
            else
            {
                return;
            }
        }
    }

    private void Skip(Func<char, bool> wanted)
    {
        while (_at < source.Length && wanted(source[_at]))
        {
            _at++;
        }
    }

    private Es5Token Token(Es5Kind kind, int start, string text) => new(kind, text, start, _newLine);
}
