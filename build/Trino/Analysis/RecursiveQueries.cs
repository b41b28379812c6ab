using System.Collections.Immutable;
using Cdp.Trino.Syntax;
using Cdp.Trino.Translation;
using Cdp.Trino.Types;

namespace Cdp.Trino.Analysis;

/// <summary>WITH RECURSIVE as Trino plans it: the step written out ten times, the last of which must give nothing.</summary>
internal static class RecursiveQueries
{
    private const int Depth = 10;

    /// <summary>What a query of WITH RECURSIVE may not be, whether it reads itself or not.</summary>
    public static void Check(NamedQuery named)
    {
        if (named.Columns.IsEmpty)
        {
            throw Scope.Error("MISSING_COLUMN_ALIASES", named.At, "missing column aliases in recursive WITH query");
        }

        var (query, name) = (named.Query, named.Name.Lower);
        if (query.Body is not SetOperation { Operator: "UNION" } union || !IsRecursive(named))
        {
            if (Reads(query.Body, name))
            {
                throw Invalid(query.At, "recursive reference not allowed in this context");
            }

            return;
        }

        if (query.With is { } with)
        {
            throw Scope.Error("NOT_SUPPORTED", with.At, "immediate WITH clause in recursive query is not supported");
        }

        if (!query.OrderBy.IsEmpty)
        {
            throw Scope.Error("NOT_SUPPORTED", query.OrderBy[0].At, "immediate ORDER BY clause in recursive query is not supported");
        }

        if (query.Offset is { } offset)
        {
            throw Scope.Error("NOT_SUPPORTED", offset.At, "immediate OFFSET clause in recursive query is not supported");
        }

        if (query.Limit is { } limit)
        {
            throw Scope.Error("INVALID_LIMIT_CLAUSE", limit.At, "immediate FETCH FIRST or LIMIT clause in recursive query is not supported");
        }

        if (Reads(union.Left, name))
        {
            throw Invalid(union.Left.At, "WITH table name is referenced in the base relation of recursion");
        }

        if (Count(union.Right, name) > 1)
        {
            throw Invalid(union.Right.At, "multiple recursive references in the step relation of recursion");
        }

        Step(union.Right, name);
    }

    /// <summary>The step must read itself from FROM, and on no side that could make rows out of nothing.</summary>
    private static void Step(QueryBody body, string name)
    {
        switch (body)
        {
            case NestedQuery nested when nested.Query.Limit is { } limit:
                throw Scope.Error("INVALID_LIMIT_CLAUSE", limit.At, "FETCH FIRST or LIMIT clause in the step relation of recursion is not supported");
            case NestedQuery nested:
                Step(nested.Query.Body, name);
                break;
            case TableQuery table:
                throw Invalid(table.At, "recursive reference outside of FROM clause of the step relation of recursion");
            case SetOperation { Operator: "INTERSECT", Distinct: true }:
            case SetOperation { Operator: "EXCEPT", Distinct: true } except when !Reads(except.Right, name):
                break;
            case SetOperation { Operator: not "UNION" } set:
                throw Invalid(set.At, $"recursive reference in {set.Operator}{(set.Distinct ? "" : " ALL")}");
            case Select { From: { } from }:
                Step(from, name);
                break;
        }
    }

    private static void Step(Relation relation, string name)
    {
        switch (relation)
        {
            case Join { Kind: "LEFT" or "FULL" } join when Reads(join.Right, name):
                throw Invalid(join.Right.At, $"recursive reference in right source of {join.Kind} join");
            case Join { Kind: "RIGHT" or "FULL" } join when Reads(join.Left, name):
                throw Invalid(join.Left.At, $"recursive reference in left source of {join.Kind} join");
            case Join join:
                Step(join.Left, name);
                Step(join.Right, name);
                break;
            case Aliased aliased:
                Step(aliased.Relation, name);
                break;
            case QueryRelation query when Reads(query.Query.Body, name) && query.Query.Body is not TableQuery:
                Step(query.Query.Body, name);
                break;
        }
    }

    private static TrinoException Invalid(SqlPosition at, string message) => Scope.Error("INVALID_RECURSIVE_REFERENCE", at, message);

    private static int Count(QueryBody body, string name) => body switch
    {
        Select { From: { } from } => Count(from, name),
        SetOperation set => Count(set.Left, name) + Count(set.Right, name),
        NestedQuery nested => Count(nested.Query.Body, name),
        TableQuery table => table.Table.ToString() == name ? 1 : 0,
        _ => 0,
    };

    private static int Count(Relation relation, string name) => relation switch
    {
        TableReference table => table.Table.ToString() == name ? 1 : 0,
        Aliased aliased => Count(aliased.Relation, name),
        Sampled sampled => Count(sampled.Relation, name),
        Join join => Count(join.Left, name) + Count(join.Right, name),
        QueryRelation query => Shadowed(query.Query, name) ? 0 : Count(query.Query.Body, name),
        _ => 0,
    };

    /// <summary>A query of its own WITH hides the one around it.</summary>
    private static bool Shadowed(Query query, string name) => query.With?.Queries.Any(q => q.Name.Lower == name) == true;

    /// <summary>A UNION whose right side reads the query itself.</summary>
    public static bool IsRecursive(NamedQuery named) =>
        named.Query.Body is SetOperation { Operator: "UNION", Right: var right } && Reads(right, named.Name.Lower);

    public static (List<string> Parts, CommonTable Table) Unroll(
        NamedQuery named,
        Func<Query, QueryPlan> anchor,
        Func<QueryBody, ImmutableDictionary<string, CommonTable>, QueryPlan> step,
        ImmutableDictionary<string, CommonTable> tables,
        Func<int> number)
    {
        var union = (SetOperation)named.Query.Body;
        var first = anchor(new Query(union.Left.At, null, union.Left, [], null, null));
        if (first.Columns.Length != named.Columns.Length)
        {
            throw Scope.Error("MISMATCHED_COLUMN_ALIASES", named.At, $"Column alias list has {named.Columns.Length} entries but '{named.Name.Lower}' has {first.Columns.Length} columns available");
        }

        var columns = first.Columns.Select((c, i) => c with { Name = named.Columns[i].Lower }).ToImmutableArray();
        var parts = new List<string>();
        var rounds = new List<string>();
        string Add(string sql)
        {
            var name = $"w{number()}";
            parts.Add($"{name} AS MATERIALIZED ({sql})");
            return name;
        }

        rounds.Add(Add(first.Sql));
        for (var i = 0; i < Depth; i++)
        {
            var plan = step(union.Right, tables.SetItem(named.Name.Lower, new CommonTable(rounds[^1], columns)));
            rounds.Add(Add(Fitted(plan, columns, union.At)));
        }

        var fail = Sql.FailWith("NOT_SUPPORTED", $"Recursion depth limit exceeded ({Depth}). Use 'max_recursion_depth' session property to modify the limit.", columns[0].Type);
        var names = string.Join(", ", columns.Select((_, i) => $"c{i}"));
        var rest = columns.Skip(1).Select(c => Sql.Cast("NULL", c.Type));
        var all = rounds.Take(Depth).Select(r => $"SELECT {names} FROM {r}")
            .Append($"SELECT {string.Join(", ", rest.Prepend(fail))} FROM {rounds[^1]}");
        var whole = string.Join(" UNION ALL ", all);
        return (parts, new CommonTable(Add(union.Distinct ? $"SELECT DISTINCT {names} FROM ({whole}) AS q" : whole), columns));
    }

    private static string Fitted(QueryPlan plan, ImmutableArray<OutputColumn> columns, SqlPosition at)
    {
        if (plan.Columns.Length != columns.Length)
        {
            throw Scope.Error("TYPE_MISMATCH", at, $"base and step relations of recursion have different number of fields: {columns.Length}, {plan.Columns.Length}");
        }

        var list = plan.Columns.Select((c, i) => Coercion.Can(c.Type, columns[i].Type)
            ? $"{Casts.Implicit(new Typed(c.Type, $"q.c{i}"), columns[i].Type).Sql} AS c{i}"
            : throw Scope.Error("TYPE_MISMATCH", at, $"recursion step relation output type ({c.Type.Name}) is not coercible to recursion base relation output type ({columns[i].Type.Name}) at column {i + 1}"));
        return $"SELECT {string.Join(", ", list)} FROM ({plan.Sql}) AS q";
    }

    private static bool Reads(QueryBody body, string name) => Count(body, name) > 0;

    private static bool Reads(Relation relation, string name) => Count(relation, name) > 0;
}
