using System.Collections.Immutable;
using Cdp.Trino.Execution;
using Cdp.Trino.Translation;
using Cdp.Trino.Types;

namespace Cdp.Trino.Hive;

internal sealed record HiveField(string Qualifier, string Name, Typed Value);

/// <summary>Gives an expression its type by Hive's rules, and DuckDB's text for it. What is not proven is refused.</summary>
internal sealed class HiveExpressions(ImmutableArray<HiveField> fields)
{
    public Typed Analyze(HiveNode node) => node.Form switch
    {
        HiveForm.Null => Typed.Null,
        HiveForm.Text => new Typed(TrinoType.Varchar, Duck.Text(node.Text)) { Constant = node.Text },
        HiveForm.Number => HiveTypes.Number(node.Text),
        HiveForm.Boolean => new Typed(TrinoType.Boolean, node.Text),
        HiveForm.Name => Named(node),
        HiveForm.Cast => Cast(node),
        HiveForm.Case => Case(node),
        HiveForm.Operator => Operator(node),
        HiveForm.Call when node.Over is null && !node.Distinct => HiveFunctions.Call(node, [.. node.Items.Select(Analyze)]),
        _ => throw HiveError.Refused($"'{node.Text}' in this place", node.At.Line, node.At.Column),
    };

    public string Condition(HiveNode node)
    {
        var value = Analyze(node);
        return value.Type.Kind == Kind.Boolean ? value.Sql : throw HiveError.Refused("A condition that is not boolean", node.At.Line, node.At.Column);
    }

    private Typed Named(HiveNode node)
    {
        var found = fields.Where(f => f.Name == node.Text && (node.Qualifier is null || node.Qualifier == f.Qualifier)).ToList();
        return found.Count switch
        {
            1 => found[0].Value,
            0 when node.Qualifier is null && !node.Text.StartsWith("current", StringComparison.Ordinal) => throw HiveError.Semantic($"Invalid table alias or column reference '{node.Text}'", node),
            _ => throw HiveError.Refused($"The name {node.Text}", node.At.Line, node.At.Column),
        };
    }

    private Typed Cast(HiveNode node)
    {
        var value = Analyze(node.Items[0]);
        var type = HiveTypes.Parse(node.Text);
        return value.IsNull && type.Kind == Kind.Unknown ? throw HiveError.Refused("A cast to void") : HiveTypes.Convert(value, type);
    }

    private Typed Case(HiveNode node)
    {
        var items = node.Items.Select(Analyze).ToList();
        var type = TrinoType.Unknown;
        var last = items.Count % 2 == 1;
        for (var i = 0; i < items.Count; i++)
        {
            var condition = i % 2 == 0 && !(last && i == items.Count - 1);
            if (condition ? items[i].Type.Kind != Kind.Boolean : items[i].Type.Kind == Kind.Decimal)
            {
                throw HiveError.Refused("A CASE of these types", node.At.Line, node.At.Column);
            }

            type = condition ? type : HiveTypes.Common(type, items[i].Type) ?? throw HiveError.Refused("A CASE of mixed types", node.At.Line, node.At.Column);
        }

        var branches = Enumerable.Range(0, items.Count / 2).Select(i => $"WHEN {items[2 * i].Sql} THEN {HiveTypes.Cast(items[(2 * i) + 1], type)}");
        var otherwise = last ? $" ELSE {HiveTypes.Cast(items[^1], type)}" : "";
        return type.Kind == Kind.Unknown ? throw HiveError.Refused("A CASE of NULLs") : new Typed(type, $"(CASE {string.Join(" ", branches)}{otherwise} END)");
    }

    private Typed Operator(HiveNode node)
    {
        var items = node.Items.Select(Analyze).ToList();
        var (a, b) = (items[0], items[^1]);
        Typed Boolean(string sql) => new(TrinoType.Boolean, $"({sql})");
        switch (node.Text)
        {
            case "IS NULL" or "IS NOT NULL":
                return Boolean($"{a.Sql} {node.Text}");
            case "AND" or "OR" when a.Type.Kind == Kind.Boolean && b.Type.Kind == Kind.Boolean:
                return Boolean($"{a.Sql} {node.Text} {b.Sql}");
            case "NOT" when a.Type.Kind == Kind.Boolean:
                return Boolean($"NOT {a.Sql}");
            case "=" or "<>" or "<" or ">" or "<=" or ">=":
                return Compared(node, a, b, node.Text);
            case "BETWEEN":
                return Boolean($"{Compared(node, a, items[1], ">=").Sql} AND {Compared(node, a, items[2], "<=").Sql}");
            case "IN" when items.Count > 1 && items.TrueForAll(i => i.Type.Equals(a.Type)):
                return Boolean(string.Join(" OR ", items.Skip(1).Select(i => Compared(node, a, i, "=").Sql)));
            case "RLIKE" when a.Type.Kind == Kind.Varchar && b.Type.Kind == Kind.Varchar && b.Constant is not ("" or null):
                return Boolean($"trino_hive_rlike({a.Sql}, {b.Sql}) = 'true'");
            case "LIKE" when a.Type.Kind == Kind.Varchar && b.Constant is { } pattern && !pattern.Contains('\\', StringComparison.Ordinal):
                return Boolean($"{a.Sql} LIKE {b.Sql}");
            case "NEGATE" when a.Type.IsNumeric && node.Items[0].Text != "NEGATE":
                return new Typed(a.Type, $"CAST((- {a.Sql}) AS {DuckTypes.Of(a.Type)})");
            case "+" or "-" or "*" or "/" or "%" or "DIV":
                return Arithmetic(node, a, b);
        }

        throw HiveError.Refused($"{node.Text} of these operands", node.At.Line, node.At.Column);
    }

    private static Typed Compared(HiveNode node, Typed a, Typed b, string sign)
    {
        var type = HiveTypes.Common(a.Type, b.Type);
        if (type is null && a.Type.Kind is Kind.Varchar or Kind.Integer && b.Type.Kind is Kind.Varchar or Kind.Integer)
        {
            type = TrinoType.Double;
        }

        return type is null || type.Kind is Kind.Unknown or Kind.Array or Kind.Map or Kind.Row || (type.Kind == Kind.Boolean && sign != "=")
            ? throw HiveError.Refused($"A comparison of {HiveTypes.Name(a.Type)} with {HiveTypes.Name(b.Type)}", node.At.Line, node.At.Column)
            : new Typed(TrinoType.Boolean, $"({HiveTypes.Convert(a, type).Sql} {sign} {HiveTypes.Convert(b, type).Sql})");
    }

    private static Typed Arithmetic(HiveNode node, Typed a, Typed b)
    {
        var sign = node.Text;
        var whole = a.Type.IsInteger && b.Type.IsInteger;
        if (sign == "DIV" && whole && b.Constant is not (null or "0"))
        {
            return new Typed(TrinoType.BigInt, $"CAST(({a.Sql} // {b.Sql}) AS BIGINT)");
        }

        if (whole && sign is "+" or "-" or "*")
        {
            var type = HiveTypes.Common(a.Type, b.Type)!;
            return new Typed(type, $"({HiveTypes.Cast(a, type)} {sign} {HiveTypes.Cast(b, type)})");
        }

        if (whole && sign == "%")
        {
            var type = HiveTypes.Common(a.Type, b.Type)!;
            return new Typed(type, $"({HiveTypes.Cast(a, type)} % nullif({HiveTypes.Cast(b, type)}, 0))");
        }

        var doubles = (sign == "/" && whole) || a.Type.Kind is Kind.Double or Kind.Varchar || b.Type.Kind is Kind.Double or Kind.Varchar;
        if (!doubles || sign == "DIV" || a.IsNull || b.IsNull || a.Type.Kind is Kind.Boolean or Kind.Date or Kind.Array || b.Type.Kind is Kind.Boolean or Kind.Date or Kind.Array)
        {
            throw HiveError.Refused($"{sign} of {HiveTypes.Name(a.Type)} and {HiveTypes.Name(b.Type)}", node.At.Line, node.At.Column);
        }

        var right = HiveTypes.Convert(b, TrinoType.Double).Sql;
        return new Typed(TrinoType.Double, $"({HiveTypes.Convert(a, TrinoType.Double).Sql} {sign} {(sign is "/" or "%" ? $"nullif({right}, 0)" : right)})");
    }
}
