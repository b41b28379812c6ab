using System.Collections.Immutable;

namespace Cdp.Trino.Syntax;

/// <summary>The functions of SQL/JSON.</summary>
internal sealed partial class Parser
{
    private JsonCall ParseJsonCall(Token token)
    {
        _at++;
        if (token.Upper is "JSON_OBJECT" or "JSON_ARRAY")
        {
            return ParseJsonConstructor(token);
        }

        Expect("(");
        var arguments = ImmutableArray.CreateBuilder<Expression>();
        arguments.Add(ParseExpression());
        var clauses = new List<string>();
        TakeFormat(clauses);
        Expect(",");
        arguments.Add(new StringLiteral(Current.At, ParseText()));
        if (Take("PASSING"))
        {
            clauses.Add("PASSING");
            List<object>(() =>
            {
                arguments.Add(ParseExpression());
                TakeFormat(clauses);
                Expect("AS");
                return ParseName();
            });
        }

        TakeClauses(clauses);
        Expect(")");
        return new JsonCall(token.At, token.Upper, arguments.ToImmutable(), string.Join(' ', clauses));
    }

    private void TakeFormat(List<string> clauses)
    {
        if (Take("FORMAT", "JSON"))
        {
            clauses.Add("FORMAT JSON");
            if (Take("ENCODING"))
            {
                clauses.Add("ENCODING " + ParseName().Text);
            }
        }
    }

    /// <summary>The clauses up to the closing parenthesis, as words; what they mean is decided where they are run.</summary>
    private void TakeClauses(List<string> clauses)
    {
        for (var depth = 0; !(At(")") && depth == 0); _at++)
        {
            if (Current.Kind is TokenKind.End || At(","))
            {
                throw Mismatch("')'");
            }

            depth += At("(") ? 1 : At(")") ? -1 : 0;
            clauses.Add(Current.Upper);
        }
    }

    private JsonCall ParseJsonConstructor(Token token)
    {
        Expect("(");
        var arguments = ImmutableArray.CreateBuilder<Expression>();
        var clauses = new List<string>();
        if (!At(")") && !At("NULL", "ON") && !At("ABSENT") && !At("RETURNING") && !At("WITH") && !At("WITHOUT"))
        {
            List<object>(() =>
            {
                if (token.Upper == "JSON_ARRAY")
                {
                    arguments.Add(ParseExpression());
                    TakeFormat(clauses);
                    return clauses;
                }

                var keyed = Take("KEY");
                arguments.Add(ParseExpression());
                if (!Take("VALUE") && (keyed || !Take(":")))
                {
                    throw Mismatch("':', 'VALUE'");
                }

                arguments.Add(ParseExpression());
                TakeFormat(clauses);
                return clauses;
            });
        }

        TakeClauses(clauses);
        Expect(")");
        return new JsonCall(token.At, token.Upper, arguments.ToImmutable(), string.Join(' ', clauses));
    }
}
