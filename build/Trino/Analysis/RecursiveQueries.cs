using Cdp.Trino.Syntax;

namespace Cdp.Trino.Analysis;

internal static class RecursiveQueries
{
    /// <summary>A UNION whose right side reads the query itself.</summary>
    public static bool IsRecursive(NamedQuery named) =>
        named.Query.Body is SetOperation { Operator: "UNION", Right: var right } && Reads(right, named.Name.Lower);

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
