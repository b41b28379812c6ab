using System.Collections.Immutable;

namespace Cdp.Trino.Syntax;

/// <summary>Text functions with words between their arguments.</summary>
internal sealed partial class Parser
{
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
        if (function is null && At("FROM"))
        {
            throw Error(token.At, "The 'trim' function must have specification, char or both arguments when it takes FROM");
        }

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
}
