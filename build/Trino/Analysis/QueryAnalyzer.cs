using System.Collections.Immutable;
using Cdp.Trino.Functions;
using Cdp.Trino.Syntax;
using Cdp.Trino.Translation;
using Cdp.Trino.Types;

namespace Cdp.Trino.Analysis;

/// <summary>Turns queries into DuckDB SQL; every relation and column gets a name of its own on the way.</summary>
internal sealed partial class QueryAnalyzer(QueryContext context, ISchemaSource schema, bool decimalsAreDoubles)
{
    public const string CatalogName = "td";

    private int _number;

    /// <summary>The views inside whose queries this one stands.</summary>
    private ImmutableHashSet<string> _views = [];

    /// <summary>All views that were read, also from within views.</summary>
    public HashSet<string> ViewsRead { get; private init; } = [];

    public QueryContext Context { get; } = context;

    public ISchemaSource Schema { get; } = schema;

    public bool DecimalsAreDoubles { get; } = decimalsAreDoubles;

    public int NextNumber() => ++_number;

    public QueryPlan Analyze(Query query)
    {
        var plan = Analyze(query, null, ImmutableDictionary<string, CommonTable>.Empty);
        return plan with { WholeReads = [.. _wholeReads] };
    }

    /// <summary>A query inside an expression sees that expression's columns.</summary>
    public QueryPlan Analyze(Query query, ExpressionAnalyzer outer) => Analyze(query, outer, outer.Scope.Tables);

    public bool HasAggregate(Expression expression) => SyntaxWalk.Within(expression).Any(e =>
        e is Grouping || (e is FunctionCall { Over: null } call && IsAggregate(call.Function)));

    private bool IsAggregate(string name) =>
        FunctionTable.All.Find(name, Context.Dialect) is { IsEmpty: false } entries && entries[0].Kind == FunctionKind.Aggregate;

    private QueryPlan Analyze(Query query, ExpressionAnalyzer? outer, ImmutableDictionary<string, CommonTable> tables)
    {
        var with = "";
        if (query.With is { } list)
        {
            (with, tables) = Common(list, outer, tables);
        }

        var plan = query.Body is Select select
            ? Selected(select, query, outer, tables)
            : Ordered(Body(query.Body, outer, tables), query, outer, tables);
        return plan with { Sql = with + plan.Sql };
    }

    private (string Sql, ImmutableDictionary<string, CommonTable> Tables) Common(
        With with,
        ExpressionAnalyzer? outer,
        ImmutableDictionary<string, CommonTable> tables)
    {
        var parts = new List<string>();
        var seen = new HashSet<string>();
        foreach (var named in with.Queries)
        {
            if (!seen.Add(named.Name.Lower))
            {
                throw Scope.Error("DUPLICATE_NAMED_QUERY", named.At, $"WITH query name '{named.Name.Text}' specified more than once");
            }

            if (named.Columns.GroupBy(c => c.Lower).FirstOrDefault(g => g.Count() > 1) is { } twice)
            {
                throw Scope.Error("DUPLICATE_COLUMN_NAME", twice.Last().At, $"Column name '{twice.Last().Text}' specified more than once");
            }

            if (with.Recursive)
            {
                RecursiveQueries.Check(named);
            }

            if (with.Recursive && RecursiveQueries.IsRecursive(named))
            {
                var unrolled = RecursiveQueries.Unroll(named, query => Analyze(query, outer, tables), (body, own) => Body(body, outer, own), tables, NextNumber);
                parts.AddRange(unrolled.Parts);
                tables = tables.SetItem(named.Name.Lower, unrolled.Table);
                continue;
            }

            var plan = Analyze(named.Query, outer, tables);
            var columns = Renamed(plan.Columns, named.Columns, named.Name);
            var name = $"w{NextNumber()}";
            parts.Add($"{name} AS ({plan.Sql})");
            tables = tables.SetItem(named.Name.Lower, new CommonTable(name, columns));
        }

        return ($"WITH {string.Join(", ", parts)} ", tables);
    }

    private static ImmutableArray<OutputColumn> Renamed(ImmutableArray<OutputColumn> columns, ImmutableArray<Name> names, Name alias)
    {
        if (names.IsEmpty)
        {
            return columns;
        }

        return names.Length == columns.Length
            ? [.. columns.Select((c, i) => c with { Name = names[i].Lower })]
            : throw Scope.Error("MISMATCHED_COLUMN_ALIASES", alias.At, $"Column alias list has {names.Length} entries but '{alias.Lower}' has {columns.Length} columns available");
    }

    private QueryPlan Body(QueryBody body, ExpressionAnalyzer? outer, ImmutableDictionary<string, CommonTable> tables) => body switch
    {
        Select select => Selected(select, null, outer, tables),
        NestedQuery nested => Analyze(nested.Query, outer, tables),
        ValuesQuery values => Valued(values, outer, tables),
        TableQuery table => All(Table(new TableReference(table.At, table.Table), tables)),
        SetOperation set => Combined(set, outer, tables),
        _ => throw Scope.Error(TrinoException.NotSupportedLocally, body.At, "This query is not supported locally"),
    };

    private static QueryPlan All(RelationPlan relation) => new(
        $"SELECT {string.Join(", ", relation.Fields.Select((f, i) => $"{f.Sql} AS c{i}"))} FROM {relation.Sql}",
        [.. relation.Fields.Select(f => new OutputColumn(f.Name, f.Type))]);

    private QueryPlan Combined(SetOperation set, ExpressionAnalyzer? outer, ImmutableDictionary<string, CommonTable> tables)
    {
        // a chain of unions is flat, however long
        var operands = new List<(string Operator, QueryPlan Plan, SqlPosition At)>();
        var node = (QueryBody)set;
        var pending = new Stack<(SetOperation Set, QueryBody Right)>();
        while (node is SetOperation inner)
        {
            pending.Push((inner, inner.Right));
            node = inner.Left;
        }

        var left = Body(node, outer, tables);
        while (pending.TryPop(out var next))
        {
            left = Pair(next.Set, left, Body(next.Right, outer, tables));
        }

        _ = operands;
        return left;
    }

    private static QueryPlan Pair(SetOperation set, QueryPlan left, QueryPlan right)
    {
        var word = set.Operator;
        if (left.Columns.Length != right.Columns.Length)
        {
            throw Scope.Error("TYPE_MISMATCH", set.At, $"{word} query has different number of fields: {left.Columns.Length}, {right.Columns.Length}");
        }

        var columns = left.Columns.Select((c, i) => c with
        {
            Type = Coercion.Common(c.Type, right.Columns[i].Type) ?? throw Scope.Error(
                "TYPE_MISMATCH", set.At, $"column {i + 1} in {word} query has incompatible types: {c.Type.Name}, {right.Columns[i].Type.Name}"),
        }).ToImmutableArray();
        if ((set.Distinct || word != "UNION") && columns.FirstOrDefault(c => !c.Type.IsComparable) is { } bad)
        {
            throw Scope.Error("TYPE_MISMATCH", set.At, $"Type {bad.Type.Name} is not comparable and therefore cannot be used in {word} DISTINCT");
        }

        return new QueryPlan(
            $"({Converted(left, columns)}) {word}{(set.Distinct ? "" : " ALL")} ({Converted(right, columns)})",
            columns);
    }

    /// <summary>The same rows with columns of other types, by coercion.</summary>
    private static string Converted(QueryPlan plan, ImmutableArray<OutputColumn> columns) =>
        plan.Columns.Zip(columns).All(p => DuckTypes.Of(p.First.Type) == DuckTypes.Of(p.Second.Type) && p.First.Type.Kind != Kind.Unknown)
            ? plan.Sql
            : $"SELECT {string.Join(", ", plan.Columns.Select((c, i) => $"{Casts.Implicit(new Typed(c.Type, $"q.c{i}"), columns[i].Type).Sql} AS c{i}"))} FROM ({plan.Sql}) AS q";

    private QueryPlan Valued(ValuesQuery values, ExpressionAnalyzer? outer, ImmutableDictionary<string, CommonTable> tables)
    {
        var analyzer = new ExpressionAnalyzer(this, new Scope([], outer, tables)) { Clause = "VALUES", Root = values.At };
        var rows = values.Rows.Select(r => (r.At, Items: r is RowConstructor row ? row.Items.Select(analyzer.Analyze).ToList() : Single(analyzer.Analyze(r)))).ToList();
        var width = rows[0].Items.Count;
        var types = new TrinoType[width];
        for (var i = 0; i < width; i++)
        {
            var type = TrinoType.Unknown;
            foreach (var (at, items) in rows)
            {
                if (items.Count != width)
                {
                    throw Scope.Error("TYPE_MISMATCH", values.At, $"Values rows have mismatched sizes: {width} vs {items.Count}");
                }

                type = Coercion.Common(type, items[i].Type) ?? throw Scope.Error("TYPE_MISMATCH", values.At, $"Values rows have mismatched types: {type.Name} vs {items[i].Type.Name}");
            }

            types[i] = type;
        }

        var lines = rows.Select(r => $"({string.Join(", ", r.Items.Select((item, i) => item.IsNull ? Sql.Cast("NULL", types[i]) : Casts.Implicit(item, types[i]).Sql))})");
        var names = string.Join(", ", Enumerable.Range(0, width).Select(i => $"c{i}"));
        return new QueryPlan(
            $"SELECT {names} FROM (VALUES {string.Join(", ", lines)}) AS r{NextNumber()}({names})",
            [.. types.Select(t => new OutputColumn(null, t))]);
    }

    private static List<Typed> Single(Typed value) => value.Type.Kind == Kind.Row
        ? [.. value.Type.Items.Select((t, i) => new Typed(t, $"{value.Sql}.f{i}"))]
        : [value];

    /// <summary>ORDER BY, OFFSET and LIMIT of what is not a plain SELECT.</summary>
    private QueryPlan Ordered(QueryPlan plan, Query query, ExpressionAnalyzer? outer, ImmutableDictionary<string, CommonTable> tables)
    {
        if (query.OrderBy.IsEmpty && query.Limit is null && query.Offset is null)
        {
            return plan;
        }

        var name = $"r{NextNumber()}";
        var fields = plan.Columns.Select((c, i) => new Field(c.Name, c.Type, $"{name}.c{i}", null)).ToImmutableArray();
        var analyzer = new ExpressionAnalyzer(this, new Scope(fields, outer, tables)) { Root = query.At };
        var order = query.OrderBy.IsEmpty
            ? ""
            : " ORDER BY " + string.Join(", ", query.OrderBy.Select(item => ExpressionAnalyzer.OrderKey(
                item.Key is IntegerLiteral ordinal ? Ordinal(ordinal, fields) : analyzer.Analyze(item.Key), item)));
        return new QueryPlan(
            $"SELECT {string.Join(", ", fields.Select((f, i) => $"{f.Sql} AS c{i}"))} FROM ({plan.Sql}) AS {name}{order}{Limits(query)}",
            plan.Columns);
    }

    private static Typed Ordinal(IntegerLiteral ordinal, ImmutableArray<Field> fields) =>
        int.TryParse(ordinal.Digits, out var n) && n >= 1 && n <= fields.Length
            ? new Typed(fields[n - 1].Type, fields[n - 1].Sql)
            : throw Scope.Error("INVALID_COLUMN_REFERENCE", ordinal.At, $"ORDER BY position {ordinal.Digits} is not in select list");

    private static string Limits(Query query)
    {
        if (query.Limit is { Count: IntegerLiteral { Digits: "0" }, IsFetch: true } none)
        {
            throw Scope.Error("NUMERIC_VALUE_OUT_OF_RANGE", none.At, "FETCH FIRST row count must be positive (actual value: 0)");
        }

        if (query.Limit is { WithTies: true } ties)
        {
            throw Scope.Error(TrinoException.NotSupportedLocally, ties.At, "FETCH … WITH TIES is not supported locally");
        }

        var limit = query.Limit?.Count is { } count ? $" LIMIT {Count(count)}" : "";
        return limit + (query.Offset is { } offset ? $" OFFSET {Count(offset)}" : "");
    }

    private static string Count(Expression count) => count is IntegerLiteral literal
        ? literal.Digits
        : throw Scope.Error(TrinoException.NotSupportedLocally, count.At, "A parameter as a row count is not supported locally");
}
