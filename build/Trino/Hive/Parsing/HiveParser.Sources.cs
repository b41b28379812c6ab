using System.Collections.Immutable;
using Cdp.Trino.Syntax;

namespace Cdp.Trino.Hive;

/// <summary>What stands in FROM: tables, sub-queries, joins, lateral views.</summary>
internal sealed partial class HiveParser
{
    private HiveSource Sources()
    {
        var source = Laterals(Source());
        while (JoinWord() is { } kind)
        {
            var at = Here;
            var right = Laterals(Source());
            HiveNode? on = null;
            ImmutableArray<string> columns = [];
            if (Take("ON"))
            {
                on = Expression();
            }
            else if (Take("USING"))
            {
                columns = Parenthesized(Name);
            }

            source = Laterals(new HiveJoin(at, kind, source, right, on, columns));
        }

        return source;
    }

    private string? JoinWord()
    {
        if (Take(","))
        {
            return "CROSS";
        }

        if (Take("JOIN"))
        {
            return "INNER";
        }

        if (TakeAll("LEFT", "SEMI"))
        {
            Expect("JOIN");
            return "SEMI";
        }

        foreach (var side in new[] { "LEFT", "RIGHT", "FULL", "INNER", "CROSS" })
        {
            if (Take(side))
            {
                if (side is "LEFT" or "RIGHT" or "FULL")
                {
                    Take("OUTER");
                }

                Expect("JOIN");
                return side;
            }
        }

        return null;
    }

    private HiveSource Source()
    {
        var at = Here;
        if (Take("("))
        {
            return Inner(at);
        }

        if (AtName && Ahead(1, "("))
        {
            throw Unexpected(Peek(2));
        }

        var table = TableName();
        if (Next.Is("TABLESAMPLE"))
        {
            throw Ahead(1, "(") ? HiveError.Refused("TABLESAMPLE", Here) : Unexpected(Peek(1));
        }

        return new HiveTableSource(table, Alias(table.Name));
    }

    private string Alias(string otherwise) => Take("AS") || (AtName && !AtClause()) ? Name() : otherwise;

    private HiveSource Inner(SqlPosition at)
    {
        if (Take("VALUES"))
        {
            var rows = List(() => Parenthesized(Expression));
            Expect(")");
            Take("AS");
            var name = Name();
            return version == HiveVersion.Two ? throw Unexpected() : new HiveValuesSource(at, rows, name);
        }

        if (!(Next.Is("SELECT") || Next.Is("WITH") || Next.Is("FROM")))
        {
            throw Next.Is("(") || AtName ? HiveError.Refused("A table or join in parentheses", Here) : Unexpected();
        }

        var query = Query();
        Expect(")");
        Take("AS");
        if (AtClause())
        {
            throw Unexpected();
        }

        return new HiveQuerySource(at, query, Name());
    }

    private HiveSource Laterals(HiveSource source)
    {
        while (Next.Is("LATERAL"))
        {
            var at = Here;
            _at++;
            Expect("VIEW");
            var outer = Take("OUTER");
            if (!Ahead(1, "("))
            {
                throw Unexpected();
            }

            var call = Primary();
            var alias = Name();
            source = new HiveLateral(at, source, outer, call, alias, Take("AS") ? List(Name) : []);
        }

        return source;
    }
}
