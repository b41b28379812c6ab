using System.Collections.Immutable;
using Cdp.Trino.Types;

namespace Cdp.Trino.Hive;

/// <summary>The names of columns, the order of rows, sub-queries in expressions.</summary>
internal sealed partial class HiveQueries
{
    /// <summary>
    /// Names what has none: <c>_c1</c>; a lone window function by its name, and a cast of a table's column by that column.
    /// </summary>
    private List<Item> Named(IEnumerable<Item> items, HiveSelect select, bool isTop)
    {
        var named = new List<Item>();
        foreach (var item in items)
        {
            var index = named.Count + select.Shift;
            if (!item.Output.Unnamed)
            {
                named.Add(item);
                continue;
            }

            var name = WindowName(item.Node, named) ?? (isTop ? CastName(item.Node, select, named) : null) ?? $"_c{index}";
            named.Add(item with { Output = item.Output with { Name = name, Shown = name } });
        }

        return isTop ? Distinct(named) : named;
    }

    private static string? WindowName(HiveNode node, List<Item> before) => node.Over is null ? null
        : before.Exists(b => b.Node.Over is not null) ? throw HiveError.Refused("A second window function without a name", node)
        : $"{node.Text}_window_0";

    /// <summary>Hive takes a cast of a column, and a comparison of a boolean column with true, for the column itself.</summary>
    private static string? CastName(HiveNode node, HiveSelect select, List<Item> before)
    {
        var isCast = node.Form == HiveForm.Cast || (node.Form == HiveForm.Call && node.Text is "int" or "bigint" or "double" or "string" or "boolean" or "float" or "smallint" or "tinyint");
        var isTruth = node is { Form: HiveForm.Operator, Text: "=" } && node.Items[1] is { Form: HiveForm.Boolean, Text: "true" };
        if (!(isCast || isTruth) || node.Items.Length == 0 || node.Items[0].Form != HiveForm.Name)
        {
            return null;
        }

        if (select.Where is not null || select.Group is not null || select.Distinct || select.From is not (HiveTableSource or HiveQuerySource))
        {
            throw HiveError.Refused("A cast of a column that has no name of its own here (write AS …)", node);
        }

        var name = Inner(select, node.Items[0]) ?? (isTruth ? null : throw HiveError.Refused("A cast of a column that has no name of its own here (write AS …)", node));
        return name is null || before.Exists(b => b.Output.Name == name) || select.Items.Any(i => i.Names.Contains(name)) ? null : name;
    }

    private static string? Inner(HiveSelect select, HiveNode column) => select.From switch
    {
        HiveTableSource => column.Text,
        HiveQuerySource { Query.Selects: [{ Select.Items: [{ Value: { Form: HiveForm.Call, Text: "stack" } } stack] }] } when stack.Names.Contains(column.Text) =>
            $"col{stack.Names.IndexOf(column.Text)}",
        _ => null,
    };

    /// <summary>A name that stands in the answer already gets a number.</summary>
    private static List<Item> Distinct(List<Item> items)
    {
        var result = new List<Item>();
        foreach (var item in items)
        {
            var same = result.Count(r => r.Output.Shown == item.Output.Shown || r.Output.Name == item.Output.Shown + "_1");
            if (same > 1)
            {
                throw HiveError.Refused($"The name {item.Output.Shown} for three columns", item.Node);
            }

            result.Add(same == 0 ? item : item with { Output = item.Output with { Shown = item.Output.Shown + "_1" } });
        }

        return result;
    }

    /// <summary>Puts order and limit around: what is ordered by and not selected goes along as a hidden column.</summary>
    private HivePlan Finished(HiveSelect select, HiveQuery? query, ImmutableArray<Item> items, string tail, HiveExpressions behind)
    {
        var columns = items.Select(i => i.Output).ToImmutableArray();
        var list = items.Select((item, i) => $"{(item.Output.Type.Kind == Kind.Unknown ? "CAST(NULL AS INTEGER)" : item.Sql)} AS c{i}").ToList();
        var distinct = select.Distinct ? "DISTINCT " : "";
        if (query is null || (query.Order.IsEmpty && query.Limit is null))
        {
            return new HivePlan($"SELECT {distinct}{string.Join(", ", list)}{tail}", columns);
        }

        var name = context.NextName();
        var order = new List<string>();
        var outputs = OverOutputs(columns, name, behind.Scope.Outer);
        foreach (var one in query.Order)
        {
            TrinoException? unknown = null;
            var sql = ByPlace(one, columns, name) ?? Known(one, outputs, out unknown) ?? Hidden(one, select, behind, list, name) ?? throw unknown!;
            order.Add(HiveWindows.Ordered(one, sql, context));
        }

        return new HivePlan($"SELECT {Columns(columns, name)} FROM (SELECT {distinct}{string.Join(", ", list)}{tail}) AS {name}{Tail(order, query)}", columns);
    }

    private static string? Known(HiveOrder order, HiveExpressions outputs, out TrinoException? unknown)
    {
        unknown = null;
        try
        {
            return outputs.Analyze(order.Value).Sql;
        }
        catch (TrinoException error) when (error.ErrorName is HiveError.SemanticError)
        {
            unknown = error;
            return null;
        }
    }

    /// <summary>Hive 2 sees what is selected alone.</summary>
    private string? Hidden(HiveOrder order, HiveSelect select, HiveExpressions behind, List<string> list, string name)
    {
        if (!context.IsFour && HasAggregate(order.Value, context) && order.Value.Items.All(i => i.Form == HiveForm.Star))
        {
            throw HiveError.Refused("An aggregate in ORDER BY (name it in SELECT and order by the name)", order.Value);
        }

        if (!context.IsFour || select.Distinct)
        {
            return null;
        }

        list.Add($"{behind.Analyze(order.Value).Sql} AS o{list.Count}");
        return $"{name}.o{list.Count - 1}";
    }

    /// <summary>EXISTS, IN (SELECT …) and a scalar sub-query.</summary>
    public HiveValue SubQuery(HiveNode node, HiveExpressions around)
    {
        if (around.IsSelectList && !context.IsFour && !(node.Text == "SCALAR" && around.Scope.Fields.IsEmpty))
        {
            throw around.Scope.Fields.IsEmpty ? HiveError.Refused("A sub-query in SELECT", node.At) : HiveError.Semantic(10249, "Unsupported SubQuery Expression Currently SubQuery expressions are only allowed as Where and Having Clause predicates");
        }

        if (around.Groups is not null)
        {
            throw HiveError.Refused("A sub-query in a grouped query", node);
        }

        var plan = Analyze(node.Query!, around.Scope);
        if (node.Text == "EXISTS")
        {
            return HiveValue.Boolean($"EXISTS ({plan.Sql})");
        }

        if (plan.Columns.Length != 1)
        {
            throw HiveError.Semantic(null, "SubQuery can contain only 1 item in Select List.");
        }

        var column = plan.Columns[0];
        if (node.Text == "SCALAR")
        {
            return new HiveValue(column.Type, $"({plan.Sql})");
        }

        var name = context.NextName();
        var left = around.Analyze(node.Items[0]);
        var right = new HiveValue(column.Type, $"{name}.c0");
        if (!left.Type.Equals(right.Type) && !(left.Type.IsNumeric && right.Type.IsNumeric) && !(left.IsText && right.IsText))
        {
            throw HiveError.Refused("IN (SELECT …) of another type", node.Items[0]);
        }

        return HiveValue.Boolean($"{left.Sql} IN (SELECT {right.Sql} FROM ({plan.Sql}) AS {name})");
    }

    /// <summary>A view of this dialect, or null where there is none.</summary>
    public HivePlan? View(string database, string name) => context.Schema.View(database, name) switch
    {
        null => null,
        var text when text.StartsWith(ViewMark, StringComparison.Ordinal) =>
            new HiveQueries(context).Statement(((HiveSelectStatement)HiveParser.Parse(text[ViewMark.Length..], context.Version)).Query),
        _ => throw HiveError.Refused($"The view {name} of Trino's SQL"),
    };

    /// <summary>Stands before the text of a view, which Trino's parser then refuses.</summary>
    public const string ViewMark = "HIVE: ";
}
