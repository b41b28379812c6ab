using System.Collections.Immutable;
using System.Globalization;

namespace Cdp.Trino.Syntax;

internal sealed partial class Parser
{
    private DataType ParseType()
    {
        var type = ParseTypePrimary();
        while (At("ARRAY"))
        {
            _at++;
            if (Take("["))
            {
                ParseRowCount();
                Expect("]");
            }

            type = new DataType(type.At, "array", [type], [], []);
        }

        return type;
    }

    private DataType ParseTypePrimary()
    {
        var at = Current.At;
        if (At("ROW", "("))
        {
            _at++;
            return new DataType(at, "row", [], [], Parenthesized(ParseRowField));
        }

        if (At("INTERVAL") && (Ahead(1).Is("YEAR") || Ahead(1).Is("DAY") || IsField(Ahead(1))))
        {
            _at++;
            var from = ParseField();
            var to = Take("TO") ? ParseField() : from;
            return new DataType(at, $"interval {from.ToLowerInvariant()} to {to.ToLowerInvariant()}", [], [], []);
        }

        if (Take("DOUBLE", "PRECISION"))
        {
            return new DataType(at, "double", [], [], []);
        }

        if (At("TIME") || At("TIMESTAMP"))
        {
            return ParseTimeType(at);
        }

        if ((At("ARRAY") || At("MAP")) && Ahead(1).Is("<"))
        {
            var collection = _tokens[_at++].Text.ToLowerInvariant();
            _at++;
            var items = List(ParseType);
            Expect(">");
            return new DataType(at, collection, items, [], []);
        }

        var name = ParseName("<type>");
        if (!Take("("))
        {
            return new DataType(at, name.Lower, [], [], []);
        }

        var types = ImmutableArray.CreateBuilder<DataType>();
        var numbers = ImmutableArray.CreateBuilder<int>();
        do
        {
            if (Current.Kind == TokenKind.Integer)
            {
                numbers.Add(ParseSmallNumber());
            }
            else
            {
                types.Add(ParseType());
            }
        }
        while (Take(","));
        Expect(")");
        return new DataType(at, name.Lower, types.ToImmutable(), numbers.ToImmutable(), []);
    }

    private int ParseSmallNumber()
    {
        var token = Current;
        _at++;
        return int.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : int.MaxValue;
    }

    private (Name? Name, DataType Type) ParseRowField()
    {
        // a field is `name type` or a type alone; a name is followed by the beginning of a type
        if (AtName() && (AtName(1) || (Ahead(1).Kind == TokenKind.Identifier && Ahead(1).Is("ROW")))
            && !At("DOUBLE", "PRECISION") && !At("INTERVAL", "YEAR") && !At("INTERVAL", "DAY"))
        {
            var name = ParseName();
            return (name, ParseType());
        }

        return (null, ParseType());
    }

    private DataType ParseTimeType(SqlPosition at)
    {
        var name = _tokens[_at++].Text.ToLowerInvariant();
        ImmutableArray<int> numbers = [];
        if (At("("))
        {
            _at++;
            if (Current.Kind != TokenKind.Integer)
            {
                throw Mismatch("<integer>, <type>");
            }

            numbers = [ParseSmallNumber()];
            Expect(")");
        }

        if (At("WITHOUT", "TIME"))
        {
            _at += 2;
            Expect("ZONE");
        }
        else if (At("WITH", "TIME"))
        {
            _at += 2;
            Expect("ZONE");
            name += " with time zone";
        }

        return new DataType(at, name, [], numbers, []);
    }

    private static bool IsField(Token token) => token.Kind == TokenKind.Identifier
        && token.Upper is "YEAR" or "MONTH" or "DAY" or "HOUR" or "MINUTE" or "SECOND";

    private string ParseField()
    {
        if (!IsField(Current))
        {
            throw Mismatch("'DAY', 'HOUR', 'MINUTE', 'MONTH', 'SECOND', 'YEAR'");
        }

        return _tokens[_at++].Upper;
    }
}
