using System.Collections.Immutable;

namespace Cdp.Trino.Hive;

internal sealed partial class HiveParser
{
    /// <summary>A text that is one query and nothing else.</summary>
    public static HiveQuery ParseQuery(string sql)
    {
        var parser = new HiveParser(sql);
        var query = parser.Query();
        return parser.Next.Kind == HiveTokenKind.End ? query : throw parser.Unknown();
    }

    private HiveQuery Query()
    {
        var with = ImmutableArray.CreateBuilder<HiveCommon>();
        if (Take("WITH"))
        {
            do
            {
                var name = Name();
                Expect("AS");
                Expect("(");
                with.Add(new HiveCommon(name, Query()));
                Expect(")");
            }
            while (Take(","));
        }

        var selects = ImmutableArray.CreateBuilder<HiveSelect>();
        selects.Add(Select());
        bool? distinct = null;
        while (Take("UNION"))
        {
            var all = Take("ALL");
            if (distinct is { } known && known == all)
            {
                throw Unknown();
            }

            distinct = !all;
            if (!all)
            {
                Take("DISTINCT");
            }

            selects.Add(Select());
        }

        var order = OrderBy();
        string? limit = null;
        if (Take("LIMIT"))
        {
            limit = Next.Kind == HiveTokenKind.Number && Next.Text.All(char.IsAsciiDigit) ? Next.Text : throw Unknown();
            _at++;
        }

        return new HiveQuery(with.ToImmutable(), selects.ToImmutable(), distinct ?? false, order, limit);
    }

    private ImmutableArray<HiveOrder> OrderBy()
    {
        if (!Take("ORDER"))
        {
            return [];
        }

        Expect("BY");
        var items = ImmutableArray.CreateBuilder<HiveOrder>();
        do
        {
            var value = Expression();
            var descending = Take("DESC");
            _ = descending || Take("ASC");
            bool? first = null;
            if (Take("NULLS"))
            {
                first = Take("FIRST");
                if (first is false)
                {
                    Expect("LAST");
                }
            }

            items.Add(new HiveOrder(value, descending, first));
        }
        while (Take(","));
        return items.ToImmutable();
    }

    private HiveSelect Select()
    {
        Expect("SELECT");
        var distinct = Take("DISTINCT");
        var items = List(Item);
        ImmutableArray<HiveSource> from = Take("FROM") ? Sources() : [];
        var where = Take("WHERE") ? Expression() : null;
        ImmutableArray<HiveNode> group = [];
        if (Take("GROUP"))
        {
            Expect("BY");
            group = List(Expression);
        }

        return new HiveSelect(distinct, items, from, where, group, Take("HAVING") ? Expression() : null);
    }

    private ImmutableArray<T> List<T>(Func<T> one)
    {
        var items = ImmutableArray.CreateBuilder<T>();
        do
        {
            items.Add(one());
        }
        while (Take(","));
        return items.ToImmutable();
    }

    private HiveItem Item()
    {
        var at = Here;
        if (Take("*"))
        {
            return new HiveItem(new HiveNode(HiveForm.Star, "*", at, []), []);
        }

        var value = Expression();
        if (!Take("AS"))
        {
            return new HiveItem(value, AtName ? [Name()] : []);
        }

        if (!Take("("))
        {
            return new HiveItem(value, [Name()]);
        }

        var names = List(Name);
        Expect(")");
        return new HiveItem(value, names);
    }

    private ImmutableArray<HiveSource> Sources()
    {
        var sources = ImmutableArray.CreateBuilder<HiveSource>();
        sources.Add(Source(""));
        while (true)
        {
            if (Take("LATERAL"))
            {
                sources.Add(Lateral());
                continue;
            }

            var join = JoinWord();
            if (join is null)
            {
                return sources.ToImmutable();
            }

            var source = Source(join);
            sources.Add(Take("ON") ? source with { On = Expression() } : join is "CROSS JOIN" ? source : throw Unknown());
        }
    }

    private string? JoinWord()
    {
        foreach (var side in new[] { "LEFT", "RIGHT", "FULL", "INNER", "CROSS" })
        {
            if (Take(side))
            {
                Take("OUTER");
                Expect("JOIN");
                return side + " JOIN";
            }
        }

        return Take("JOIN") ? "JOIN" : null;
    }

    private HiveSource Source(string join)
    {
        if (Take("("))
        {
            var query = Query();
            Expect(")");
            Take("AS");
            return new HiveSource(join, null, "", query, Name(), null, null, []);
        }

        var table = Name();
        string? database = null;
        if (Take("."))
        {
            (database, table) = (table, Name());
        }

        var alias = Take("AS") || AtName ? Name() : table;
        return new HiveSource(join, database, table, null, alias, null, null, []);
    }

    private HiveSource Lateral()
    {
        Expect("VIEW");
        var outer = Take("OUTER");
        var function = Primary();
        var alias = Name();
        var columns = Take("AS") ? List(Name) : [];
        return new HiveSource(outer ? "LATERAL VIEW OUTER" : "LATERAL VIEW", null, "", null, alias, null, function, columns);
    }
}
