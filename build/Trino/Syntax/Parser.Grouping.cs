using System.Collections.Immutable;

namespace Cdp.Trino.Syntax;

internal sealed partial class Parser
{
    private GroupBy? ParseGroupBy()
    {
        var at = Current.At;
        if (!Take("GROUP"))
        {
            return null;
        }

        Expect("BY");
        var distinct = false;
        if (At("DISTINCT") || (At("ALL") && !Ahead(1).Is(",") && Ahead(1).Kind != TokenKind.End && !Ahead(1).Is(")")))
        {
            distinct = !ParseQuantifier();
        }

        return new GroupBy(at, distinct, List(ParseGroupingElement));
    }

    private GroupingElement ParseGroupingElement()
    {
        var at = Current.At;
        if (At("ROLLUP", "(") || At("CUBE", "("))
        {
            var kind = _tokens[_at++].Upper;
            _at++;
            ImmutableArray<ImmutableArray<Expression>> sets = At(")") ? [] : List(ParseGroupingSet);
            Expect(")");
            return new GroupingElement(at, kind, sets);
        }

        if (Take("GROUPING", "SETS"))
        {
            return new GroupingElement(at, "SETS", Parenthesized(ParseGroupingSet));
        }

        if (At("(", ")"))
        {
            _at += 2;
            return new GroupingElement(at, "SIMPLE", [[]]);
        }

        var value = ParseExpression();
        return new GroupingElement(at, "SIMPLE", [value is RowConstructor row ? row.Items : [value]]);
    }

    private ImmutableArray<Expression> ParseGroupingSet()
    {
        if (!Take("("))
        {
            return [ParseExpression()];
        }

        ImmutableArray<Expression> items = At(")") ? [] : List(ParseExpression);
        Expect(")");
        return items;
    }
}
