using System.Collections.Immutable;

namespace Cdp.Trino.Syntax;

/// <summary>Expressions that begin with a word of their own.</summary>
internal sealed partial class Parser
{
    private Expression? ParseKeywordExpression(Token token, Token next)
    {
        if (token.Upper is "CAST" or "GROUPING" or "EXISTS" or "EXTRACT" or "TRIM" or "NORMALIZE" or "LISTAGG" && !next.Is("("))
        {
            _at++;
            throw Mismatch("'('");
        }

        switch (token.Upper)
        {
            case "NULL":
                _at++;
                return new NullLiteral(token.At);
            case "TRUE" or "FALSE":
                _at++;
                return new BooleanLiteral(token.At, token.Upper == "TRUE");
            case "CASE":
                return Nested(ParseCase);
            case "CAST" or "TRY_CAST" when next.Is("("):
                return ParseCast(token);
            case "EXISTS":
                return ParseExists(token);
            case "ARRAY" when next.Is("["):
                _at += 2;
                ImmutableArray<Expression> items = At("]") ? [] : List(ParseExpression);
                Expect("]");
                return new ArrayConstructor(token.At, items);
            case "ROW" when next.Is("("):
                _at++;
                return new RowConstructor(token.At, Parenthesized(ParseExpression));
            case "INTERVAL":
                return ParseInterval(token, next);
            case "EXTRACT":
                return ParseExtract(token);
            case "POSITION" when next.Is("("):
                return ParsePosition(token);
            case "SUBSTRING" when next.Is("("):
                return ParseSubstring(token);
            case "TRIM":
                return ParseTrim(token);
            case "NORMALIZE":
                return ParseNormalize(token);
            case "LISTAGG":
                return ParseListAgg(token);
            case "GROUPING" when next.Is("("):
                _at++;
                return new Grouping(token.At, Parenthesized(ParseExpression));
            case "DOUBLE" when next.Is("PRECISION") && Ahead(2).Kind == TokenKind.String:
                _at += 2;
                return new TypedLiteral(token.At, new DataType(token.At, "double", [], [], []), ParseText());
            case "CURRENT_DATE" or "CURRENT_USER" or "CURRENT_CATALOG" or "CURRENT_SCHEMA" or "CURRENT_PATH":
                _at++;
                return new CurrentValue(token.At, token.Upper, null);
            case "CURRENT_TIME" or "CURRENT_TIMESTAMP" or "LOCALTIME" or "LOCALTIMESTAMP":
                return ParseCurrentTime(token);
            case "JSON_EXISTS" or "JSON_VALUE" or "JSON_QUERY" or "JSON_OBJECT" or "JSON_ARRAY":
                return ParseJsonCall(token);
            default:
                return null;
        }
    }

    private CurrentValue ParseCurrentTime(Token token)
    {
        _at++;
        if (!Take("("))
        {
            return new CurrentValue(token.At, token.Upper, null);
        }

        if (Current.Kind != TokenKind.Integer)
        {
            throw Mismatch("<integer>");
        }

        var precision = ParseSmallNumber();
        Expect(")");
        return new CurrentValue(token.At, token.Upper, precision);
    }

    private Case ParseCase()
    {
        var at = Expect("CASE").At;
        var operand = At("WHEN") ? null : ParseExpression();
        var whens = ImmutableArray.CreateBuilder<(Expression, Expression)>();
        do
        {
            Expect("WHEN");
            var when = ParseExpression();
            Expect("THEN");
            whens.Add((when, ParseExpression()));
        }
        while (At("WHEN"));
        var otherwise = Take("ELSE") ? ParseExpression() : null;
        Expect("END");
        return new Case(at, operand, whens.ToImmutable(), otherwise);
    }

    private Cast ParseCast(Token token)
    {
        _at++;
        Expect("(");
        var value = ParseExpression();
        Expect("AS");
        var type = ParseType();
        Expect(")");
        return new Cast(token.At, value, type, token.Upper == "TRY_CAST");
    }

    private Exists ParseExists(Token token)
    {
        _at++;
        Expect("(");
        var query = ParseQuery();
        Expect(")");
        return new Exists(token.At, query);
    }

    private IntervalLiteral? ParseInterval(Token token, Token next)
    {
        var signed = next.Is("+") || next.Is("-");
        var text = signed ? 2 : 1;
        if (Ahead(text).Kind != TokenKind.String || (!signed && !IsField(Ahead(2))))
        {
            return null;
        }

        _at += text;
        var value = ParseText();
        var from = ParseField();
        return new IntervalLiteral(token.At, value, next.Is("-"), from, Take("TO") ? ParseField() : null);
    }

    private Extract ParseExtract(Token token)
    {
        _at++;
        Expect("(");
        var field = ParseName();
        Expect("FROM");
        var value = ParseValue();
        Expect(")");
        return new Extract(token.At, field.Text.ToUpperInvariant(), value);
    }

    private Expression ParsePosition(Token token)
    {
        var start = _at;
        _at += 2;
        var needle = ParseValue();
        if (!Take("IN"))
        {
            _at = start;
            return ParseCall(token);
        }

        var text = ParseValue();
        Expect(")");
        return new FunctionCall(token.At, "strpos", [text, needle]);
    }

    private Expression ParseSubstring(Token token)
    {
        var start = _at;
        _at += 2;
        var text = ParseValue();
        if (!Take("FROM"))
        {
            _at = start;
            return ParseCall(token);
        }

        var from = ParseValue();
        var arguments = Take("FOR") ? ImmutableArray.Create(text, from, ParseValue()) : [text, from];
        Expect(")");
        return new FunctionCall(token.At, "substr", arguments);
    }

    private FunctionCall ParseTrim(Token token)
    {
        _at++;
        Expect("(");
        var function = Take("LEADING") ? "ltrim" : Take("TRAILING") ? "rtrim" : Take("BOTH") ? "trim" : null;
        if (Take("FROM"))
        {
            var only = ParseValue();
            Expect(")");
            return new FunctionCall(token.At, function ?? "trim", [only]);
        }

        var first = ParseValue();
        ImmutableArray<Expression> arguments = [first];
        if (Take("FROM"))
        {
            arguments = [ParseValue(), first];
        }
        else if (function is null && Take(","))
        {
            arguments = [first, ParseValue()];
        }

        if (function is not null && arguments.Length == 1 && !At("FROM"))
        {
            throw Mismatch("'FROM'");
        }

        Expect(")");
        return new FunctionCall(token.At, function ?? "trim", arguments);
    }

    private FunctionCall ParseNormalize(Token token)
    {
        _at++;
        Expect("(");
        var text = ParseValue();
        var form = "NFC";
        if (Take(","))
        {
            form = Current.Upper is "NFC" or "NFD" or "NFKC" or "NFKD"
                ? _tokens[_at++].Upper
                : throw Mismatch("'NFC', 'NFD', 'NFKC', 'NFKD'");
        }

        Expect(")");
        return new FunctionCall(token.At, "normalize", [text, new StringLiteral(token.At, form)]);
    }

    private FunctionCall ParseListAgg(Token token)
    {
        _at++;
        Expect("(");
        var distinct = false;
        if (At("ALL") || At("DISTINCT"))
        {
            distinct = !ParseQuantifier();
        }

        var value = ParseExpression();
        Expression separator = Take(",") ? new StringLiteral(Current.At, ParseText()) : new StringLiteral(token.At, "");
        Expression overflow = new StringLiteral(token.At, "ERROR");
        if (Take("ON", "OVERFLOW"))
        {
            if (!Take("ERROR"))
            {
                Expect("TRUNCATE");
                var filler = Current.Kind == TokenKind.String ? ParseText() : "...";
                overflow = new StringLiteral(token.At, "TRUNCATE " + filler);
                if (!Take("WITHOUT"))
                {
                    Expect("WITH");
                }

                Expect("COUNT");
            }
        }

        Expect(")");
        Expect("WITHIN", "GROUP", "(");
        Expect("ORDER", "BY");
        var order = List(ParseSortItem);
        Expect(")");
        return new FunctionCall(token.At, "listagg", [value, separator, overflow])
        {
            Distinct = distinct,
            OrderBy = order,
        };
    }

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
