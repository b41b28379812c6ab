using System.Text;
using Cdp.Trino.Syntax;

namespace Cdp.Trino.Tests.Conformance;

/// <summary>
/// The same expression with its literals in the columns of a row: <c>SELECT abs(-1)</c> becomes
/// <c>SELECT abs(-q.c1) FROM (VALUES (1)) q(c1)</c>. Nothing can be folded any more, and the answer must stay.
/// </summary>
internal static class OverColumns
{
    private static readonly string[] Queries = ["FROM", "SELECT", "VALUES", "UNNEST", "OVER", "GROUPING", "WITH", "UNION", "WHERE", "ORDER", "LIMIT", "JSON_VALUE", "JSON_QUERY", "JSON_EXISTS", "JSON_OBJECT", "JSON_ARRAY"];
    private static readonly string[] Typed = ["DATE", "TIME", "TIMESTAMP", "DECIMAL", "DOUBLE", "REAL", "BIGINT", "INTEGER", "SMALLINT", "TINYINT", "CHAR", "VARCHAR", "JSON", "UUID", "BOOLEAN"];
    private static readonly string[] Before = ["AND", "OR", "NOT", "IN", "BETWEEN", "WHEN", "THEN", "ELSE", "CASE", "DISTINCT"];

    /// <returns>Null where the text is no plain expression, or its literals must be literals.</returns>
    public static string? Of(string sql)
    {
        var tokens = Lexer.Read(sql).Where(t => t.Kind != TokenKind.End).ToList();
        if (tokens.Count < 2 || !tokens[0].Is("SELECT") || tokens.Skip(1).Any(t => Queries.Any(t.Is)) || Fixed(sql, tokens))
        {
            return null;
        }

        var output = new StringBuilder();
        var columns = new List<string>();
        var (end, depth, type) = (0, 0, -1);
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            depth += token.Is("(") ? 1 : 0;
            if (token.Is(")"))
            {
                type = type == depth ? -1 : type;
                depth--;
            }

            var typed = i + 1 < tokens.Count && Typed.Any(token.Is) && tokens[i + 1].Kind == TokenKind.String;
            var last = typed ? tokens[i + 1] : token;
            if (type < 0 && (typed || IsLiteral(token, tokens[Math.Max(0, i - 1)])))
            {
                output.Append(sql, end, token.At.Offset - end).Append($"q.c{columns.Count}");
                columns.Add(sql[token.At.Offset..Ending(sql, tokens, last)]);
                i += typed ? 1 : 0;
            }
            else
            {
                output.Append(sql, end, Ending(sql, tokens, token) - end);
            }

            type = token.Is("AS") && type < 0 ? depth : type;
            end = Ending(sql, tokens, last);
        }

        return columns.Count == 0
            ? null
            : $"{output} FROM (VALUES ({string.Join(", ", columns)}, 0)) q({string.Join(", ", columns.Select((_, i) => $"c{i}"))}, other)";
    }

    private static bool IsLiteral(Token token, Token before) =>
        (token.Kind is TokenKind.String or TokenKind.Binary or TokenKind.Integer or TokenKind.Decimal or TokenKind.Double || token.Is("TRUE") || token.Is("FALSE"))
        && (before.Kind != TokenKind.Identifier || before.Is("SELECT") || Before.Any(before.Is));

    /// <summary>A sign that makes the least number, an interval, a row's index, LIKE with ESCAPE, U&amp;'…': no column can stand there.</summary>
    private static bool Fixed(string sql, List<Token> tokens) =>
        sql.Contains("--", StringComparison.Ordinal) || sql.Contains("/*", StringComparison.Ordinal)
        || sql.Contains("2147483648", StringComparison.Ordinal) || sql.Contains("9223372036854775808", StringComparison.Ordinal)
        || tokens.Any(t => t.Kind == TokenKind.UnicodeString || t.Is("INTERVAL") || t.Is("ESCAPE"))
        || (tokens.Any(t => t.Is("ROW")) && tokens.Any(t => t.Is("[")));

    /// <summary>A string's token has its value, not its text: it ends where the next one begins.</summary>
    private static int Ending(string sql, List<Token> tokens, Token token)
    {
        var next = tokens.IndexOf(token) + 1;
        var end = next < tokens.Count ? tokens[next].At.Offset : sql.Length;
        return end - (sql[token.At.Offset..end].Length - sql[token.At.Offset..end].TrimEnd().Length);
    }
}
