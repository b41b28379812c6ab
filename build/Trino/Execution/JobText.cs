using System.Text.RegularExpressions;
using Cdp.Trino.Syntax;

namespace Cdp.Trino.Execution;

/// <summary>A job's text: its statements, and the comments that act.</summary>
internal static partial class JobText
{
    /// <summary>TD cuts a text at semicolons; an empty piece (the end, or a comment alone) is none.</summary>
    public static IReadOnlyList<string> Split(string sql)
    {
        var pieces = new List<string>();
        var start = 0;
        var before = new System.Text.StringBuilder();
        foreach (var token in Lexer.Read(sql))
        {
            if (token.Kind != TokenKind.End && token.Text != ";")
            {
                continue;
            }

            var piece = sql[start..token.At.Offset];
            if (Lexer.Read(piece).Length > 1)
            {
                // blank lines stand for what came before, so that positions are those of the whole text
                pieces.Add(before.ToString() + piece);
            }

            start = token.EndOffset;
            before.Clear();
            var line = token.At.Line;
            before.Append('\n', line - 1).Append(' ', token.At.Column);
        }

        return pieces;
    }

    /// <summary>TD reads <c>1.5</c> as a double unless the session says otherwise.</summary>
    public static bool DecimalsAreDoubles(string sql, Dialect dialect) =>
        dialect == Dialect.Td && !Session().Matches(sql).Any(m => m.Groups["value"].Value.Equals("false", StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"--\s*set\s+session\s+parse_decimal_literals_as_double\s*=\s*'?(?<value>\w+)'?", RegexOptions.IgnoreCase)]
    private static partial Regex Session();
}
