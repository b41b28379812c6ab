using System.Collections.Immutable;
using System.Globalization;

namespace Cdp.Trino.Hive;

internal sealed partial class HiveParser
{
    private HiveQuery Query() => Deeper(() => QueryAfter(With()));

    private ImmutableArray<HiveCommon> With()
    {
        if (!Take("WITH"))
        {
            return [];
        }

        return List(() =>
        {
            var name = Name();
            ImmutableArray<string> columns = version == HiveVersion.Four && Next.Is("(") ? Parenthesized(Name) : [];
            Expect("AS");
            Expect("(");
            var query = Query();
            Expect(")");
            return new HiveCommon(name, columns, query);
        });
    }

    private HiveQuery QueryAfter(ImmutableArray<HiveCommon> with)
    {
        var selects = ImmutableArray.CreateBuilder<(string, HiveSelect)>();
        selects.Add(("", Select()));
        while (SetOperator() is { } sign)
        {
            selects.Add((sign, Select()));
        }

        return Ended(with, selects.ToImmutable());
    }

    private HiveQuery Ended(ImmutableArray<HiveCommon> with, ImmutableArray<(string, HiveSelect)> selects)
    {
        var order = Ordering();
        var (limit, offset) = Limit();
        return new HiveQuery(with, selects, order, limit, offset);
    }

    private string? SetOperator()
    {
        foreach (var word in new[] { "UNION", "INTERSECT", "EXCEPT", "MINUS" })
        {
            if (Next.Is(word) && (word == "UNION" || Ahead(1, "SELECT") || Ahead(1, "ALL") || Ahead(1, "DISTINCT")))
            {
                _at++;
                var sign = word == "MINUS" ? "EXCEPT" : word;
                if (Take("ALL"))
                {
                    return sign + " ALL";
                }

                Take("DISTINCT");
                return sign;
            }
        }

        return null;
    }

    /// <summary>One reducer sorts all there is, so SORT BY and CLUSTER BY are an order too; DISTRIBUTE BY says nothing.</summary>
    private ImmutableArray<HiveOrder> Ordering()
    {
        if (TakeAll("ORDER", "BY"))
        {
            return List(Ordered);
        }

        if (Next.Is("ORDER"))
        {
            throw Unexpected(Peek(1));
        }

        if (TakeAll("CLUSTER", "BY"))
        {
            return [.. List(Expression).Select(e => new HiveOrder(e, false, null))];
        }

        if (TakeAll("DISTRIBUTE", "BY"))
        {
            List(Expression);
        }

        return TakeAll("SORT", "BY") ? List(Ordered) : [];
    }

    private HiveOrder Ordered()
    {
        var value = Expression();
        var descending = Take("DESC");
        _ = descending || Take("ASC");
        return new HiveOrder(value, descending, TakeAll("NULLS", "FIRST") ? true : TakeAll("NULLS", "LAST") ? false : null);
    }

    private (long? Limit, long Offset) Limit()
    {
        if (!Take("LIMIT"))
        {
            return (null, 0);
        }

        var first = Count();
        return Take(",") ? (Count(), first) : Take("OFFSET") ? (first, Count()) : (first, 0);
    }

    private long Count()
    {
        if (Next.Kind != HiveTokenKind.Number || !long.TryParse(Next.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            throw Unexpected();
        }

        _at++;
        return count;
    }

    /// <summary>SELECT … FROM …, or with the FROM in front.</summary>
    private HiveSelect Select()
    {
        if (!Take("FROM"))
        {
            return Select(null);
        }

        var from = Sources();
        return Select(from);
    }

    private HiveSelect Select(HiveSource? before)
    {
        if (Next.Is("(") && Ahead(1, "SELECT"))
        {
            throw HiveError.Refused("A SELECT in parentheses", Here);
        }

        Expect("SELECT");
        var shift = 0;
        while (Next.Kind == HiveTokenKind.Hint)
        {
            shift = 1;
            _at++;
        }

        var distinct = Take("DISTINCT");
        _ = distinct || Take("ALL");
        if (Next.Is("TRANSFORM"))
        {
            var at = Here;
            _at++;
            Parenthesized(Expression);
            throw HiveError.Refused("TRANSFORM", at);
        }

        var items = Items();
        var from = before ?? (Take("FROM") ? Sources() : null);
        var where = Take("WHERE") ? Expression() : null;
        var group = Grouping();
        var having = Take("HAVING") ? Expression() : null;
        var windows = Windows();
        var qualify = version == HiveVersion.Four && Take("QUALIFY") ? Expression() : null;
        return new HiveSelect(distinct, items, from, where, group, having, qualify, windows, shift);
    }

    private ImmutableArray<HiveItem> Items()
    {
        var items = ImmutableArray.CreateBuilder<HiveItem>();
        items.Add(Item());
        while (Next.Is(","))
        {
            // where no expression can follow, Hive stops at the comma
            if (Peek(1) is { Kind: HiveTokenKind.End } or { Kind: HiveTokenKind.Word } && !StartsExpression(Peek(1)))
            {
                throw Unexpected();
            }

            _at++;
            items.Add(Item());
        }

        return items.ToImmutable();
    }

    private bool StartsExpression(HiveToken token) => token.Kind != HiveTokenKind.End
        && (IsName(token) || !HiveWords.IsReserved(token.Text, version) || HiveWords.IsFunction(token.Text)
            || new[] { "NULL", "TRUE", "FALSE", "CASE", "CAST", "NOT", "INTERVAL", "EXISTS", "EXTRACT" }.Any(token.Is));

    private HiveItem Item()
    {
        var at = Here;
        if (Take("*"))
        {
            return new HiveItem(new HiveNode(HiveForm.Star, "*", at, []), []);
        }

        var value = Expression();
        if (value.Form == HiveForm.Star)
        {
            return new HiveItem(value, []);
        }

        if (!Take("AS"))
        {
            return new HiveItem(value, AtName && !AtClause() ? [Name()] : []);
        }

        return new HiveItem(value, Next.Is("(") ? Parenthesized(Name) : [Name()]);
    }

    /// <summary>Words that are names elsewhere, and begin what follows here.</summary>
    private bool AtClause() => Next.Kind == HiveTokenKind.Word
        && ((Next.Is("LIMIT") && Peek(1).Kind != HiveTokenKind.End)
            || (Next.Is("CLUSTER") && Ahead(1, "BY")) || (Next.Is("DISTRIBUTE") && Ahead(1, "BY")) || (Next.Is("SORT") && Ahead(1, "BY"))
            || (Next.Is("MINUS") && (Ahead(1, "SELECT") || Ahead(1, "ALL") || Ahead(1, "DISTINCT"))));

    private HiveGrouping? Grouping()
    {
        if (!TakeAll("GROUP", "BY"))
        {
            return null;
        }

        if ((Next.Is("ROLLUP") || Next.Is("CUBE")) && Ahead(1, "("))
        {
            var kind = Next.Text.ToUpperInvariant();
            _at++;
            return new HiveGrouping(Parenthesized(Expression), kind, []);
        }

        var keys = List(Expression);
        if (TakeAll("WITH", "ROLLUP"))
        {
            return new HiveGrouping(keys, "ROLLUP", []);
        }

        if (TakeAll("WITH", "CUBE"))
        {
            return new HiveGrouping(keys, "CUBE", []);
        }

        return TakeAll("GROUPING", "SETS")
            ? new HiveGrouping(keys, "GROUPING SETS", Parenthesized(KeySet))
            : new HiveGrouping(keys, "", []);
    }

    private ImmutableArray<HiveNode> KeySet()
    {
        if (!Take("("))
        {
            return [Expression()];
        }

        ImmutableArray<HiveNode> keys = Next.Is(")") ? [] : List(Expression);
        Expect(")");
        return keys;
    }
}
