using System.Text;

namespace Cdp.Trino.Hive;

internal enum HiveTokenKind
{
    Word,
    Quoted,
    Text,
    Number,
    Symbol,
    End,
}

/// <param name="Text">Of a text its value, of a quoted name the name, else as written.</param>
internal sealed record HiveToken(HiveTokenKind Kind, string Text, int Line, int Column)
{
    public bool Is(string word) => Kind is HiveTokenKind.Word or HiveTokenKind.Symbol && Text.Equals(word, StringComparison.OrdinalIgnoreCase);
}

/// <summary>HiveQL into tokens: texts in either quote with backslash escapes, names in backquotes.</summary>
internal sealed class HiveLexer(string sql)
{
    private static readonly string[] Symbols = ["<=>", "<>", "!=", "==", "<=", ">=", "||"];

    private readonly List<HiveToken> _tokens = [];
    private int _at;
    private int _line = 1;
    private int _start;

    public static IReadOnlyList<HiveToken> Read(string sql) => new HiveLexer(sql).Read();

    private List<HiveToken> Read()
    {
        while (Blank())
        {
            var c = sql[_at];
            if (c is '\'' or '"')
            {
                Quoted(c);
            }
            else if (c == '`')
            {
                var end = sql.IndexOf('`', _at + 1);
                if (end < 0 || (end + 1 < sql.Length && sql[end + 1] == '`'))
                {
                    throw HiveError.Refused("This backquoted name", _line, Column());
                }

                Add(HiveTokenKind.Quoted, sql[(_at + 1)..end], end + 1);
            }
            else if (char.IsAsciiLetterOrDigit(c) || c == '_' || (c == '.' && _at + 1 < sql.Length && char.IsAsciiDigit(sql[_at + 1])))
            {
                Word();
            }
            else
            {
                var symbol = Array.Find(Symbols, s => string.CompareOrdinal(sql, _at, s, 0, s.Length) == 0) ?? c.ToString();
                Add(HiveTokenKind.Symbol, symbol, _at + symbol.Length);
            }
        }

        _tokens.Add(new HiveToken(HiveTokenKind.End, "<EOF>", _line, Column()));
        return _tokens;
    }

    private int Column() => _at - _start + 1;

    private void Add(HiveTokenKind kind, string text, int end)
    {
        _tokens.Add(new HiveToken(kind, text, _line, Column()));
        for (; _at < end; _at++)
        {
            if (sql[_at] == '\n')
            {
                _line++;
                _start = _at + 1;
            }
        }
    }

    private bool Blank()
    {
        while (_at < sql.Length)
        {
            if (char.IsWhiteSpace(sql[_at]))
            {
                if (sql[_at] == '\n')
                {
                    _line++;
                    _start = _at + 1;
                }

                _at++;
            }
            else if (string.CompareOrdinal(sql, _at, "--", 0, 2) == 0)
            {
                var end = sql.IndexOf('\n', _at);
                _at = end < 0 ? sql.Length : end;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    private void Word()
    {
        var end = _at;
        var number = char.IsAsciiDigit(sql[_at]) || sql[_at] == '.';
        while (end < sql.Length && (char.IsAsciiLetterOrDigit(sql[end]) || sql[end] == '_' || (number && Continues(end))))
        {
            end++;
        }

        Add(number ? HiveTokenKind.Number : HiveTokenKind.Word, sql[_at..end], end);
    }

    private bool Continues(int at) => sql[at] == '.' || (sql[at] is '+' or '-' && sql[at - 1] is 'e' or 'E');

    private void Quoted(char quote)
    {
        var text = new StringBuilder();
        var at = _at + 1;
        for (; at < sql.Length && sql[at] != quote; at++)
        {
            if (sql[at] != '\\')
            {
                text.Append(sql[at]);
                continue;
            }

            if (++at == sql.Length)
            {
                break;
            }

            if (char.IsAsciiDigit(sql[at]) || sql[at] == 'u')
            {
                throw HiveError.Refused("An escape by number", _line, Column());
            }

            text.Append(sql[at] switch { 'n' => "\n", 't' => "\t", 'r' => "\r", 'b' => "\b", 'Z' => "\u001A", '%' => "\\%", '_' => "\\_", var c => c.ToString() });
        }

        if (at >= sql.Length)
        {
            throw HiveError.Parse("A text is not closed", _line, Column());
        }

        Add(HiveTokenKind.Text, text.ToString(), at + 1);
    }
}
