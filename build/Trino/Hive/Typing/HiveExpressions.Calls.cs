using System.Collections.Immutable;
using Cdp.Trino.Types;

namespace Cdp.Trino.Hive;

internal sealed partial class HiveExpressions
{
    /// <summary>Stands in the list of SELECT, where Hive 2 knows no sub-query.</summary>
    public bool IsSelectList { get; init; }

    private HiveValue Call(HiveNode node)
    {
        if (node.Over is not null)
        {
            return HasWindows ? HiveWindows.Make(node, this) : throw WindowPlace(node);
        }

        if (HiveAggregates.Has(node.Text, context))
        {
            return Groups?.Aggregate(node) ?? throw NoAggregate(node);
        }

        if (HiveTableFunctions.Has(node.Text, context))
        {
            throw HiveError.Semantic(10081, "UDTF's are not supported outside the SELECT clause, nor nested in expressions");
        }

        if (context.IsTd && HiveTdFunctions.Has(node.Text))
        {
            return HiveTdFunctions.Make(new HiveCall(node, [.. node.Items.Select(Analyze)], this));
        }

        if (node.Text is "row_number" or "rank" or "dense_rank" or "percent_rank" or "cume_dist" or "ntile" or "lag" or "lead" or "first_value" or "last_value")
        {
            throw HiveError.Semantic(null, $"Missing over clause for function : {node.Text}");
        }

        var function = HiveFunctions.Find(node.Text);
        if (function is null || (function.Later && !context.IsFour))
        {
            throw Unknown(node, function is not null);
        }

        if (node.Distinct || node.Items.Any(i => i.Form == HiveForm.Star))
        {
            throw HiveError.Refused($"{node.Text} with DISTINCT or *", node);
        }

        var call = new HiveCall(node, [.. node.Items.Select(Analyze)], this);
        if (call.Count < function.Least || call.Count > function.Most)
        {
            throw function.CountError == HiveError.WrongArguments ? call.NoMatch() : HiveError.Semantic(
                HiveError.WrongCount, $"Arguments length mismatch: {node.Text} got {call.Count} argument(s)", node);
        }

        return function.Make(call) with { IsConstant = call.Values.All(v => v.IsConstant) };
    }

    private TrinoException Unknown(HiveNode node, bool later) => !later && (context.IsTd || HiveKnownFunctions.Has(node.Text, context.Version))
        ? HiveError.Refused($"The function {node.Text}", node)
        : HiveError.Semantic(10011, $"Invalid function {node.Text}");

    /// <summary>Its arguments are looked at first, as Hive does.</summary>
    private TrinoException NoAggregate(HiveNode node)
    {
        foreach (var item in node.Items.Where(i => i.Form != HiveForm.Star))
        {
            Analyze(item);
        }

        return HiveError.Semantic(10128, $"Not yet supported place for UDAF '{node.Text}'", node);
    }

    private TrinoException WindowPlace(HiveNode node)
    {
        var order = node.Over!.Order.Select(o => o.Value).FirstOrDefault() ?? node.Over.Partition.FirstOrDefault();
        return order is { Form: HiveForm.Name }
            ? HiveError.Semantic(10002, $"Invalid column reference '{order.Text}'", order)
            : HiveError.Refused("A window function in this place", node);
    }
}
