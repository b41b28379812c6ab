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
