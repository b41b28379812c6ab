using System.Collections.Immutable;
using Cdp.Trino.Syntax;
using Cdp.Trino.Types;

namespace Cdp.Trino.Hive;

internal sealed partial class HiveParser
{
    private HiveNode Primary()
    {
        var (token, at) = (Next, Here);
        switch (token.Kind)
        {
            case HiveTokenKind.Text:
                return new HiveNode(HiveForm.Text, Text(), at, []);
            case HiveTokenKind.Number:
                _at++;
                return new HiveNode(HiveForm.Number, token.Text, at, []);
            case HiveTokenKind.Symbol when Take("("):
                return InParentheses(at);
            case HiveTokenKind.Word when Take("NULL"):
                return new HiveNode(HiveForm.Null, "NULL", at, []);
            case HiveTokenKind.Word when token.Is("TRUE") || token.Is("FALSE"):
                _at++;
                return new HiveNode(HiveForm.Boolean, Lower(token.Text), at, []);
            case HiveTokenKind.Word when Take("CASE"):
                return Case(at);
            case HiveTokenKind.Word when Take("INTERVAL"):
                return IntervalOf(at);
            case HiveTokenKind.Word when token.Is("EXISTS") && Ahead(1, "("):
                _at += 2;
                var query = Query();
                Expect(")");
                return new HiveNode(HiveForm.Query, "EXISTS", at, []) { Query = query };
            case HiveTokenKind.Word when (token.Is("DATE") || token.Is("TIMESTAMP")) && !Ahead(1, "("):
                _at++;
                return Next.Kind == HiveTokenKind.Text
                    ? new HiveNode(HiveForm.Literal, Text(), at, []) { Type = token.Is("DATE") ? TrinoType.Date : TrinoType.Timestamp(6) }
                    : throw Unexpected();
            case HiveTokenKind.Word when (token.Is("CURRENT_DATE") || token.Is("CURRENT_TIMESTAMP")) && !Ahead(1, "("):
                _at++;
                return new HiveNode(HiveForm.Call, Lower(token.Text), at, []);
            case HiveTokenKind.Word or HiveTokenKind.Quoted when Ahead(1, "("):
                return Call(at);
            case HiveTokenKind.Word when token.Text[0] == '_':
                throw Unexpected(Peek(1));
        }

        var name = Name();
        return Next.Is(".") && Ahead(1, "*")
            ? StarOf(name, at)
            : new HiveNode(HiveForm.Name, name, at, []) { Quoted = token.Kind == HiveTokenKind.Quoted };
    }

    private HiveNode StarOf(string name, SqlPosition at)
    {
        _at += 2;
        return new HiveNode(HiveForm.Star, "*", at, []) { Qualifier = name };
    }

    private HiveNode InParentheses(SqlPosition at)
    {
        if (Next.Is("SELECT") || Next.Is("WITH"))
        {
            var query = Query();
            Expect(")");
            return new HiveNode(HiveForm.Query, "SCALAR", at, []) { Query = query };
        }

        var items = List(Expression);
        Expect(")");
        return items.Length == 1 ? items[0] : new HiveNode(HiveForm.Rows, "()", at, items);
    }

    private HiveNode Call(SqlPosition at)
    {
        var token = Next;
        if (token.Kind == HiveTokenKind.Word && HiveWords.IsReserved(token.Text, version) && !HiveWords.IsFunction(token.Text)
            && !token.Is("CAST") && !token.Is("EXTRACT"))
        {
            throw Unexpected();
        }

        if (token.Kind == HiveTokenKind.Word && token.Text[0] == '_')
        {
            throw Unexpected(Peek(1));
        }

        _at += 2;
        if (token.Is("CAST"))
        {
            return Cast(at);
        }

        if (token.Is("EXTRACT"))
        {
            return Extract(at);
        }

        var name = Lower(token.Text);
        if (name == "trim" && version == HiveVersion.Four && (Next.Is("LEADING") || Next.Is("TRAILING") || Next.Is("BOTH")))
        {
            return Trim(at);
        }

        if (Take("*"))
        {
            Expect(")");
            return new HiveNode(HiveForm.Call, name, at, [new HiveNode(HiveForm.Star, "*", at, [])]) { Over = Over() };
        }

        var distinct = Take("DISTINCT") || (Take("ALL") && false);
        var items = Next.Is(")") ? [] : List(Expression);
        if (name == "floor" && items.Length == 1 && Take("TO"))
        {
            name = "floor_" + Unit();
        }

        Expect(")");
        return new HiveNode(HiveForm.Call, name, at, items) { Distinct = distinct, Over = Over() };
    }

    private string Unit()
    {
        var unit = Lower(Next.Text);
        _at++;
        return unit is "year" or "quarter" or "month" or "week" or "day" or "hour" or "minute" or "second" ? unit : throw Unexpected(Peek(-1));
    }

    private HiveNode Extract(SqlPosition at)
    {
        var unit = Lower(Next.Text);
        if (unit == "dayofweek")
        {
            throw HiveError.Refused("EXTRACT of dayofweek (use dayofweek(…))", at);
        }

        if (unit is not ("year" or "quarter" or "month" or "week" or "day" or "hour" or "minute" or "second"))
        {
            throw Unexpected();
        }

        _at++;
        Expect("FROM");
        var value = Expression();
        Expect(")");
        return new HiveNode(HiveForm.Call, unit == "week" ? "weekofyear" : unit, at, [value]);
    }

    private HiveNode Trim(SqlPosition at)
    {
        var name = Take("LEADING") ? "ltrim" : Take("TRAILING") ? "rtrim" : "trim";
        _at += Next.Is("BOTH") ? 1 : 0;
        var letters = Expression();
        Expect("FROM");
        var text = Expression();
        Expect(")");
        return new HiveNode(HiveForm.Call, name, at, [text, letters]);
    }

    /// <summary>A CASE over a value is one over conditions that compare with it.</summary>
    private HiveNode Case(SqlPosition at)
    {
        var subject = Next.Is("WHEN") ? null : Expression();
        var items = ImmutableArray.CreateBuilder<HiveNode>();
        do
        {
            Expect("WHEN");
            var when = Expression();
            items.Add(subject is null ? when : Operator("=", at, subject, when));
            Expect("THEN");
            items.Add(Expression());
        }
        while (Next.Is("WHEN"));
        if (Take("ELSE"))
        {
            items.Add(Expression());
        }

        Expect("END");
        return new HiveNode(HiveForm.Case, "CASE", at, items.ToImmutable());
    }

    private HiveNode Cast(SqlPosition at)
    {
        var value = Expression();
        Expect("AS");
        var type = TypeOf(isCast: true);
        Expect(")");
        return new HiveNode(HiveForm.Cast, "CAST", at, [value]) { Type = type };
    }

    /// <summary><c>'1' DAY</c>, <c>1 DAY</c>, <c>'1-2' YEAR TO MONTH</c>, <c>'1 02:03:04' DAY TO SECOND</c>: the value as text, the unit in Items.</summary>
    private HiveNode IntervalOf(SqlPosition at)
    {
        if (Next.Kind is not (HiveTokenKind.Text or HiveTokenKind.Number))
        {
            throw HiveError.Refused("An interval of an expression", at);
        }

        var value = Next.Kind == HiveTokenKind.Text ? Text() : _tokens[_at++].Text;
        if (!Array.Exists(Units, Next.Is))
        {
            throw HiveError.Parse($"cannot recognize input near 'INTERVAL' '{value}' '{Next.Text}' in expression specification", at);
        }

        var unit = Next.Text.ToUpperInvariant().TrimEnd('S');
        _at++;
        if (Take("TO"))
        {
            unit += " TO " + Next.Text.ToUpperInvariant();
            _at++;
        }

        var months = unit is "YEAR" or "MONTH" or "YEAR TO MONTH";
        return new HiveNode(HiveForm.Literal, value, at, [new HiveNode(HiveForm.Name, unit, at, [])])
        {
            Type = months ? TrinoType.IntervalYear : TrinoType.IntervalDay,
        };
    }
}
