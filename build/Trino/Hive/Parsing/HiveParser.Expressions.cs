using System.Collections.Immutable;
using Cdp.Trino.Syntax;

namespace Cdp.Trino.Hive;

/// <summary>Operators, from the weakest to the strongest: OR, AND, NOT, IS, =, &lt; LIKE IN BETWEEN, |, &amp;, ||, +, *, ^, sign.</summary>
internal sealed partial class HiveParser
{
    private static readonly string[] Units = ["DAY", "DAYS", "MONTH", "MONTHS", "YEAR", "YEARS", "HOUR", "HOURS", "MINUTE", "MINUTES", "SECOND", "SECONDS"];

    private HiveNode Expression() => Deeper(() => Chain(And, "OR"));

    private HiveNode And() => Chain(Not, "AND");

    private HiveNode Not()
    {
        var at = Here;
        return Take("NOT") || Take("!") ? Operator("NOT", at, Deeper(Not)) : Is();
    }

    private HiveNode Is()
    {
        var left = Equality();
        while (Next.Is("IS"))
        {
            var at = Here;
            _at++;
            var not = Take("NOT");
            if (Take("NULL"))
            {
                left = Operator(not ? "IS NOT NULL" : "IS NULL", at, left);
            }
            else if (version == HiveVersion.Four && TakeAll("DISTINCT", "FROM"))
            {
                var same = Operator("<=>", at, left, Equality());
                left = not ? same : Operator("NOT", at, same);
            }
            else if (version == HiveVersion.Four && (Next.Is("TRUE") || Next.Is("FALSE")))
            {
                left = Operator(Take("TRUE") ? "IS TRUE" : "IS FALSE", at, left);
                _at += Next.Is("FALSE") ? 1 : 0;
                left = not ? Operator("NOT", at, left) : left;
            }
            else
            {
                throw Unexpected();
            }
        }

        return left;
    }

    private HiveNode Equality() => Chain(Similar, "=", "==", "<>", "!=", "<=>");

    /// <summary>Each of these at most once: <c>1 &lt; 2 &lt; 3</c> is no HiveQL.</summary>
    private HiveNode Similar()
    {
        var left = BitOr();
        var at = Here;
        var not = Next.Is("NOT") && (Ahead(1, "IN") || Ahead(1, "LIKE") || Ahead(1, "RLIKE") || Ahead(1, "REGEXP") || Ahead(1, "BETWEEN"));
        _at += not ? 1 : 0;
        var found = Predicate(left);
        if (found is null)
        {
            // NOT alone cannot follow an operand
            return Next.Is("NOT") && !not ? throw Unexpected(Peek(1)) : left;
        }

        return not ? Operator("NOT", at, found) : found;
    }

    private HiveNode? Predicate(HiveNode left)
    {
        var at = Here;
        if (Take("BETWEEN"))
        {
            var low = BitOr();
            Expect("AND");
            return Operator("BETWEEN", at, left, low, BitOr());
        }

        if (Take("IN"))
        {
            return In(at, left);
        }

        if (Next.Is("LIKE") && (Ahead(1, "ANY") || Ahead(1, "ALL")))
        {
            return Quantified(at, left);
        }

        if (Next.Is("LIKE") || Next.Is("RLIKE") || Next.Is("REGEXP"))
        {
            var name = Next.Is("LIKE") ? "LIKE" : "RLIKE";
            _at++;
            return Operator(name, at, left, BitOr());
        }

        foreach (var sign in new[] { "<=", ">=", "<", ">" })
        {
            if (Take(sign))
            {
                return Operator(sign, at, left, BitOr());
            }
        }

        return null;
    }

    private HiveNode In(SqlPosition at, HiveNode left)
    {
        Expect("(");
        if (Next.Is("SELECT") || Next.Is("WITH") || Next.Is("FROM"))
        {
            var query = Query();
            Expect(")");
            return new HiveNode(HiveForm.Query, "IN", at, [left]) { Query = query };
        }

        var items = List(Expression);
        Expect(")");
        return Operator(left.Form == HiveForm.Rows ? "IN ROWS" : "IN", at, [left, .. items]);
    }

    private HiveNode Quantified(SqlPosition at, HiveNode left)
    {
        if (version == HiveVersion.Two)
        {
            throw HiveError.Semantic(10011, $"Invalid function {Peek(1).Text}");
        }

        var any = Ahead(1, "ANY");
        _at += 2;
        var items = Parenthesized(Expression).Select(p => Operator("LIKE", at, left, p));
        return items.Aggregate((a, b) => Operator(any ? "OR" : "AND", at, a, b));
    }

    private HiveNode BitOr() => Chain(BitAnd, "|");

    private HiveNode BitAnd() => Chain(Concat, "&");

    private HiveNode Concat() => Chain(Sum, "||");

    private HiveNode Sum()
    {
        var left = Product();
        while (Next.Is("+") || Next.Is("-"))
        {
            var (sign, at) = (Next.Text, Here);
            _at++;
            var right = Next.Kind == HiveTokenKind.Number && Array.Exists(Units, Peek(1).Is) ? IntervalOf(Here) : Product();
            left = Operator(sign, at, left, right);
        }

        return left;
    }

    private HiveNode Product() => Chain(BitXor, "*", "/", "%", "DIV");

    private HiveNode BitXor() => Chain(Signed, "^");

    private HiveNode Signed()
    {
        var at = Here;
        if (Take("-"))
        {
            return Operator("NEGATE", at, Deeper(Signed));
        }

        if (Take("+"))
        {
            return Operator("PLUS", at, Deeper(Signed));
        }

        return Take("~") ? Operator("~", at, Deeper(Signed)) : Postfix();
    }

    private HiveNode Postfix()
    {
        var value = Primary();
        while (true)
        {
            var at = Here;
            if (Take("["))
            {
                value = new HiveNode(HiveForm.Subscript, "[]", at, [value, Expression()]);
                Expect("]");
            }
            else if (Next.Is(".") && !(value.Form == HiveForm.Name && Ahead(1, "*")))
            {
                _at++;
                value = value is { Form: HiveForm.Name, Qualifier: null }
                    ? new HiveNode(HiveForm.Name, Name(), value.At, []) { Qualifier = value.Text }
                    : new HiveNode(HiveForm.Field, Name(), at, [value]);
            }
            else
            {
                return value;
            }
        }
    }

    /// <summary>Left to right.</summary>
    private HiveNode Chain(Func<HiveNode> operand, params ReadOnlySpan<string> signs)
    {
        var left = operand();
        var found = true;
        while (found)
        {
            found = false;
            foreach (var sign in signs)
            {
                var at = Here;
                if (Take(sign))
                {
                    left = Operator(sign switch { "==" => "=", "!=" => "<>", _ => sign }, at, left, operand());
                    found = true;
                    break;
                }
            }
        }

        return left;
    }

    private static HiveNode Operator(string name, SqlPosition at, params ImmutableArray<HiveNode> items) => new(HiveForm.Operator, name, at, items);
}
