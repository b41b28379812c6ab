using System.Text;

namespace Cdp.Pipeline.Gates;

/// <summary>An SQL text seen from far: without comments, its quotes and brackets counted, its lists cut at their commas.</summary>
/// <remarks>Names and types are the SQL checker's; gates ask only for what a reviewer sees at a glance.</remarks>
internal static class SqlOutline
{
    /// <summary>The text without comments and with each ${…} as one letter; what is quoted stays.</summary>
    public static string WithoutComments(string sql)
    {
        var text = new StringBuilder(sql.Length);
        for (var i = 0; i < sql.Length; i++)
        {
            if (sql[i] is '\'' or '"' or '`')
            {
                i = Quoted(sql, i, text);
            }
            else if (At(sql, i, "--"))
            {
                i = EndOfLine(sql, i) - 1;
            }
            else if (At(sql, i, "${"))
            {
                i = EndOfTemplate(sql, i);
                text.Append('x');
            }
            else
            {
                text.Append(sql[i]);
            }
        }

        return text.ToString();
    }

    /// <summary>The text with everything quoted replaced by blanks of the same length.</summary>
    public static string Bare(string sql) => Scan(sql).Bare;

    /// <summary>What does not close: a quote or a bracket; null when all do.</summary>
    public static string? Unbalanced(string sql)
    {
        var (bare, open) = Scan(sql);
        var depth = 0;
        foreach (var c in bare)
        {
            depth += c switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth < 0)
            {
                return "a ) without its (";
            }
        }

        return open is { } quote ? $"a quote {quote} that is not closed" : depth > 0 ? "a ( that is not closed" : null;
    }

    /// <summary>Parts between commas that stand in no brackets and no quotes.</summary>
    public static IReadOnlyList<string> Items(string list)
    {
        var bare = Bare(list);
        var text = WithoutComments(list);
        var items = new List<string>();
        var (depth, start) = (0, 0);
        for (var i = 0; i < bare.Length; i++)
        {
            depth += bare[i] switch { '(' or '[' => 1, ')' or ']' => -1, _ => 0 };
            if (bare[i] == ',' && depth == 0)
            {
                items.Add(text[start..i].Trim());
                start = i + 1;
            }
        }

        items.Add(text[start..].Trim());
        return items;
    }

    /// <summary>The name that an item of a SELECT list gives to its column, without quotes.</summary>
    public static string NameOf(string item) => item[(item.LastIndexOfAny([' ', '.', '\n']) + 1)..].Trim('"', '`');

    /// <summary>The lists between each SELECT and its FROM that stand at the top of the statement.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> SelectLists(string sql)
    {
        var (bare, text) = (Bare(sql), WithoutComments(sql));
        var lists = new List<IReadOnlyList<string>>();
        var (depth, start) = (0, -1);
        for (var i = 0; i < bare.Length; i++)
        {
            depth += bare[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0 && IsWord(bare, i, "SELECT"))
            {
                start = i + "SELECT".Length;
            }
            else if (depth == 0 && start >= 0 && IsWord(bare, i, "FROM"))
            {
                lists.Add(Items(text[start..i]));
                start = -1;
            }
        }

        return lists;
    }

    private static bool IsWord(string text, int at, string word) =>
        string.CompareOrdinal(text, at, word, 0, word.Length) == 0
        && (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
        && (at + word.Length >= text.Length || !char.IsLetterOrDigit(text[at + word.Length]));

    private static (string Bare, char? Open) Scan(string sql)
    {
        var text = new StringBuilder(WithoutComments(sql));
        char? quote = null;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quote is null ? c is '\'' or '"' or '`' : c == quote)
            {
                quote = quote is null ? c : null;
                text[i] = ' ';
            }
            else if (quote is not null && c != '\n')
            {
                text[i] = ' ';
            }
        }

        return (text.ToString(), quote);
    }

    /// <returns>Where the quote ends, or the last character of the text.</returns>
    private static int Quoted(string sql, int from, StringBuilder text)
    {
        text.Append(sql[from]);
        for (var i = from + 1; i < sql.Length; i++)
        {
            if (At(sql, i, "${"))
            {
                i = EndOfTemplate(sql, i);
                text.Append('x');
                continue;
            }

            text.Append(sql[i]);
            if (sql[i] == sql[from])
            {
                return i;
            }
        }

        return sql.Length - 1;
    }

    /// <summary>The } of a ${, which may have pairs of its own inside.</summary>
    private static int EndOfTemplate(string sql, int from)
    {
        var depth = 0;
        for (var i = from + 1; i < sql.Length; i++)
        {
            depth += sql[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
            {
                return i;
            }
        }

        return sql.Length - 1;
    }

    private static int EndOfLine(string sql, int from) => sql.IndexOf('\n', from) is >= 0 and var end ? end : sql.Length;

    private static bool At(string text, int at, string part) => string.CompareOrdinal(text, at, part, 0, part.Length) == 0;
}
