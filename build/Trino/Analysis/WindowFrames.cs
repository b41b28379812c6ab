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

        if (value.Constant is { } constant && constant.StartsWith('-'))
        {
            throw new TrinoException("INVALID_WINDOW_FRAME", "Window frame offset value must not be negative or null");
        }

        return $"{value.Sql} {bound.Kind}";
    }
}
