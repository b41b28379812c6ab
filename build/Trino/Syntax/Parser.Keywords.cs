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
                return new Grouping(token.At, Parenthesized(ParseColumn));
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

    private Expression ParseCast(Token token)
    {
        _at++;
        Expect("(");
        var value = ParseExpression();
        if (token.Upper == "TRY_CAST" && (At(")") || At(",")))
        {
            // the word is no reserved one: without AS this is a call of a function that does not exist
            ImmutableArray<Expression> arguments = [value, .. Take(",") ? List(ParseExpression) : []];
            Expect(")");
            return new FunctionCall(token.At, "try_cast", arguments);
        }

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

    /// <summary>A column by its name, perhaps with those of its table.</summary>
    private Expression ParseColumn()
    {
        Expression column = ParseName();
        while (At("."))
        {
            var at = Current.At;
            _at++;
            column = new Dereference(at, column, ParseName());
        }

        return column;
    }
}
