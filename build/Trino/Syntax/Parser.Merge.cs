using System.Collections.Immutable;

namespace Cdp.Trino.Syntax;

internal sealed partial class Parser
{
    private Update ParseUpdate(SqlPosition at)
    {
        Expect("UPDATE");
        var table = ParseQualifiedName();
        Expect("SET");
        var assignments = List(() =>
        {
            var column = ParseName();
            Expect("=");
            return (column, ParseExpression());
        });
        return new Update(at, table, assignments, Take("WHERE") ? ParseExpression() : null);
    }

    private Merge ParseMerge(SqlPosition at)
    {
        Expect("MERGE", "INTO");
        var target = ParseQualifiedName();
        var alias = Take("AS") || AtName() ? ParseName() : null;
        Expect("USING");
        var source = ParseRelation();
        Expect("ON");
        var on = ParseExpression();
        var cases = ImmutableArray.CreateBuilder<MergeCase>();
        do
        {
            cases.Add(ParseMergeCase());
        }
        while (At("WHEN"));
        return new Merge(at, target, alias, source, on, cases.ToImmutable());
    }

    private MergeCase ParseMergeCase()
    {
        var at = Expect("WHEN").At;
        var matched = !Take("NOT");
        Expect("MATCHED");
        var condition = Take("AND") ? ParseExpression() : null;
        Expect("THEN");
        if (!matched)
        {
            Expect("INSERT");
            var columns = OptionalNames();
            Expect("VALUES");
            return new MergeCase(at, false, condition, "INSERT", columns, Parenthesized(ParseExpression));
        }

        if (Take("DELETE"))
        {
            return new MergeCase(at, true, condition, "DELETE", [], []);
        }

        Expect("UPDATE", "SET");
        var assignments = List(() =>
        {
            var column = ParseName();
            Expect("=");
            return (Column: column, Value: ParseExpression());
        });
        return new MergeCase(
            at,
            true,
            condition,
            "UPDATE",
            [.. assignments.Select(a => a.Column)],
            [.. assignments.Select(a => a.Value)]);
    }
}
