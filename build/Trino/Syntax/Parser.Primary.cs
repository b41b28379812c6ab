using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Cdp.Trino.Syntax;

internal sealed partial class Parser
{
    private const string ExpressionExpected = "<expression>";

    private Expression ParsePrimary()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.String:
                _at++;
                return new StringLiteral(token.At, Unquote(token.Text, 0));
            case TokenKind.UnicodeString:
                return ParseUnicodeString(token);
            case TokenKind.Binary:
                return ParseBinary(token);
            case TokenKind.Integer or TokenKind.Decimal or TokenKind.Double:
                return ParseNumber(token.At, "");
            case TokenKind.Identifier or TokenKind.QuotedIdentifier:
                return ParseWord(token);
        }

        if (At("-"))
        {
            _at++;
            return ParseNumber(token.At, "-");
        }

        if (Take("?"))
        {
            return new Parameter(token.At);
        }

        return At("(") ? Nested(() => ParseParenthesized(token.At)) : throw Mismatch(ExpressionExpected);
    }

    private static string Unquote(string text, int prefix) =>
        text[(prefix + 1)..^1].Replace("''", "'", StringComparison.Ordinal);

    private Expression ParseNumber(SqlPosition at, string sign)
    {
        var token = _tokens[_at++];
        var text = sign + token.Text.Replace("_", "", StringComparison.Ordinal);
        return token.Kind switch
        {
            TokenKind.Decimal => new DecimalLiteral(at, text),
            TokenKind.Double => new DoubleLiteral(at, text),
            _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) =>
                new IntegerLiteral(at, text),
            _ => throw Error(at, $"Invalid numeric literal: {text}"),
        };
    }

    private BinaryLiteral ParseBinary(Token token)
    {
        _at++;
        var hex = new string([.. Unquote(token.Text, 1).Where(c => !char.IsWhiteSpace(c))]);
        if (hex.Any(c => !char.IsAsciiHexDigit(c)))
        {
            throw Error(token.At, "Binary literal can only contain hexadecimal digits");
        }

        return hex.Length % 2 == 0
            ? new BinaryLiteral(token.At, hex)
            : throw Error(token.At, "Binary literal must contain an even number of digits");
    }

    private Expression ParseParenthesized(SqlPosition at)
    {
        if (At("(", ")") && !Ahead(2).Is("->"))
        {
            _at += 2;
            throw Mismatch("'->'");
        }

        if (AtLambdaParameters())
        {
            Expect("(");
            ImmutableArray<Name> names = At(")") ? [] : List(() => ParseName());
            Expect(")", "->");
            return new Lambda(at, names, ParseExpression());
        }

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
                return new ScalarQuery(at, query);
            }

            if (!Ahead(1).Is("("))
            {
                throw failure!;
            }
        }

        try
        {
            Expect("(");
            var items = List(ParseExpression);
            Expect(")");
            return items.Length == 1 ? items[0] : new RowConstructor(at, items);
        }
        catch (TrinoException error) when (failure is not null)
        {
            throw Further(error, failure);
        }
    }

    private bool AtLambdaParameters()
    {
        if (At("(", ")"))
        {
            return Ahead(2).Is("->");
        }

        var ahead = 1;
        while (AtName(ahead))
        {
            if (Ahead(ahead + 1).Is(")"))
            {
                return Ahead(ahead + 2).Is("->");
            }

            if (!Ahead(ahead + 1).Is(","))
            {
                return false;
            }

            ahead += 2;
        }

        return false;
    }

    private Expression ParseWord(Token token)
    {
        var next = Ahead(1);
        if (token.Kind == TokenKind.Identifier && ParseKeywordExpression(token, next) is { } expression)
        {
            return expression;
        }

        if (!AtName())
        {
            throw Mismatch(ExpressionExpected);
        }

        if (next.Kind is TokenKind.String or TokenKind.UnicodeString)
        {
            var name = ParseName();
            return new TypedLiteral(token.At, new DataType(token.At, name.Lower, [], [], []), ParseText());
        }

        if (next.Is("->"))
        {
            var name = ParseName();
            _at++;
            return new Lambda(token.At, [name], ParseExpression());
        }

        var ahead = 0;
        while (Ahead(ahead + 1).Is(".") && AtName(ahead + 2))
        {
            ahead += 2;
        }

        return Ahead(ahead + 1).Is("(") ? ParseCall(token) : ParseName();
    }

    private string ParseText()
    {
        var token = Current;
        return token.Kind switch
        {
            TokenKind.String => Unquote(_tokens[_at++].Text, 0),
            TokenKind.UnicodeString => ParseUnicodeString(token).Value,
            _ => throw Mismatch("<string>"),
        };
    }
}
