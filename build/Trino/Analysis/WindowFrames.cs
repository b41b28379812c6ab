using Cdp.Trino.Syntax;
using Cdp.Trino.Translation;
using Cdp.Trino.Types;

namespace Cdp.Trino.Analysis;

internal static class WindowFrames
{
    public static string Write(Frame frame, Window window, ExpressionAnalyzer analyzer)
    {
        var offsets = new[] { frame.Start, frame.End }.Where(b => b?.Value is not null).ToList();
        if (offsets.Count > 0 && frame.Unit is "RANGE" or "GROUPS" && window.OrderBy.IsEmpty && offsets.Count > 0)
        {
            throw Scope.Error("MISSING_ORDER_BY", window.At, $"Window frame of type {frame.Unit} PRECEDING or FOLLOWING requires ORDER BY");
        }

        if (offsets.Count > 0 && frame.Unit == "RANGE" && window.OrderBy.Length > 1)
        {
            throw Scope.Error("INVALID_ORDER_BY", window.OrderBy[0].At, "Window frame of type RANGE PRECEDING or FOLLOWING requires single sort item in ORDER BY");
        }

        if (frame.Start.Kind == "UNBOUNDED FOLLOWING")
        {
            throw Scope.Error("INVALID_WINDOW_FRAME", frame.At, "Window frame start cannot be UNBOUNDED FOLLOWING");
        }

        if (frame.End?.Kind == "UNBOUNDED PRECEDING")
        {
            throw Scope.Error("INVALID_WINDOW_FRAME", frame.At, "Window frame end cannot be UNBOUNDED PRECEDING");
        }

        var end = frame.End is null ? "CURRENT ROW" : Bound(frame.End, frame, analyzer);
        return $"{frame.Unit} BETWEEN {Bound(frame.Start, frame, analyzer)} AND {end}";
    }

    private static string Bound(FrameBound bound, Frame frame, ExpressionAnalyzer analyzer)
    {
        if (bound.Value is null)
        {
            return bound.Kind;
        }

        var value = analyzer.Analyze(bound.Value);
        if (!value.Type.IsNumeric)
        {
            throw frame.Unit == "RANGE"
                ? Scope.Error(TrinoException.NotSupportedLocally, bound.At, "A RANGE of intervals is not supported locally")
                : Scope.Error("TYPE_MISMATCH", bound.At, "Window frame offset value type must be INTEGER or BIGINT");
        }

        if (frame.Unit != "RANGE" && !value.Type.IsInteger)
        {
            throw Scope.Error(
                value.Type is { Kind: Kind.Decimal, Scale: 0 } ? TrinoException.NotSupportedLocally : "TYPE_MISMATCH",
                bound.Value.At,
                $"Window frame {frame.Unit} offset of type {value.Type.Name} is not supported");
        }

        if (value.Constant is { } constant && constant.StartsWith('-'))
        {
            throw new TrinoException("INVALID_WINDOW_FRAME", "Window frame offset value must not be negative or null");
        }

        if (value.Constant is not null)
        {
            return $"{value.Sql} {bound.Kind}";
        }

        var fail = Sql.FailWith("INVALID_WINDOW_FRAME", "Window frame offset value must not be negative or null", value.Type);
        return $"(CASE WHEN {value.Sql} IS NULL OR {value.Sql} < 0 THEN {fail} ELSE {value.Sql} END) {bound.Kind}";
    }
}
