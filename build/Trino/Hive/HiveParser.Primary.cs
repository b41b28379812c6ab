using System.Collections.Immutable;
using Cdp.Trino.Syntax;

namespace Cdp.Trino.Hive;

internal sealed partial class HiveParser
{
    private HiveNode Primary()
    {
        var (token, at) = (Next, Here);
        switch (token.Kind)
        {
            case HiveTokenKind.Text:
                var text = "";
                while (Next.Kind == HiveTokenKind.Text)
                {
                    text += Next.Text;
                    _at++;
                }

                return new HiveNode(HiveForm.Text, text, at, []);
            case HiveTokenKind.Number:
                _at++;
                return new HiveNode(HiveForm.Number, token.Text, at, []);
            case HiveTokenKind.Symbol when Take("("):
                var inner = Expression();
                Expect(")");
                return inner;
            case HiveTokenKind.Word when Take("NULL"):
                return new HiveNode(HiveForm.Null, "NULL", at, []);
            case HiveTokenKind.Word when Take("TRUE"):
                return new HiveNode(HiveForm.Boolean, "true", at, []);
            case HiveTokenKind.Word when Take("FALSE"):
                return new HiveNode(HiveForm.Boolean, "false", at, []);
            case HiveTokenKind.Word when Take("CASE"):
                return Case(at);
            case HiveTokenKind.Word when Next.Is("CAST") && Ahead(1, "("):
                return Cast(at);
            case HiveTokenKind.Word when Next.Is("DATE") && _tokens[_at + 1].Kind == HiveTokenKind.Text:
                _at++;
                return new HiveNode(HiveForm.Cast, "date literal", at, [Primary()]);
            case HiveTokenKind.Word when Ahead(1, "(") && (!Reserved.Contains(token.Text) || token.Is("DATE")):
                return Call(at);
        }

        var name = Name();
        if (!Take("."))
        {
            return new HiveNode(HiveForm.Name, name, at, []);
        }

        return Take("*")
            ? new HiveNode(HiveForm.Star, "*", at, []) { Qualifier = name }
            : new HiveNode(HiveForm.Name, Name(), at, []) { Qualifier = name };
    }

    private HiveNode Call(SqlPosition at)
    {
        var name = Lower(Next.Text);
        _at += 2;
        if (Take("*"))
        {
            Expect(")");
            return new HiveNode(HiveForm.Call, name, at, [new HiveNode(HiveForm.Star, "*", at, [])]) { Over = Over() };
        }

        var distinct = Take("DISTINCT");
        return new HiveNode(HiveForm.Call, name, at, Arguments()) { Distinct = distinct, Over = Over() };
    }

    private HiveWindow? Over()
    {
        if (!Take("OVER"))
        {
            return null;
        }

        Expect("(");
        var partition = ImmutableArray.CreateBuilder<HiveNode>();
        if (Take("PARTITION"))
        {
            Expect("BY");
            do
            {
                partition.Add(Expression());
            }
            while (Take(","));
        }

        var order = OrderBy();
        Expect(")");
        return new HiveWindow(partition.ToImmutable(), order);
    }

    private HiveNode Case(SqlPosition at)
    {
        var subject = Next.Is("WHEN") ? null : Expression();
        var items = ImmutableArray.CreateBuilder<HiveNode>();
        while (Take("WHEN"))
        {
            var when = Expression();
            items.Add(subject is null ? when : new HiveNode(HiveForm.Operator, "=", at, [subject, when]));
            Expect("THEN");
            items.Add(Expression());
        }

        if (Take("ELSE"))
        {
            items.Add(Expression());
        }

        Expect("END");
        return new HiveNode(HiveForm.Case, "CASE", at, items.ToImmutable());
    }

    private HiveNode Cast(SqlPosition at)
    {
        _at += 2;
        var value = Expression();
        Expect("AS");
        var type = TypeText();
        Expect(")");
        return new HiveNode(HiveForm.Cast, type, at, [value]);
    }

    private string TypeText()
    {
        if (Next.Kind != HiveTokenKind.Word)
        {
            throw Unknown();
        }

        var name = Lower(Next.Text);
        _at++;
        if (name == "double")
        {
            Take("PRECISION");
        }

        if (name == "array" && Take("<"))
        {
            var element = TypeText();
            Expect(">");
            return $"array<{element}>";
        }

        if (!Take("("))
        {
            return name;
        }

        while (!Next.Is(")"))
        {
            name += name.Contains('(', StringComparison.Ordinal) ? Next.Text : "(" + Next.Text;
            _at++;
            if (Next.Kind == HiveTokenKind.End)
            {
                throw Unknown();
            }
        }

        _at++;
        return name + ")";
    }
}
