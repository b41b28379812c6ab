using System.Collections.Immutable;
using Cdp.Trino.Types;

namespace Cdp.Trino.Hive;

/// <summary>Queries: WITH, set operations, order and limit around SELECTs.</summary>
internal sealed partial class HiveQueries(HiveContext context)
{
    private readonly List<(string Name, string Sql)> _with = [];
    private ImmutableDictionary<string, (string Name, ImmutableArray<HiveOutput> Columns)> _common =
        ImmutableDictionary<string, (string, ImmutableArray<HiveOutput>)>.Empty;

    /// <summary>A whole statement's query, with what it defines by WITH in front.</summary>
    public HivePlan Statement(HiveQuery query)
    {
        var plan = Analyze(query, null, isTop: true);
        return _with.Count == 0 ? plan : plan with { Sql = $"WITH {string.Join(", ", _with.Select(w => $"{w.Name} AS ({w.Sql})"))} {plan.Sql}" };
    }

    public (string Name, ImmutableArray<HiveOutput> Columns)? Common(string name) => _common.TryGetValue(name, out var common) ? common : null;

    public HivePlan Analyze(HiveQuery query, HiveScope? outer, bool isTop = false)
    {
        var around = _common;
        foreach (var common in query.With)
        {
            Define(common);
        }

        var plan = query.Selects.Length == 1
            ? Select(query.Selects[0].Select, outer, query, isTop)
            : Ordered(Union(query, outer), query);
        _common = around;
        return plan;
    }

    private void Define(HiveCommon common)
    {
        var plan = Analyze(common.Query, null);
        var columns = plan.Columns;
        if (!common.Columns.IsEmpty)
        {
            columns = common.Columns.Length == columns.Length
                ? [.. columns.Select((c, i) => c with { Name = common.Columns[i], Shown = common.Columns[i], Unnamed = false })]
                : throw HiveError.Semantic(null, "WITH-clause query names another number of columns");
        }

        var name = context.NextName();
        _with.Add((name, plan.Sql));
        _common = _common.SetItem(common.Name, (name, columns));
    }

    private HivePlan Union(HiveQuery query, HiveScope? outer)
    {
        var plans = query.Selects.Select(s => Select(s.Select, outer, null, isTop: false)).ToList();
        var signs = query.Selects.Skip(1).Select(s => s.Operator).ToList();
        if (signs.Exists(s => !s.StartsWith("UNION", StringComparison.Ordinal)))
        {
            if (!context.IsFour)
            {
                throw HiveError.Semantic(null, "NullPointerException: INTERSECT and MINUS need a later version of Hive");
            }

            if (signs.Count > 1)
            {
                throw HiveError.Refused("INTERSECT or EXCEPT beside other set operations");
            }
        }

        if (plans.Exists(p => p.Columns.Length != plans[0].Columns.Length))
        {
            throw HiveError.Semantic(null, "Schema of both sides of union should match.");
        }

        var types = plans[0].Columns.Select((_, i) => plans.Skip(1).Aggregate(plans[0].Columns[i], (t, p) => Met(t, p.Columns[i]))).ToList();
        var parts = plans.Select((p, n) =>
        {
            var name = context.NextName();
            var columns = p.Columns.Select((c, i) => types[i].Type.Kind == Kind.Unknown
                ? $"{name}.c{i} AS c{i}"
                : $"{HiveCasts.To(new HiveValue(c.Type, $"{name}.c{i}"), types[i].Type, context).Sql} AS c{i}");
            return $"{(n == 0 ? "" : $" {signs[n - 1]} ")}SELECT {string.Join(", ", columns)} FROM ({p.Sql}) AS {name}";
        });
        return new HivePlan(string.Concat(parts), [.. plans[0].Columns.Select((c, i) => new HiveOutput(c.Name, c.Name, types[i].Type) { Unnamed = c.Unnamed })]);
    }

    private static HiveOutput Met(HiveOutput a, HiveOutput b)
    {
        if (a.Type.Equals(b.Type) || b.Type.Kind == Kind.Unknown)
        {
            return a with { Literal = null };
        }

        if (a.Type.Kind == Kind.Unknown)
        {
            return b with { Literal = null };
        }

        return a.Type.IsNumeric && b.Type.IsNumeric && a.Type.Kind != Kind.Real && b.Type.Kind != Kind.Real
            ? a with { Type = HiveTypes.Numeric(Exact(a, b), Exact(b, a)), Literal = null }
            : a.Type.IsText && b.Type.IsText ? a with { Type = TrinoType.Varchar, Literal = null }
            : a.Type.Kind is Kind.Date or Kind.Timestamp || b.Type.Kind is Kind.Date or Kind.Timestamp ? throw HiveError.Refused("A UNION of dates and other types")
            : throw HiveError.Semantic(
                null,
                $"Schema of both sides of union should match: Column {a.Name} is of type {HiveTypes.Name(a.Type)} on first table and type {HiveTypes.Name(b.Type)} on second table. Cannot tell the position of null AST.");
    }

    /// <summary>A literal beside a decimal has as many digits as it is written with.</summary>
    private static TrinoType Exact(HiveOutput one, HiveOutput other) =>
        other.Type.Kind == Kind.Decimal && one.Literal is { } digits ? TrinoType.Decimal(digits.TrimStart('-').Length, 0) : one.Type;

    /// <summary>An order over the names of the answer alone, and the limit.</summary>
    private HivePlan Ordered(HivePlan plan, HiveQuery query)
    {
        if (query.Order.IsEmpty && query.Limit is null)
        {
            return plan;
        }

        var name = context.NextName();
        var expressions = OverOutputs(plan.Columns, name, null);
        var order = query.Order.Select(o => HiveWindows.Ordered(o, ByPlace(o, plan.Columns, name) ?? expressions.Analyze(o.Value).Sql, context)).ToList();
        return plan with { Sql = $"SELECT {Columns(plan.Columns, name)} FROM ({plan.Sql}) AS {name}{Tail(order, query)}" };
    }

    private static string Columns(ImmutableArray<HiveOutput> columns, string name) => string.Join(", ", columns.Select((_, i) => $"{name}.c{i} AS c{i}"));

    private static string Tail(List<string> order, HiveQuery query)
    {
        var by = order.Count == 0 ? "" : $" ORDER BY {string.Join(", ", order)}";
        var limit = query.Limit is null ? "" : $" LIMIT {query.Limit}{(query.Offset > 0 ? $" OFFSET {query.Offset}" : "")}";
        return by + limit;
    }

    /// <summary>A number names a column by its place.</summary>
    private static string? ByPlace(HiveOrder order, ImmutableArray<HiveOutput> columns, string name) =>
        order.Value.Form == HiveForm.Number && int.TryParse(order.Value.Text, out var place)
            ? place >= 1 && place <= columns.Length
                ? $"{name}.c{place - 1}"
                : throw HiveError.Semantic(10220, $"Invalid position alias in Order By: Position alias: {place} does not exist", order.Value)
            : null;

    private HiveExpressions OverOutputs(ImmutableArray<HiveOutput> columns, string name, HiveScope? outer) => new(
        context,
        new HiveScope(
            [.. columns.Select((c, i) => new HiveField(c.Qualifier ?? "", c.Name, new HiveValue(c.Type, $"{name}.c{i}"))).DistinctBy(f => (f.Qualifier, f.Name))], outer))
    {
        Queries = this,
    };
}
