using System.Collections.Immutable;
using Cdp.Trino.Functions;
using Cdp.Trino.Syntax;
using Cdp.Trino.Translation;
using Cdp.Trino.Types;

namespace Cdp.Trino.Analysis;

internal sealed partial class ExpressionAnalyzer
{
    private Typed Windowed(FunctionCall call, ImmutableArray<FunctionEntry> entries)
    {
        if (Clause is not null)
        {
            throw Error(Clause == "HAVING clause" ? "NESTED_WINDOW" : "EXPRESSION_NOT_SCALAR", call.At, $"{Clause} cannot contain aggregations, window functions or grouping operations: [{call.Function}]");
        }

        if (InWindow)
        {
            throw Error("NESTED_WINDOW", call.At, "Cannot nest window functions or row pattern measures inside window specification");
        }

        if (call.Filter is not null)
        {
            throw Error("NOT_SUPPORTED", Root, "FILTER is not yet supported for window functions");
        }

        if (call.Distinct)
        {
            throw Error("NOT_SUPPORTED", call.At, $"DISTINCT in window function parameters not yet supported: {call.Function}");
        }

        if (!call.OrderBy.IsEmpty)
        {
            throw Error("NOT_SUPPORTED", call.At, "Window function with ORDER BY is not supported");
        }

        InWindow = true;
        try
        {
            return Resolved(call, entries);
        }
        finally
        {
            InWindow = false;
        }
    }

    public string Order(ImmutableArray<SortItem> items) => string.Join(", ", items.Select(item =>
    {
        var key = Analyze(item.Key);
        return OrderKey(key, item);
    }));

    public static string OrderKey(Typed key, SortItem item)
    {
        if (!key.Type.IsOrderable)
        {
            throw Error("TYPE_MISMATCH", item.Key.At, $"Type {key.Type.Name} is not orderable, and therefore cannot be used in ORDER BY");
        }

        // a bare number would be an ordinal to the engine
        var sql = key.Type.Kind == Kind.TimestampTz ? $"{key.Sql}.u" : key.Constant is not null || key.IsNull ? $"({key.Sql}) IS NULL" : key.Sql;
        return $"{sql}{(item.Descending ? " DESC" : "")}{(item.NullsFirst == true ? " NULLS FIRST" : " NULLS LAST")}";
    }

    private string Over(FunctionCall call)
    {
        var window = Named(call.Over!);
        var parts = new List<string>();
        if (!window.PartitionBy.IsEmpty)
        {
            parts.Add("PARTITION BY " + string.Join(", ", window.PartitionBy.Select(Analyze).Select(p => p.Type.Kind == Kind.TimestampTz ? $"({p.Sql}).u" : p.Sql)));
        }

        if (!window.OrderBy.IsEmpty)
        {
            parts.Add("ORDER BY " + Order(window.OrderBy));
        }
        else if (call.Function is "lag" or "lead")
        {
            throw Error("MISSING_ORDER_BY", call.Over!.At.Offset > 0 ? OverAt(call) : call.At, $"{call.Function} function requires an ORDER BY window clause");
        }

        if (window.Frame is not null && call.Function is "lag" or "lead")
        {
            throw Error("INVALID_WINDOW_FRAME", window.Frame!.At, $"Cannot specify window frame for {call.Function} function");
        }

        if (window.Frame is not null)
        {
            parts.Add(WindowFrames.Write(window.Frame, window, this));
        }

        return string.Join(" ", parts);
    }

    private static SqlPosition OverAt(FunctionCall call) => call.Over!.At;

    /// <summary>Names in quotes mean that very spelling, others any case.</summary>
    public static string WindowKey(Name name) => name.Quoted ? name.Text : name.Text.ToUpperInvariant();

    /// <summary>A window of the WINDOW clause is checked although nothing may use it.</summary>
    public void Check(Window window)
    {
        if (window.PartitionBy.Concat(window.OrderBy.Select(o => o.Key)).Concat(new[] { window.Frame?.Start.Value, window.Frame?.End?.Value }.OfType<Expression>())
            .SelectMany(SyntaxWalk.Within).OfType<FunctionCall>().FirstOrDefault(c => c.Over is not null) is { } nested)
        {
            throw Error("NESTED_WINDOW", nested.At, "Cannot nest window functions or row pattern measures inside window specification");
        }

        var whole = Named(window);
        foreach (var key in whole.PartitionBy)
        {
            Analyze(key);
        }

        _ = Order(whole.OrderBy);
        _ = whole.Frame is null ? "" : WindowFrames.Write(whole.Frame, whole, this);
    }

    private Window Named(Window window)
    {
        if (window.Name is null)
        {
            return window;
        }

        // a window of the WINDOW clause sees those before it
        if (!Windows.TryGetValue(WindowKey(window.Name), out var found) || (Windows.ContainsValue(window) && found.At.Offset >= window.At.Offset))
        {
            throw Error("INVALID_WINDOW_REFERENCE", window.Name.At, $"Cannot resolve WINDOW name {window.Name.Text}");
        }

        var basis = Named(found);
        if (window is { PartitionBy.IsEmpty: true, OrderBy.IsEmpty: true, Frame: null } && !window.InParentheses)
        {
            return basis;
        }

        if (!window.PartitionBy.IsEmpty)
        {
            throw Error("INVALID_PARTITION_BY", window.PartitionBy[0].At, "WINDOW specification with named WINDOW reference cannot specify PARTITION BY");
        }

        if (!window.OrderBy.IsEmpty && !basis.OrderBy.IsEmpty)
        {
            throw Error("INVALID_ORDER_BY", window.OrderBy[0].At, "Cannot specify ORDER BY if referenced named WINDOW specifies ORDER BY");
        }

        return basis.Frame is not null
            ? throw Error("INVALID_WINDOW_REFERENCE", window.Name.At, "Cannot reference named WINDOW containing frame specification")
            : basis with { OrderBy = basis.OrderBy.IsEmpty ? window.OrderBy : basis.OrderBy, Frame = window.Frame };
    }
}
