using System.Collections.Immutable;
using Cdp.Trino.Types;

namespace Cdp.Trino.Hive;

internal sealed partial class HiveExpressions
{
    private HiveValue Operator(HiveNode node)
    {
        if (node.Text == "IN ROWS")
        {
            return InRows(node);
        }

        var items = node.Items.Select(Analyze).ToImmutableArray();
        var (a, b) = (items[0], items[^1]);
        var value = node.Text switch
        {
            "IS NULL" or "IS NOT NULL" => HiveValue.Boolean($"{a.Sql} {node.Text}"),
            "IS TRUE" or "IS FALSE" when a.Type.Kind is Kind.Boolean or Kind.Unknown =>
                HiveValue.Boolean($"coalesce({(a.IsNull ? "NULL" : a.Sql)} = {node.Text[3..]}, false)"),
            "AND" or "OR" => HiveValue.Boolean($"{Truth(node, a)} {node.Text} {Truth(node, b)}"),
            "NOT" => HiveValue.Boolean($"NOT {Truth(node, a)}"),
            "=" or "<>" or "<" or ">" or "<=" or ">=" or "<=>" => HiveComparisons.Compare(node, node.Text, a, b, context),
            "BETWEEN" => HiveValue.Boolean(
                $"{HiveComparisons.Compare(node, ">=", a, items[1], context).Sql} AND {HiveComparisons.Compare(node, "<=", a, items[2], context).Sql}"),
            "IN" => HiveComparisons.In(node, items, context),
            "LIKE" => HiveLike.Like(node, a, b, context),
            "RLIKE" => HiveLike.Find(node, a, b),
            "||" when items.Any(i => i.IsNested) => throw HiveError.Semantic(null, "Wrong arguments: The function STRING takes only primitive types"),
            "||" => HiveFunctions.Find("concat")!.Make(new HiveCall(node with { Text = "concat" }, items, this)),
            "NEGATE" => Negated(node, a),
            "PLUS" when a.Type.IsNumeric => a,
            "~" or "&" or "|" or "^" => Bits(node, items),
            "+" or "-" or "*" or "/" or "%" or "DIV" => HiveArithmetic.Apply(node, a, b, context),
            _ => throw HiveError.Refused($"{node.Text} of {HiveTypes.Name(a.Type)}", node),
        };
        return value with { IsConstant = items.All(i => i.IsConstant) };
    }

    /// <summary>An operand of AND, OR and NOT.</summary>
    private string Truth(HiveNode node, HiveValue value) => value.Type.Kind switch
    {
        Kind.Boolean => value.Sql,
        Kind.Unknown => "CAST(NULL AS BOOLEAN)",
        _ when context.IsFour && (value.Type.IsNumeric || value.IsText) => HiveCasts.To(value, TrinoType.Boolean, context).Sql,
        _ when value.IsConstant && value.Type.IsInteger && !context.IsFour => throw HiveError.Semantic(null, "ClassCastException: an integer cannot be cast to a boolean"),
        _ => throw HiveError.Refused($"{node.Text} of {HiveTypes.Name(value.Type)}", node),
    };

    private HiveValue InRows(HiveNode node)
    {
        var left = node.Items[0];
        var rows = node.Items.Skip(1).Select(row =>
        {
            if (row.Form != HiveForm.Rows || row.Items.Length != left.Items.Length)
            {
                throw HiveError.Refused("IN of rows of another width", node);
            }

            return $"({string.Join(" AND ", row.Items.Select((item, i) => HiveComparisons.Compare(node, "=", Analyze(left.Items[i]), Analyze(item), context).Sql))})";
        });
        return HiveValue.Boolean(string.Join(" OR ", rows));
    }

    private HiveValue Negated(HiveNode node, HiveValue value)
    {
        if (node.Items[0] is { Form: HiveForm.Operator, Text: "NEGATE" })
        {
            throw HiveError.Semantic(HiveError.WrongArguments, "Wrong arguments '-': GenericUDFOPMinus requires two arguments.", node.At);
        }

        return value.IsText ? new HiveValue(TrinoType.Double, $"(- {HiveCasts.ToDouble(value, context).Sql})")
            : value.Type.IsFloating ? new HiveValue(value.Type, value.Literal?.Trim('0', '.', 'E') is "" ? value.Sql : $"(- {value.Sql})")
            : value.Type.IsNumeric ? new HiveValue(value.Type, $"CAST((- {value.Sql}) AS {DuckTypes.Of(value.Type)})") { Literal = value.Literal is null ? null : "-" + value.Literal }
            : throw HiveError.Refused($"- of {HiveTypes.Name(value.Type)}", node);
    }

    private HiveValue Bits(HiveNode node, ImmutableArray<HiveValue> items)
    {
        if (items.Any(i => !i.Type.IsInteger))
        {
            throw items.Any(i => i.Type.Kind is Kind.Decimal or Kind.Double or Kind.Varchar)
                ? HiveError.Semantic(HiveError.WrongArguments, $"Wrong arguments: No matching method for {node.Text} with ({string.Join(", ", items.Select(i => HiveTypes.Name(i.Type)))})", node)
                : HiveError.Refused($"{node.Text} of these operands", node);
        }

        var type = items.Select(i => i.Type).Aggregate(HiveTypes.Numeric);
        var sql = items.Select(i => HiveCasts.To(i, type, context).Sql).ToList();
        return new HiveValue(type, node.Text switch
        {
            "~" => $"(~ {sql[0]})",
            "^" => $"xor({sql[0]}, {sql[1]})",
            _ => $"({sql[0]} {node.Text} {sql[1]})",
        });
    }
}
