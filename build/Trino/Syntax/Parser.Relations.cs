using System.Collections.Immutable;

namespace Cdp.Trino.Syntax;

internal sealed partial class Parser
{
    private Relation ParseRelations()
    {
        var left = ParseRelation();
        while (At(","))
        {
            _at++;
            var right = ParseRelation();
            left = new Join(left.At, "CROSS", left, right, null, [], Natural: false);
        }

        return left;
    }

    private Relation ParseRelation()
    {
        var left = ParseSampled();
        while (true)
        {
            if (Take("CROSS"))
            {
                Expect("JOIN");
                left = new Join(left.At, "CROSS", left, ParseSampled(), null, [], Natural: false);
            }
            else if (Take("NATURAL"))
            {
                var kind = ParseJoinKind();
                left = new Join(left.At, kind, left, ParseSampled(), null, [], Natural: true);
            }
            else if (At("JOIN") || At("INNER") || At("LEFT") || At("RIGHT") || At("FULL"))
            {
                left = ParseQualifiedJoin(left, ParseJoinKind());
            }
            else
            {
                return left;
            }
        }
    }

    private string ParseJoinKind()
    {
        var kind = "INNER";
        if (At("LEFT") || At("RIGHT") || At("FULL"))
        {
            kind = _tokens[_at++].Upper;
            if (!Take("OUTER") && !At("JOIN"))
            {
                throw Mismatch("'JOIN', 'OUTER'");
            }
        }
        else
        {
            Take("INNER");
        }

        Expect("JOIN");
        return kind;
    }

    private Join ParseQualifiedJoin(Relation left, string kind)
    {
        // the right side may itself be a chain whose ON comes first: a JOIN b JOIN c ON … ON …
        var right = ParseRelationUntilCriteria();
        if (Take("ON"))
        {
            return new Join(left.At, kind, left, right, ParseExpression(), [], Natural: false);
        }

        if (Take("USING"))
        {
            return new Join(left.At, kind, left, right, null, Parenthesized(() => ParseName()), Natural: false);
        }

        throw Mismatch("'CROSS', 'FULL', 'INNER', 'JOIN', 'LEFT', 'NATURAL', 'ON', 'RIGHT', 'USING'");
    }

    private Relation ParseRelationUntilCriteria()
    {
        var relation = ParseSampled();
        while (!At("ON") && !At("USING"))
        {
            if (Take("CROSS"))
            {
                Expect("JOIN");
                relation = new Join(relation.At, "CROSS", relation, ParseSampled(), null, [], Natural: false);
            }
            else if (At("JOIN") || At("INNER") || At("LEFT") || At("RIGHT") || At("FULL"))
            {
                relation = ParseQualifiedJoin(relation, ParseJoinKind());
            }
            else
            {
                break;
            }
        }

        return relation;
    }

    private Relation ParseSampled()
    {
        var relation = ParseAliased();
        if (!At("TABLESAMPLE"))
        {
            return relation;
        }

        _at++;
        var method = Take("BERNOULLI") ? "BERNOULLI" : Expect("SYSTEM").Upper;
        Expect("(");
        var percentage = ParseExpression();
        Expect(")");
        return new Sampled(relation.At, relation, method, percentage);
    }

    private Relation ParseAliased()
    {
        var relation = ParseRelationPrimary();
        if (At("MATCH_RECOGNIZE", "("))
        {
            SkipParenthesized(1);
            relation = new UnsupportedRelation(relation.At, "MATCH_RECOGNIZE");
        }

        if (!Take("AS") && !AtAlias())
        {
            return relation;
        }

        var alias = ParseName();
        return new Aliased(relation.At, relation, alias, OptionalNames());
    }

    private void SkipParenthesized(int words)
    {
        _at += words;
        Expect("(");
        for (var depth = 1; depth > 0; _at++)
        {
            if (Current.Kind == TokenKind.End)
            {
                throw Mismatch("')'");
            }

            depth += At("(") ? 1 : At(")") ? -1 : 0;
        }
    }

    private Relation ParseRelationPrimary()
    {
        var at = Current.At;
        if (At("UNNEST"))
        {
            _at++;
            var values = Parenthesized(ParseExpression);
            var ordinality = false;
            if (Take("WITH"))
            {
                Expect("ORDINALITY");
                ordinality = true;
            }

            return new Unnest(at, values, ordinality);
        }

        if (At("LATERAL", "("))
        {
            _at += 2;
            var query = ParseQuery();
            Expect(")");
            return new QueryRelation(at, query, Lateral: true);
        }

        if (At("TABLE", "(") || At("JSON_TABLE", "("))
        {
            var what = Current.Upper;
            SkipParenthesized(1);
            return new UnsupportedRelation(at, what == "TABLE" ? "a table function" : what);
        }

        if (At("("))
        {
            return Nested(() => ParseParenthesizedRelation(at));
        }

        var name = ParseQualifiedName("'(', 'JSON_TABLE', 'LATERAL', 'TABLE', 'UNNEST', <identifier>");
        if (Take("FOR"))
        {
            if (!At("TIMESTAMP") && !At("VERSION"))
            {
                throw Mismatch("'TIMESTAMP', 'VERSION'");
            }

            _at++;
            Expect("AS", "OF");
            ParseValue();
            return new UnsupportedRelation(at, "reading an older version of a table");
        }

        return new TableReference(at, name);
    }

    private Relation ParseParenthesizedRelation(SqlPosition at)
    {
        TrinoException? failure = null;
        if (AtNestedQuery())
        {
            var query = Attempt(
                () =>
                {
                    Expect("(");
                    var inner = ParseQuery();
                    Expect(")");
                    return inner;
                },
                () => true,
                out failure);
            if (query is not null)
            {
                return new QueryRelation(at, query, Lateral: false);
            }

            if (!Ahead(1).Is("("))
            {
                throw failure!;
            }
        }

        try
        {
            Expect("(");
            var relation = ParseRelation();
            Expect(")");
            return relation;
        }
        catch (TrinoException error) when (failure is not null)
        {
            throw Further(error, failure);
        }
    }
}
