using System.Collections.Immutable;

namespace Cdp.Trino.Syntax;

internal sealed partial class Parser
{
    private Query ParseQuery()
    {
        var at = Current.At;
        With? with = null;
        if (Take("WITH"))
        {
            var recursive = Take("RECURSIVE");
            with = new With(at, recursive, List(ParseNamedQuery));
        }

        return Nested(() => ParseQueryNoWith(at, with));
    }

    private NamedQuery ParseNamedQuery()
    {
        var name = ParseName();
        var columns = OptionalNames();
        Expect("AS", "(");
        var query = ParseQuery();
        Expect(")");
        return new NamedQuery(name.At, name, columns, query);
    }

    private Query ParseQueryNoWith(SqlPosition at, With? with)
    {
        var body = ParseUnion();
        var order = TakeOrderBy() ? List(ParseSortItem) : [];
        Expression? offset = null;
        if (Take("OFFSET"))
        {
            offset = ParseRowCount();
            _ = Take("ROW") || Take("ROWS");
        }

        return new Query(at, with, body, order, offset, ParseLimit());
    }

    private QueryBody ParseUnion()
    {
        var left = ParseIntersect();
        while (At("UNION") || At("EXCEPT"))
        {
            var token = _tokens[_at++];
            var distinct = !ParseQuantifier();
            left = new SetOperation(left.At, token.Upper, distinct, left, ParseIntersect());
        }

        return left;
    }

    private QueryBody ParseIntersect()
    {
        var left = ParseQueryPrimary();
        while (Take("INTERSECT"))
        {
            var distinct = !ParseQuantifier();
            left = new SetOperation(left.At, "INTERSECT", distinct, left, ParseQueryPrimary());
        }

        return left;
    }

    /// <summary>True for ALL; DISTINCT and nothing are false.</summary>
    private bool ParseQuantifier()
    {
        if (Take("ALL"))
        {
            return true;
        }

        Take("DISTINCT");
        return false;
    }

    private QueryBody ParseQueryPrimary()
    {
        var at = Current.At;
        if (Take("VALUES"))
        {
            return new ValuesQuery(at, List(ParseExpression));
        }

        if (Take("TABLE"))
        {
            return new TableQuery(at, ParseQualifiedName());
        }

        if (Take("("))
        {
            var query = Nested(() => ParseQueryNoWith(Current.At, null));
            Expect(")");
            return new NestedQuery(at, query);
        }

        Expect("SELECT");
        return ParseSelect(at);
    }

    private Select ParseSelect(SqlPosition at)
    {
        var distinct = false;
        if (At("ALL") || At("DISTINCT"))
        {
            distinct = !ParseQuantifier();
        }

        var items = List(ParseSelectItem);
        var from = Take("FROM") ? ParseRelations() : null;
        var where = Take("WHERE") ? ParseExpression() : null;
        var groupBy = ParseGroupBy();
        var having = Take("HAVING") ? ParseExpression() : null;
        var windows = At("WINDOW") && AtName(1) && Ahead(2).Is("AS") && Take("WINDOW")
            ? List(() =>
            {
                var name = ParseName();
                Expect("AS", "(");
                return (name, ParseWindowBody());
            })
            : [];
        return new Select(at, distinct, items, from, where, groupBy, having, windows);
    }

    private SelectItem ParseSelectItem()
    {
        var at = Current.At;
        if (Take("*"))
        {
            return new SelectAll(at, null, []);
        }

        var value = ParseExpression();
        if (At(".", "*") && value is not null)
        {
            _at += 2;
            return new SelectAll(at, value, Take("AS") ? OptionalNames() : []);
        }

        return new SelectExpression(at, value!, ParseOptionalAlias());
    }

    private Name? ParseOptionalAlias()
    {
        if (Take("AS"))
        {
            return ParseName();
        }

        return AtAlias() ? ParseName() : null;
    }

    /// <summary>A name stands here that does not begin the next clause (LIMIT and the like are no reserved words).</summary>
    private bool AtAlias()
    {
        if (!AtName())
        {
            if (Current.Kind is TokenKind.BackquotedIdentifier or TokenKind.DigitIdentifier)
            {
                throw Mismatch("<identifier>");
            }

            return false;
        }

        var next = Ahead(1);
        return Current.Upper switch
        {
            _ when Current.Kind == TokenKind.QuotedIdentifier => true,
            "LIMIT" => !(next.Kind is TokenKind.Integer or TokenKind.Decimal or TokenKind.Double || next.Is("ALL") || next.Is("?")),
            "OFFSET" => !(next.Kind == TokenKind.Integer || next.Is("?")),
            "FETCH" => !(next.Is("FIRST") || next.Is("NEXT")),
            "WINDOW" => !(AtName(1) && Ahead(2).Is("AS")),
            "TABLESAMPLE" => !(next.Is("BERNOULLI") || next.Is("SYSTEM")),
            "MATCH_RECOGNIZE" => !next.Is("("),
            _ => true,
        };
    }
}
