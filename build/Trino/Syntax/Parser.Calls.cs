using System.Collections.Immutable;

namespace Cdp.Trino.Syntax;

internal sealed partial class Parser
{
    private Expression ParseCall(Token token)
    {
        var name = ParseQualifiedName();
        Expect("(");
        var label = Ahead(1).Is(".") && Ahead(2).Is("*") ? ParseName() : null;
        if (label is not null)
        {
            Expect(".");
        }

        var star = Take("*");
        var distinct = false;
        ImmutableArray<Expression> arguments = [];
        ImmutableArray<SortItem> order = [];
        if (!star)
        {
            var quantified = At("ALL") || At("DISTINCT");
            if (quantified)
            {
                distinct = !ParseQuantifier();
            }

            if (quantified || (!At(")") && !At("ORDER")))
            {
                arguments = List(ParseExpression);
            }

            if (TakeOrderBy())
            {
                order = List(ParseSortItem);
            }
        }

        Expect(")");
        var filter = ParseFilter();
        var nulls = ParseNullTreatment();
        var over = Take("OVER") ? ParseWindow() : null;
        if (nulls is not null && over is null)
        {
            throw Mismatch("'OVER'");
        }

        var call = new FunctionCall(token.At, name.ToString(), arguments)
        {
            Star = star,
            Label = label,
            Distinct = distinct,
            OrderBy = order,
            Filter = filter,
            NullTreatment = nulls,
            Over = over,
        };
        CheckShape(call);
        return call;
    }

    /// <summary>Functions that Trino's parser itself turns into something else check their arguments here.</summary>
    private static void CheckShape(FunctionCall call)
    {
        var (low, high) = call.Function switch
        {
            "if" => (2, 3),
            "nullif" => (2, 2),
            "coalesce" => (2, int.MaxValue),
            "try" => (1, 1),
            "format" => (2, int.MaxValue),
            _ => (0, int.MaxValue),
        };
        if (call.Arguments.Length < low || call.Arguments.Length > high)
        {
            throw Error(
                call.At,
                call.Function is "coalesce" or "format"
                    ? $"The '{call.Function}' function must have at least two arguments"
                    : call.Function == "try"
                        ? "The 'try' function must have exactly one argument"
                        : $"Invalid number of arguments for '{call.Function}' function");
        }

        if (low == 0)
        {
            return;
        }

        if (call.Over is not null)
        {
            throw Error(call.At, $"OVER clause not valid for '{call.Function}' function");
        }

        if (call.Distinct)
        {
            throw Error(call.At, $"DISTINCT not valid for '{call.Function}' function");
        }

        if (call.Filter is not null)
        {
            throw Error(call.At, $"FILTER not valid for '{call.Function}' function");
        }
    }

    private Expression? ParseFilter()
    {
        if (!At("FILTER", "("))
        {
            return null;
        }

        _at += 2;
        Expect("WHERE");
        var condition = ParseExpression();
        Expect(")");
        return condition;
    }

    private string? ParseNullTreatment()
    {
        if ((At("IGNORE") || At("RESPECT")) && Ahead(1).Is("NULLS"))
        {
            var word = _tokens[_at].Upper;
            _at += 2;
            return word;
        }

        return null;
    }

    private Window ParseWindow()
    {
        if (Take("("))
        {
            return ParseWindowBody();
        }

        var name = ParseName("'(', <identifier>");
        return new Window(name.At, name, [], [], null);
    }

    private Window ParseWindowBody()
    {
        var at = Current.At;
        Name? basis = null;
        if (AtName() && !At("PARTITION", "BY") && !At("ORDER") && !(At("ROWS") || At("RANGE") || At("GROUPS")))
        {
            basis = ParseName();
        }

        var partition = Take("PARTITION", "BY") ? List(ParseExpression) : [];
        var order = TakeOrderBy() ? List(ParseSortItem) : [];
        var frame = At("ROWS") || At("RANGE") || At("GROUPS") ? ParseFrame() : null;
        Expect(")");
        return new Window(at, basis, partition, order, frame) { InParentheses = true };
    }

    private Frame ParseFrame()
    {
        var unit = _tokens[_at++];
        if (!Take("BETWEEN"))
        {
            return new Frame(unit.At, unit.Upper, ParseBound(), null);
        }

        var start = ParseBound();
        Expect("AND");
        return new Frame(unit.At, unit.Upper, start, ParseBound());
    }

    private FrameBound ParseBound()
    {
        var at = Current.At;
        if (Take("UNBOUNDED"))
        {
            return new FrameBound(at, "UNBOUNDED " + ParseDirection(), null);
        }

        if (Take("CURRENT", "ROW"))
        {
            return new FrameBound(at, "CURRENT ROW", null);
        }

        var value = ParseExpression();
        return new FrameBound(at, ParseDirection(), value);
    }

    private string ParseDirection() => Take("PRECEDING") ? "PRECEDING" : Expect("FOLLOWING").Upper;
}
