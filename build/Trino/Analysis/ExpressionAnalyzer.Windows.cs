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
            throw Error("EXPRESSION_NOT_SCALAR", call.At, $"{Clause} cannot contain aggregations, window functions or grouping operations: [{call.Function}]");
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
            parts.Add("PARTITION BY " + string.Join(", ", window.PartitionBy.Select(p => Analyze(p).Sql)));
        }

        if (!window.OrderBy.IsEmpty)
        {
            parts.Add("ORDER BY " + Order(window.OrderBy));
        }
        else if (call.Function is "lag" or "lead")
        {
            throw Error("MISSING_ORDER_BY", call.Over!.At.Offset > 0 ? OverAt(call) : call.At, $"{call.Function} function requires an ORDER BY window clause");
        }

        if (window.Frame is not null)
        {
            parts.Add(WindowFrames.Write(window.Frame, window, this));
        }

        return string.Join(" ", parts);
    }

    private static SqlPosition OverAt(FunctionCall call) => call.Over!.At;

    private Window Named(Window window)
    {
        if (window.Name is null)
        {
            return window;
        }

        if (!Windows.TryGetValue(window.Name.Lower, out var found))
        {
            throw Error("INVALID_WINDOW_REFERENCE", window.Name.At, $"Cannot resolve WINDOW name {window.Name.Text}");
        }

        var basis = Named(found);
        return basis with
        {
            PartitionBy = window.PartitionBy.IsEmpty ? basis.PartitionBy : window.PartitionBy,
            OrderBy = window.OrderBy.IsEmpty ? basis.OrderBy : window.OrderBy,
            Frame = window.Frame ?? basis.Frame,
        };
    }
}
