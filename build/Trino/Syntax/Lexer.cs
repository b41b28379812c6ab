using System.Collections.Immutable;

namespace Cdp.Trino.Syntax;

/// <summary>Cuts a SQL text into Trino's tokens. Never fails: what is no token becomes an unrecognized one.</summary>
internal sealed class Lexer
{
    private static readonly string[] LongSymbols = ["<>", "!=", "<=", ">=", "||", "->", "=>", "{-", "-}", "{|", "|}"];

    private readonly string _text;
    private readonly ImmutableArray<Token>.Builder _tokens = ImmutableArray.CreateBuilder<Token>();
    private int _at;
    private int _line = 1;
    private int _lineStart;

    private Lexer(string text) => _text = text;

    public static ImmutableArray<Token> Read(string text)
    {
        var lexer = new Lexer(text);
        while (lexer.SkipBlanks())
        {
            lexer.Next();
        }

        lexer._tokens.Add(new Token(TokenKind.End, "", "", lexer.Here));
        return lexer._tokens.ToImmutable();
    }

    private SqlPosition Here => new(_line, _at - _lineStart + 1, _at);

    private char Peek(int ahead = 0) => _at + ahead < _text.Length ? _text[_at + ahead] : '\0';

    private bool SkipBlanks()
    {
        while (_at < _text.Length)
        {
            if (_text[_at] is ' ' or '\t' or '\r' or '\n')
            {
                Advance(1);
            }
            else if (_text[_at] == '-' && Peek(1) == '-')
            {
                var end = _text.IndexOfAny(['\r', '\n'], _at);
                Advance((end < 0 ? _text.Length : end) - _at);
            }
            else if (_text[_at] == '/' && Peek(1) == '*' && _text.IndexOf("*/", _at + 2, StringComparison.Ordinal) is >= 0 and var end)
            {
                Advance(end + 2 - _at);
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    private void Advance(int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (_text[_at++] == '\n')
            {
                _line++;
                _lineStart = _at;
            }
        }
    }

    private void Next()
    {
        var c = _text[_at];
        switch (c)
        {
            case '\'':
                Quoted('\'', TokenKind.String, 0);
                return;
            case '"':
                Quoted('"', TokenKind.QuotedIdentifier, 0);
                return;
            case '`':
                Quoted('`', TokenKind.BackquotedIdentifier, 0);
                return;
            case 'X' or 'x' when Peek(1) == '\'':
                Quoted('\'', TokenKind.Binary, 1);
                return;
            case 'U' or 'u' when Peek(1) == '&' && Peek(2) == '\'':
                Quoted('\'', TokenKind.UnicodeString, 2);
                return;
        }

        if (char.IsAsciiLetter(c) || c == '_')
        {
            Add(TokenKind.Identifier, WordLength(_at));
        }
        else if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(Peek(1))))
        {
            Number();
        }
        else
        {
            Symbol(c);
        }
    }

    private int WordLength(int start)
    {
        var end = start;
        while (end < _text.Length && (char.IsAsciiLetterOrDigit(_text[end]) || _text[end] == '_'))
        {
            end++;
        }

        return end - start;
    }

    private void Quoted(char quote, TokenKind kind, int prefix)
    {
        var end = _at + prefix + 1;
        var lastPair = -1;
        while (end < _text.Length)
        {
            if (_text[end] != quote)
            {
                end++;
            }
            else if (end + 1 < _text.Length && _text[end + 1] == quote)
            {
                lastPair = end;
                end += 2;
            }
            else
            {
                Add(kind, end + 1 - _at);
                return;
            }
        }

        // the longest text that does end: the last doubled quote was an end and a new beginning
        if (lastPair >= 0)
        {
            Add(kind, lastPair + 1 - _at);
            return;
        }

        // without an end the quote itself is the odd character; a prefix letter is a word of its own
        if (prefix > 0)
        {
            Add(TokenKind.Identifier, 1);
        }
        else
        {
            Add(TokenKind.Unrecognized, 1);
        }
    }

    private int Digits(int from)
    {
        var end = from;
        while (end < _text.Length
            && (char.IsAsciiDigit(_text[end]) || (_text[end] == '_' && end > from && end + 1 < _text.Length && char.IsAsciiDigit(_text[end + 1]))))
        {
            end++;
        }

        return end;
    }

    private void Number()
    {
        var end = Digits(_at);
        var kind = TokenKind.Integer;
        if (end < _text.Length && _text[end] == '.')
        {
            kind = TokenKind.Decimal;
            end = Digits(end + 1);
        }

        if (end < _text.Length && _text[end] is 'e' or 'E')
        {
            var exponent = end + 1;
            if (exponent < _text.Length && _text[exponent] is '+' or '-')
            {
                exponent++;
            }

            if (exponent < _text.Length && char.IsAsciiDigit(_text[exponent]))
            {
                kind = TokenKind.Double;
                end = Digits(exponent);
            }
        }

        // the longest match wins: 1a, 1e and 0x1F are words that begin with a digit
        if (char.IsAsciiDigit(_text[_at]) && _at + WordLength(_at) is var word && word > end)
        {
            kind = TokenKind.DigitIdentifier;
            end = word;
        }

        Add(kind, end - _at);
    }

    private void Symbol(char c)
    {
        foreach (var symbol in LongSymbols)
        {
            if (string.CompareOrdinal(_text, _at, symbol, 0, 2) == 0)
            {
                Add(TokenKind.Symbol, 2);
                return;
            }
        }

        Add("=<>+-*/%().,[]?;:|^$".Contains(c, StringComparison.Ordinal) ? TokenKind.Symbol : TokenKind.Unrecognized, 1);
    }

    private void Add(TokenKind kind, int length)
    {
        var text = _text.Substring(_at, length);
        _tokens.Add(new Token(kind, text, kind == TokenKind.Identifier ? text.ToUpperInvariant() : text, Here));
        Advance(length);
    }
}
