using Cdp.Trino.Syntax;
using Cdp.Trino.Translation;
using Cdp.Trino.Types;

namespace Cdp.Trino.Analysis;

internal static class LikePatterns
{
    /// <summary>The engine's LIKE is the same, but takes any text after an escape; Trino only <c>% _</c> and the escape itself.</summary>
    public static string Translate(Typed value, Typed pattern, Typed? escape, Like like)
    {
        var subject = value.Type.Kind == Kind.Char ? Casts.Padded(value.Sql, value.Type.Precision) : value.Sql;
        if (value.Type.Kind == Kind.Unknown)
        {
            subject = "CAST(NULL AS VARCHAR)";
        }

        var text = pattern.Type.Kind == Kind.Unknown ? "CAST(NULL AS VARCHAR)" : pattern.Sql;
        var not = like.Negated ? "NOT " : "";
        if (escape is null)
        {
            return $"({subject} {not}LIKE {text})";
        }

        if (escape.Constant is not { } mark || pattern.Constant is not { } written)
        {
            throw Scope.Error(TrinoException.NotSupportedLocally, like.At, "LIKE with a computed pattern and ESCAPE is not supported locally");
        }

        if (mark.Length != 1)
        {
            var fail = Sql.FailWith("INVALID_FUNCTION_ARGUMENT", "Escape string must be a single character", TrinoType.Boolean);
            return fail;
        }

        for (var i = 0; i < written.Length; i++)
        {
            if (written[i] == mark[0] && (++i >= written.Length || (written[i] != '%' && written[i] != '_' && written[i] != mark[0])))
            {
                return Sql.FailWith("INVALID_FUNCTION_ARGUMENT", "Escape character must be followed by '%', '_' or the escape character itself", TrinoType.Boolean);
            }
        }

        return $"({subject} {not}LIKE {text} ESCAPE {escape.Sql})";
    }
}
