using System.Collections.Immutable;

namespace Cdp.Trino.Hive;

internal sealed partial class HiveParser
{
    /// <summary>TD's td> writes INSERT … WITH …, which the plain grammar takes the other way round only.</summary>
    public bool WithAfterInsert { get; init; }

    /// <summary>A text that is one statement and nothing else.</summary>
    public static HiveStatement Parse(string sql, HiveVersion version, bool withAfterInsert = false)
    {
        var parser = new HiveParser(sql, version) { WithAfterInsert = withAfterInsert };
        var statement = parser.Statement();
        return parser.Next.Kind == HiveTokenKind.End ? statement : throw parser.Unexpected();
    }

    /// <summary>The texts between semicolons; comments alone are none.</summary>
    public static IReadOnlyList<string> Split(string sql)
    {
        var pieces = new List<string>();
        var (start, any) = (0, false);
        var blank = "";
        foreach (var token in HiveLexer.Read(sql))
        {
            if (token.Kind != HiveTokenKind.End && !token.Is(";"))
            {
                any |= token.Kind != HiveTokenKind.Hint;
                continue;
            }

            if (any)
            {
                // blanks stand for what came before, so that places are those of the whole text
                pieces.Add(blank + sql[start..token.At.Offset]);
            }

            start = Math.Min(token.At.Offset + 1, sql.Length);
            blank = new string('\n', token.At.Line - 1) + new string(' ', token.At.Column + 1);
            any = false;
        }

        return pieces;
    }

    private HiveStatement Statement()
    {
        var at = Here;
        if (Next.Is("SELECT"))
        {
            return new HiveSelectStatement(at, Query());
        }

        if (Next.Is("WITH"))
        {
            var with = With();
            return Next.Is("INSERT") ? new HiveInsert(at, [InsertPart(null, with)])
                : Next.Is("FROM") ? FromFirst(with)
                : new HiveSelectStatement(at, QueryAfter(with));
        }

        if (Next.Is("FROM"))
        {
            return FromFirst([]);
        }

        if (Next.Is("INSERT"))
        {
            return new HiveInsert(at, [InsertPart(null, [])]);
        }

        return Take("CREATE") ? Create(at)
            : Take("DROP") ? Drop(at)
            : Take("ALTER") ? Alter(at)
            : Take("SHOW") ? Show(at)
            : Take("TRUNCATE") ? Truncated(at)
            : Take("SET") ? Setting(at)
            : Take("DESCRIBE") || Take("DESC") ? Describe(at)
            : Next.Is("DELETE") || Next.Is("UPDATE") ? ChangeRows(at)
            : IsOther() ? throw HiveError.Refused($"The statement {Next.Text.ToUpperInvariant()}", at)
            : throw Unexpected();
    }

    private bool IsOther() => new[]
    {
        "EXPLAIN", "USE", "LOAD", "EXPORT", "IMPORT", "MSCK", "ANALYZE", "GRANT", "REVOKE", "MERGE", "RELOAD", "ABORT", "LOCK", "UNLOCK",
        "COMMIT", "ROLLBACK", "START", "REPL", "KILL", "VALUES", "PREPARE", "EXECUTE", "ADD", "RESET", "CACHE", "OPTIMIZE", "(",
    }.Any(Next.Is);

    private HiveStatement FromFirst(ImmutableArray<HiveCommon> with)
    {
        var at = Here;
        Expect("FROM");
        var from = Sources();
        if (!Next.Is("INSERT"))
        {
            return new HiveSelectStatement(at, Ended(with, [("", Select(from))]));
        }

        var parts = ImmutableArray.CreateBuilder<HiveInsertPart>();
        while (Next.Is("INSERT"))
        {
            parts.Add(InsertPart(from, with));
        }

        return new HiveInsert(at, parts.ToImmutable());
    }

    private HiveInsertPart InsertPart(HiveSource? from, ImmutableArray<HiveCommon> with)
    {
        Expect("INSERT");
        var overwrite = Take("OVERWRITE");
        if (overwrite)
        {
            if (Next.Is("DIRECTORY") || Next.Is("LOCAL"))
            {
                throw HiveError.Refused("INSERT OVERWRITE DIRECTORY", Here);
            }

            Expect("TABLE");
        }
        else
        {
            Expect("INTO");
            Take("TABLE");
        }

        var table = TableName();
        if (Next.Is("PARTITION"))
        {
            throw HiveError.Refused("PARTITION", Here);
        }

        ImmutableArray<(string, Syntax.SqlPosition)> columns = Next.Is("(") && !Ahead(1, "SELECT")
            ? Parenthesized(() =>
            {
                var place = Here;
                return (Name(), place);
            })
            : [];
        if (from is not null)
        {
            return new HiveInsertPart(table, overwrite, columns, Ended(with, [("", Select(from))]));
        }

        if (Take("VALUES"))
        {
            var at = Here;
            var rows = List(() => Parenthesized(Expression));
            return new HiveInsertPart(table, overwrite, columns, new HiveQuery(with, [("", OfValues(at, rows))], [], null, 0));
        }

        var inner = with.IsEmpty && WithAfterInsert ? With() : with;
        return new HiveInsertPart(table, overwrite, columns, QueryAfter(inner));
    }

    private static HiveSelect OfValues(Syntax.SqlPosition at, ImmutableArray<ImmutableArray<HiveNode>> rows) => new(
        false,
        [new HiveItem(new HiveNode(HiveForm.Star, "*", at, []), [])],
        new HiveValuesSource(at, rows, "v"),
        null,
        null,
        null,
        null,
        ImmutableDictionary<string, HiveWindow>.Empty,
        0);
}
