namespace Cdp.Trino.Syntax;

internal sealed partial class Parser
{
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
}
