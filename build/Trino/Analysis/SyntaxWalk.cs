using Cdp.Trino.Syntax;

namespace Cdp.Trino.Analysis;

/// <summary>Looks through an expression, not into its sub-queries.</summary>
internal static class SyntaxWalk
{
    public static IEnumerable<Expression> Within(Expression root)
    {
        var pending = new Stack<Expression>();
        pending.Push(root);
        while (pending.TryPop(out var next))
        {
            yield return next;
            foreach (var child in Children(next).Reverse())
            {
                pending.Push(child);
            }
        }
    }

    private static IEnumerable<Expression> Children(Expression expression) => expression switch
    {
        Dereference e => [e.Base],
        Subscript e => [e.Base, e.Index],
        Arithmetic e => [e.Left, e.Right],
        Sign e => [e.Value],
        Comparison e => [e.Left, e.Right],
        DistinctFrom e => [e.Left, e.Right],
        Quantified e => [e.Value],
        Logical e => e.Terms,
        Not e => [e.Value],
        Between e => [e.Value, e.Low, e.High],
        InList e => [e.Value, .. e.Items],
        InQuery e => [e.Value],
        Like e => e.Escape is null ? [e.Value, e.Pattern] : [e.Value, e.Pattern, e.Escape],
        IsNull e => [e.Value],
        FunctionCall e => Children(e),
        Lambda e => [e.Body],
        RowConstructor e => e.Items,
        ArrayConstructor e => e.Items,
        Cast e => [e.Value],
        Case e => Children(e),
        Extract e => [e.Value],
        AtTimeZone e => [e.Value, e.Zone],
        JsonCall e => e.Arguments,
        _ => [],
    };

    private static IEnumerable<Expression> Children(Case e)
    {
        if (e.Operand is not null)
        {
            yield return e.Operand;
        }

        foreach (var (when, then) in e.Whens)
        {
            yield return when;
            yield return then;
        }

        if (e.Else is not null)
        {
            yield return e.Else;
        }
    }

    private static IEnumerable<Expression> Children(FunctionCall e)
    {
        foreach (var argument in e.Arguments)
        {
            yield return argument;
        }

        foreach (var item in e.OrderBy)
        {
            yield return item.Key;
        }

        if (e.Filter is not null)
        {
            yield return e.Filter;
        }

        foreach (var part in e.Over is null ? [] : e.Over.PartitionBy.Concat(e.Over.OrderBy.Select(o => o.Key)))
        {
            yield return part;
        }
    }
}
