using Cdp.Trino.Types;

namespace Cdp.Trino.Hive;

/// <summary>Functions over windows. Without a frame and with an order a window ends with the row's equals.</summary>
internal static class HiveWindows
{
    public static HiveValue Make(HiveNode node, HiveExpressions expressions)
    {
        var window = node.Over!;
        if (window.Name is { } name && !expressions.Windows.TryGetValue(name, out window))
        {
            throw HiveError.Refused($"The window {name}", node);
        }

        var call = new HiveCall(node, [.. node.Items.Where(i => i.Form != HiveForm.Star).Select(expressions.Analyze)], expressions);
        var over = Over(window!, expressions);
        var ordered = !window!.Order.IsEmpty;
        return node.Text switch
        {
            "row_number" when call.Count == 0 => HiveCall.Integer($"row_number(){over}"),
            "rank" or "dense_rank" when call.Count == 0 => HiveCall.Integer(ordered ? $"{node.Text}(){over}" : "1"),
            "percent_rank" or "cume_dist" when call.Count == 0 && ordered => HiveCall.Real($"{node.Text}(){over}"),
            "ntile" when call.Count == 1 && ordered => HiveCall.Integer($"ntile({call.Int(0)}){over}"),
            "lag" or "lead" when ordered => Neighbour(call, over),
            "first_value" or "last_value" => Edge(call, over),
            _ when HiveAggregates.Has(node.Text, expressions.Context) && !node.Distinct => HiveAggregates.Make(call, over),
            _ => throw call.Refused(),
        };
    }

    private static string Over(HiveWindow window, HiveExpressions expressions)
    {
        var partition = window.Partition.IsEmpty ? "" : $"PARTITION BY {string.Join(", ", window.Partition.Select(p => expressions.Analyze(p).Sql))} ";
        var order = window.Order.IsEmpty ? "" : $"ORDER BY {string.Join(", ", window.Order.Select(o => Ordered(o, expressions.Analyze(o.Value).Sql, expressions.Context)))} ";
        return $" OVER ({partition}{order}{window.Frame})";
    }

    /// <summary>Where nothing is said NULLs are the least for Hive 2, and the greatest for Hive 4.</summary>
    public static string Ordered(HiveOrder order, string sql, HiveContext context)
    {
        var first = order.NullsFirst ?? (context.IsFour ? order.Descending : !order.Descending);
        return $"{sql} {(order.Descending ? "DESC" : "ASC")} NULLS {(first ? "FIRST" : "LAST")}";
    }

    private static HiveValue Neighbour(HiveCall call, string over)
    {
        if (call.Count is < 1 or > 3 || (call.Count > 1 && call[1].Literal is null or "0"))
        {
            throw call.Refused();
        }

        var by = call.Count > 1 ? $", {call[1].Literal}" : "";
        if (call.Count < 3)
        {
            return new HiveValue(call[0].Type, $"{call.Name}({call[0].Sql}{by}){over}");
        }

        return call[2].Type.Equals(call[0].Type) || call[2].IsNull || (call[0].Type.IsInteger && call[2].Type.IsInteger && HiveTypes.Bits(call[2].Type) <= HiveTypes.Bits(call[0].Type))
            ? new HiveValue(call[0].Type, $"{call.Name}({call[0].Sql}{by}, {HiveCasts.To(call[2], call[0].Type, call.Context).Sql}){over}")
            : throw call.Refused();
    }

    /// <summary>A second argument says whether NULLs are passed over.</summary>
    private static HiveValue Edge(HiveCall call, string over) => call.Count switch
    {
        1 => new HiveValue(call[0].Type, $"{call.Name}({call[0].Sql}){over}"),
        2 when call[1].Sql is "true" or "false" => new HiveValue(call[0].Type, $"{call.Name}({call[0].Sql}{(call[1].Sql == "true" ? " IGNORE NULLS" : "")}){over}"),
        _ => throw call.Refused(),
    };
}
