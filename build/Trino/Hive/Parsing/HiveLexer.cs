using Cdp.Trino.Syntax;

namespace Cdp.Trino.Hive;

internal enum HiveTokenKind
{
    Word,
    Quoted,
    Text,
    Number,
    Symbol,
    Hint,
    End,
}

/// <param name="Text">Of a text its value, of a quoted name the name, else as written.</param>
internal sealed record HiveToken(HiveTokenKind Kind, string Text, SqlPosition At)
{
    public bool Is(string word) => Kind is HiveTokenKind.Word or HiveTokenKind.Symbol && Text.Equals(word, StringComparison.OrdinalIgnoreCase);
}

/// <summary>
/// HiveQL into tokens: texts in either quote with backslash escapes, names in backquotes, words that may begin with a digit.
/// </summary>
internal sealed class HiveLexer(string sql)
{
    private const int MostTokens = 200_000;
    private static readonly string[] Symbols = ["<=>", "<>", "!=", "==", "<=", ">=", "||"];

    private readonly List<HiveToken> _tokens = [];
    private int _at;
    private int _line = 1;
    private int _start;

    public static IReadOnlyList<HiveToken> Read(string sql) => new HiveLexer(sql).Read();

    private SqlPosition Here => new(_line, _at - _start, _at);

    private List<HiveToken> Read()
    {
        while (Blank())
        {
            if (_tokens.Count > MostTokens)
            {
                throw HiveError.Refused("A text this long", Here);
            }

            var c = sql[_at];
            if (c is '\'' or '"')
            {
                Quoted(c);
            }
            else if (c == '`')
            {
                QuotedName();
            }
            else if (char.IsAsciiDigit(c))
            {
                NumberOrWord();
            }
            else if (char.IsAsciiLetter(c) || c == '_')
            {
                Add(HiveTokenKind.Word, WordEnd(_at));
            }
            else
            {
                var symbol = Array.Find(Symbols, s => string.CompareOrdinal(sql, _at, s, 0, s.Length) == 0);
                Add(HiveTokenKind.Symbol, _at + (symbol?.Length ?? 1));
            }
        }

        _tokens.Add(new HiveToken(HiveTokenKind.End, "<EOF>", Here));
        return _tokens;
    }

    private void Add(HiveTokenKind kind, int end, string? value = null)
    {
        _tokens.Add(new HiveToken(kind, value ?? sql[_at..end], Here));
        Advance(end);
    }

    private void Advance(int end)
    {
        for (; _at < end; _at++)
        {
            if (sql[_at] == '\n')
            {
                _line++;
                _start = _at + 1;
            }
        }
    }

    /// <summary>Skips blanks and comments; false at the end.</summary>
    private bool Blank()
    {
        while (_at < sql.Length)
        {
            if (char.IsWhiteSpace(sql[_at]))
            {
                Advance(_at + 1);
            }
            else if (string.CompareOrdinal(sql, _at, "--", 0, 2) == 0)
            {
                var end = sql.IndexOf('\n', _at);
                Advance(end < 0 ? sql.Length : end);
            }
            else if (string.CompareOrdinal(sql, _at, "/*", 0, 2) == 0)
            {
                var end = sql.IndexOf("*/", _at + 2, StringComparison.Ordinal);
                if (end < 0 || _at + 2 >= sql.Length || sql[_at + 2] != '+')
                {
                    throw HiveError.Refused("A comment /* … */ that is no hint (write -- instead)", Here);
                }

                Add(HiveTokenKind.Hint, end + 2);
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    private int WordEnd(int at)
    {
        while (at < sql.Length && (char.IsAsciiLetterOrDigit(sql[at]) || sql[at] == '_'))
        {
            at++;
        }

        return at;
    }

    /// <summary><c>12</c>, <c>12.</c>, <c>1.5e3</c>, <c>12L</c>; what goes on with other letters is a word.</summary>
    private void NumberOrWord()
    {
        var end = _at;
        while (end < sql.Length && char.IsAsciiDigit(sql[end]))
        {
            end++;
        }

        var word = WordEnd(end);
        var exponent = Exponent(end);
        if (end < sql.Length && sql[end] == '.')
        {
            end++;
            while (end < sql.Length && char.IsAsciiDigit(sql[end]))
            {
                end++;
            }

            exponent = Exponent(end);
            end = exponent > end ? exponent : end;
            word = WordEnd(end);
            Add(HiveTokenKind.Number, sql[end..word].ToUpperInvariant() is "D" or "BD" ? word : end);
        }
        else if (exponent > end && WordEnd(exponent) == exponent)
        {
            Add(HiveTokenKind.Number, exponent);
        }
        else
        {
            var suffix = sql[end..word].ToUpperInvariant();
            Add(suffix is "" or "L" or "S" or "Y" or "D" or "BD" ? HiveTokenKind.Number : HiveTokenKind.Word, word);
        }
    }

    private int Exponent(int at)
    {
        if (at >= sql.Length || sql[at] is not ('e' or 'E'))
        {
            return at;
        }

        var end = at + 1;
        if (end < sql.Length && sql[end] is '+' or '-')
        {
            end++;
        }

        var digits = end;
        while (end < sql.Length && char.IsAsciiDigit(sql[end]))
        {
            end++;
        }

        return end > digits ? end : at;
    }

    private void QuotedName()
    {
        var end = _at + 1;
        while (true)
        {
            end = sql.IndexOf('`', end);
            if (end < 0)
            {
                throw Unclosed();
            }

            if (end + 1 >= sql.Length || sql[end + 1] != '`')
            {
                break;
            }

            end += 2;
        }

        if (end == _at + 1)
        {
            throw HiveError.Refused("A name without letters", Here);
        }

        Add(HiveTokenKind.Quoted, end + 1, sql[(_at + 1)..end].Replace("``", "`", StringComparison.Ordinal));
    }

    private void Quoted(char quote)
    {
        var at = _at + 1;
        while (at < sql.Length && sql[at] != quote)
        {
            at += sql[at] == '\\' ? 2 : 1;
        }

        if (at >= sql.Length)
        {
            throw Unclosed();
        }

        Add(HiveTokenKind.Text, at + 1, HiveEscapes.Undo(sql[(_at + 1)..at], Here));
    }

    private TrinoException Unclosed()
    {
        Advance(sql.Length);
        return HiveError.Parse("character '<EOF>' not supported here", Here);
    }
}
