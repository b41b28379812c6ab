using System.Collections.Immutable;

namespace Cdp.Trino.Syntax;

/// <summary>What people write from other dialects, recognised at the token where Trino's grammar stops.</summary>
internal static class Habits
{
    public static string Hint(string text, ImmutableArray<Token> tokens, Token token)
    {
        var index = tokens.BinarySearch(token, Comparer<Token>.Create((a, b) => a.At.Offset.CompareTo(b.At.Offset)));
        var before = index > 0 ? tokens[index - 1] : null;
        var after = index >= 0 && index + 1 < tokens.Length ? tokens[index + 1] : null;
        var hint = token switch
        {
            { Text: "$" } or { Text: "{" } or { Text: "{-" } => "a ${…} was left over: it is filled in by the workflow only",
            { Text: "=" } when before?.Text == "=" => "equality is written with one =",
            { Text: ":" } when before?.Text == ":" || after?.Text == ":" => "a cast is written CAST(x AS type)",
            { Text: "," } when before?.Kind == TokenKind.Integer && index > 1 && tokens[index - 2].Is("LIMIT") =>
                "write OFFSET n LIMIT m",
            { Text: ";" } => "the semicolon belongs to the client, not to the statement",
            _ when before?.Text == "," => "there is a comma too many before it",
            _ when token.Is("OFFSET") => "OFFSET comes before LIMIT",
            _ when token.Is("VIEW") && before?.Is("LATERAL") == true => "LATERAL VIEW is Hive's: use CROSS JOIN UNNEST",
            _ when token.Is("QUALIFY") => "put the window function in a sub-query and filter outside",
            _ => null,
        };
        return hint is null || text.Length == 0 ? "" : $" (hint: {hint})";
    }
}
