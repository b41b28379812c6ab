using System.Collections.Immutable;
using Cdp.Trino.Syntax;
using Cdp.Trino.Translation;
using Cdp.Trino.Types;

namespace Cdp.Trino.Analysis;

/// <summary>WITH RECURSIVE as Trino plans it: the step written out ten times, the last of which must give nothing.</summary>
internal static class RecursiveQueries
{
    private const int Depth = 10;

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
        if (named.Columns.IsEmpty)
        {
            throw Scope.Error("MISSING_COLUMN_ALIASES", named.At, "missing column aliases in recursive WITH query");
        }

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

    private static bool Reads(QueryBody body, string name) => body switch
    {
        Select { From: { } from } => Reads(from, name),
        SetOperation set => Reads(set.Left, name) || Reads(set.Right, name),
        NestedQuery nested => Reads(nested.Query.Body, name),
        TableQuery table => table.Table.ToString() == name,
        _ => false,
    };

    private static bool Reads(Relation relation, string name) => relation switch
    {
        TableReference table => table.Table.ToString() == name,
        Aliased aliased => Reads(aliased.Relation, name),
        Sampled sampled => Reads(sampled.Relation, name),
        Join join => Reads(join.Left, name) || Reads(join.Right, name),
        QueryRelation query => Reads(query.Query.Body, name),
        _ => false,
    };
}
