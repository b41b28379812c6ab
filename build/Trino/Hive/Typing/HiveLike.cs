using System.Text;
using Cdp.Trino.Execution;
using Cdp.Trino.Types;

namespace Cdp.Trino.Hive;

/// <summary>LIKE and RLIKE.</summary>
internal static class HiveLike
{
    private const char Escape = '\u0001';

    public static HiveValue Like(HiveNode node, HiveValue text, HiveValue pattern, HiveContext context)
    {
        if (text.IsNull || pattern.IsNull)
        {
            return HiveValue.Boolean("CAST(NULL AS BOOLEAN)");
        }

        if (text.Type.Kind is Kind.Date or Kind.Timestamp)
        {
            text = HiveCasts.ToText(text, context);
        }

        if (!text.IsText || pattern.Literal is not { } written || written.Contains(Escape, StringComparison.Ordinal) || written.Contains('\0', StringComparison.Ordinal))
        {
            throw HiveError.Refused("LIKE of this operand, or with a pattern that is no literal,", node);
        }

        var (sql, plain) = Pattern(written);
        var like = $"{text.Sql} LIKE {Duck.Text(sql)} ESCAPE '{Escape}'";

        // A pattern that is not begins with, ends with or contains is a Java pattern for Hive 2, whose dot stops at a line's end.
        return context.IsFour || plain ? HiveValue.Boolean(like)
            : written.AsSpan().ContainsAny("\n\r\u0085\u2028\u2029") ? throw HiveError.Refused("A line break in a pattern of LIKE", node)
            : HiveValue.Boolean($"{like} AND NOT regexp_matches({text.Sql}, '[\\n\\r\\x{{85}}\\x{{2028}}\\x{{2029}}]')");
    }

    /// <summary>Only <c>\%</c> and <c>\_</c> are escapes.</summary>
    private static (string Sql, bool Plain) Pattern(string written)
    {
        var sql = new StringBuilder();
        var inner = "";
        for (var i = 0; i < written.Length; i++)
        {
            if (written[i] == '\\' && i + 1 < written.Length && written[i + 1] is '%' or '_')
            {
                sql.Append(Escape).Append(written[++i]);
                inner += 'x';
            }
            else
            {
                sql.Append(written[i]);
                inner += written[i];
            }
        }

        return (sql.ToString(), !inner.Contains('_', StringComparison.Ordinal) && !inner.Trim('%').Contains('%', StringComparison.Ordinal));
    }

    public static HiveValue Find(HiveNode node, HiveValue text, HiveValue pattern)
    {
        if (pattern.IsNull || text.IsNull)
        {
            throw HiveError.Semantic(null, $"Argument type mismatch 'TOK_NULL': regexp only takes STRING_GROUP types as {(text.IsNull ? "1st" : "2nd")} argument, got VOID");
        }

        for (var i = 0; i < 2; i++)
        {
            var value = i == 0 ? text : pattern;
            if (!value.IsText)
            {
                throw HiveError.Semantic(
                    HiveError.WrongType,
                    $"Argument type mismatch: regexp only takes STRING_GROUP types as {(i == 0 ? "1st" : "2nd")} argument, got {HiveTypes.Capitals(value.Type)}",
                    node.Items[i]);
            }
        }

        return HiveValue.Boolean($"trino_hive_rlike({text.Sql}, {pattern.Sql})");
    }
}
