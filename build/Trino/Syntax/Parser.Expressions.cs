using System.Collections.Immutable;

namespace Cdp.Trino.Syntax;

internal sealed partial class Parser
{
    private Expression ParseExpression() => Nested(ParseOr);

    private Expression ParseOr() => ParseLogical("OR", ParseAnd);

    private Expression ParseAnd() => ParseLogical("AND", ParseNot);

    private Expression ParseLogical(string word, Func<Expression> operand)
    {
        var first = operand();
        if (!At(word))
        {
            return first;
        }

        var terms = ImmutableArray.CreateBuilder<Expression>();
        terms.Add(first);
        while (Take(word))
        {
            terms.Add(operand());
        }

        return new Logical(first.At, word, terms.ToImmutable());
    }

    private Expression ParseNot()
    {
        var at = Current.At;
        return Take("NOT") ? new Not(at, Nested(ParseNot)) : ParsePredicate();
    }

    private static bool IsComparison(Token token) =>
        token.Kind == TokenKind.Symbol && token.Text is "=" or "<>" or "!=" or "<" or "<=" or ">" or ">=";

    private Expression ParsePredicate()
    {
        var value = ParseValue();
        var at = Current.At;
        if (IsComparison(Current))
        {
            var symbol = _tokens[_at++].Text;
            symbol = symbol == "!=" ? "<>" : symbol;
            if ((At("ALL") || At("ANY") || At("SOME")) && Ahead(1).Is("("))
            {
                return ParseQuantified(at, symbol, value);
            }

            return new Comparison(at, symbol, value, ParseValue());
        }

        if (At("IS"))
        {
            return ParseIs(at, value);
        }

        if (At("NOT") && !(Ahead(1).Is("BETWEEN") || Ahead(1).Is("IN") || Ahead(1).Is("LIKE")))
        {
            _at++;
            throw Mismatch("'BETWEEN', 'IN', 'LIKE'");
        }

        var negated = At("NOT") && (Ahead(1).Is("BETWEEN") || Ahead(1).Is("IN") || Ahead(1).Is("LIKE")) && Take("NOT");
        if (Take("BETWEEN"))
        {
            var low = ParseValue();
            Expect("AND");
            return new Between(at, negated, value, low, ParseValue());
        }

        if (At("IN"))
        {
            return ParseIn(at, negated, value);
        }

        if (Take("LIKE"))
        {
            var pattern = ParseValue();
            return new Like(at, negated, value, pattern, Take("ESCAPE") ? ParseValue() : null);
        }

        return value;
    }

    private Expression ParseQuantified(SqlPosition at, string symbol, Expression value)
    {
        var start = _at;
        var quantifier = _tokens[_at++].Upper;
        if (AtNestedQuery())
        {
            Expect("(");
            var query = ParseQuery();
            Expect(")");
            return new Quantified(at, symbol, quantifier == "SOME" ? "ANY" : quantifier, value, query);
        }

        // ANY(…) may be a function of that name
        _at = start;
        return new Comparison(at, symbol, value, ParseValue());
    }

    private Expression ParseIs(SqlPosition at, Expression value)
    {
        Expect("IS");
        var negated = Take("NOT");
        if (Take("NULL"))
        {
            return new IsNull(at, negated, value);
        }

        if (Take("DISTINCT"))
        {
            Expect("FROM");
            return new DistinctFrom(at, negated, value, ParseValue());
        }

        throw Mismatch(negated ? "'DISTINCT', 'NULL'" : "'DISTINCT', 'NOT', 'NULL'");
    }

    private Expression ParseIn(SqlPosition at, bool negated, Expression value)
    {
        var word = Expect("IN");
        try
        {
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
                    out var failure);
                if (query is not null)
                {
                    return new InQuery(at, negated, value, query);
                }

                if (!Ahead(1).Is("("))
                {
                    throw failure!;
                }
            }

            return new InList(at, negated, value, Parenthesized(ParseExpression));
        }
        catch (TrinoException error) when (error.ErrorName == "SYNTAX_ERROR" && IsInList(error))
        {
            // Trino's parser chooses between list and query by looking ahead, and so stops at the word itself
            throw Mismatch(word, "'AND', 'EXCEPT', 'FETCH', 'GROUP', …");
        }
    }

    private static bool IsInList(TrinoException error) =>
        error.Message.Contains("mismatched input", StringComparison.Ordinal);

    private Expression ParseValue() => Nested(ParseConcat);

    private Expression ParseConcat()
    {
        var left = ParseSum();
        while (At("||"))
        {
            var at = _tokens[_at++].At;
            left = new FunctionCall(at, "concat", [left, ParseSum()]);
        }

        return left;
    }

    private Expression ParseSum()
    {
        var left = ParseProduct();
        while (At("+") || At("-"))
        {
            var token = _tokens[_at++];
            left = new Arithmetic(token.At, token.Text, left, ParseProduct());
        }

        return left;
    }

    private Expression ParseProduct()
    {
        var left = ParseSigned();
        while (At("*") || At("/") || At("%"))
        {
            var token = _tokens[_at++];
            left = new Arithmetic(token.At, token.Text, left, ParseSigned());
        }

        return left;
    }

    private Expression ParseSigned()
    {
        var token = Current;
        if (At("-") && Ahead(1).Kind is (TokenKind.Integer or TokenKind.Decimal or TokenKind.Double))
        {
            return ParseZoned();
        }

        if (Take("-") || Take("+"))
        {
            return new Sign(token.At, token.Text == "-", Nested(ParseSigned));
        }

        return ParseZoned();
    }

    private Expression ParseZoned()
    {
        var value = ParsePostfix();
        while (At("AT") && Ahead(1).Is("TIME"))
        {
            var at = _tokens[_at++].At;
            Expect("TIME", "ZONE");
            if (At("INTERVAL") && Ahead(1).Kind == TokenKind.String)
            {
                value = new AtTimeZone(at, value, ParsePrimary());
                continue;
            }

            if (Current.Kind is not (TokenKind.String or TokenKind.UnicodeString))
            {
                throw Mismatch("'INTERVAL', <string>");
            }

            value = new AtTimeZone(at, value, ParsePrimary());
        }

        return value;
    }

    private Expression ParsePostfix()
    {
        var value = ParsePrimary();
        while (true)
        {
            if (At("["))
            {
                _at++;
                var index = ParseValue();
                Expect("]");
                value = new Subscript(value.At, value, index);
            }
            else if (At(".") && !Ahead(1).Is("*"))
            {
                _at++;
                value = new Dereference(value.At, value, ParseName());
            }
            else
            {
                return value;
            }
        }
    }
}
