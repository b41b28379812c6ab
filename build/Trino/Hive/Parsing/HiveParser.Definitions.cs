using System.Collections.Immutable;
using Cdp.Trino.Syntax;

namespace Cdp.Trino.Hive;

/// <summary>CREATE, DROP, ALTER, SHOW, DESCRIBE and the like.</summary>
internal sealed partial class HiveParser
{
    private HiveStatement Create(SqlPosition at)
    {
        var replace = TakeAll("OR", "REPLACE");
        if (Take("VIEW"))
        {
            return CreateView(at, replace);
        }

        if (replace || Next.Is("TEMPORARY") || Next.Is("EXTERNAL") || Next.Is("DATABASE") || Next.Is("SCHEMA") || Next.Is("FUNCTION") || Next.Is("MATERIALIZED") || Next.Is("INDEX") || Next.Is("ROLE") || Next.Is("MANAGED") || Next.Is("TRANSACTIONAL") || Next.Is("SCHEDULED"))
        {
            throw HiveError.Refused($"CREATE {Next.Text.ToUpperInvariant()}", at);
        }

        Expect("TABLE");
        var ifNotExists = TakeAll("IF", "NOT", "EXISTS");
        var table = TableName();
        if (Take("LIKE"))
        {
            var like = TableName();
            Storage();
            return new HiveCreateTable(at, table, ifNotExists, null, like, null);
        }

        ImmutableArray<HiveColumn>? columns = Next.Is("(") ? Columns() : null;
        Storage();
        var query = Take("AS") ? Query() : null;
        if (columns is null && query is null && Next.Kind == HiveTokenKind.End)
        {
            throw HiveError.Semantic(10043, "Either list of columns or a custom serializer should be specified");
        }

        return columns is not null && query is not null && Next.Kind == HiveTokenKind.End
            ? throw HiveError.Semantic(10065, "CREATE TABLE AS SELECT command cannot specify the list of columns for the target table")
            : new HiveCreateTable(at, table, ifNotExists, columns, null, query);
    }

    /// <summary>How a table lies in files: none of that is seen in an answer. Partitions are.</summary>
    private void Storage()
    {
        while (true)
        {
            if (Take("COMMENT"))
            {
                Text();
            }
            else if (TakeAll("STORED", "AS"))
            {
                Name();
            }
            else if (TakeAll("ROW", "FORMAT", "DELIMITED"))
            {
                while (TakeAll("FIELDS", "TERMINATED", "BY") || TakeAll("LINES", "TERMINATED", "BY") || TakeAll("ESCAPED", "BY")
                    || TakeAll("COLLECTION", "ITEMS", "TERMINATED", "BY") || TakeAll("MAP", "KEYS", "TERMINATED", "BY"))
                {
                    Text();
                }
            }
            else if (Next.Is("PARTITIONED") || Next.Is("CLUSTERED") || Next.Is("ROW") || Next.Is("STORED") || Next.Is("LOCATION") || Next.Is("TBLPROPERTIES") || Next.Is("SKEWED"))
            {
                throw HiveError.Refused($"{Next.Text.ToUpperInvariant()} of a table", Here);
            }
            else
            {
                return;
            }
        }
    }

    private HiveCreateView CreateView(SqlPosition at, bool replace)
    {
        var ifNotExists = TakeAll("IF", "NOT", "EXISTS");
        var view = TableName();
        if (Next.Is("(") || Next.Is("PARTITIONED") || Next.Is("TBLPROPERTIES"))
        {
            throw HiveError.Refused("A view with names of its own", Here);
        }

        _ = Take("COMMENT") ? Text() : null;
        Expect("AS");
        var start = Here.Offset;
        return new HiveCreateView(at, view, replace, ifNotExists, Query(), sql[start..]);
    }

    private HiveDrop Drop(SqlPosition at)
    {
        if (!(Next.Is("TABLE") || Next.Is("VIEW")))
        {
            throw HiveError.Refused($"DROP {Next.Text.ToUpperInvariant()}", at);
        }

        var kind = Next.Text.ToUpperInvariant();
        _at++;
        var ifExists = TakeAll("IF", "EXISTS");
        var table = TableName();
        Take("PURGE");
        return new HiveDrop(at, kind, table, ifExists);
    }

    private HiveStatement Alter(SqlPosition at)
    {
        if (!Take("TABLE"))
        {
            throw HiveError.Refused($"ALTER {Next.Text.ToUpperInvariant()}", at);
        }

        var table = TableName();
        if (TakeAll("ADD", "COLUMNS"))
        {
            return new HiveAddColumns(at, table, Columns());
        }

        if (TakeAll("RENAME", "TO"))
        {
            return new HiveRename(at, table, TableName());
        }

        if (Take("CHANGE"))
        {
            Take("COLUMN");
            var name = Name();
            return new HiveChangeColumn(at, table, name, Column());
        }

        throw (Next.Is("ADD") && Ahead(1, "COLUMN")) || (Next.Is("DROP") && Ahead(1, "COLUMN"))
            ? Unexpected(Peek(1))
            : HiveError.Refused($"ALTER TABLE … {Next.Text.ToUpperInvariant()}", Here);
    }

    private HiveShow Show(SqlPosition at)
    {
        if (Take("TABLES"))
        {
            var database = Take("IN") || Take("FROM") ? new HiveTableName(Here, Name(), "") : null;
            Take("LIKE");
            return new HiveShow(at, "TABLES", database, Next.Kind == HiveTokenKind.Text ? Text() : null);
        }

        if (Take("DATABASES") || Take("SCHEMAS"))
        {
            Take("LIKE");
            return new HiveShow(at, "DATABASES", null, Next.Kind == HiveTokenKind.Text ? Text() : null);
        }

        if (Take("COLUMNS") && (Take("FROM") || Take("IN")))
        {
            return new HiveShow(at, "COLUMNS", TableName(), null);
        }

        throw HiveError.Refused("This SHOW", at);
    }

    private HiveDescribe Describe(SqlPosition at)
    {
        if (Next.Is("FORMATTED") || Next.Is("EXTENDED") || Next.Is("DATABASE") || Next.Is("FUNCTION"))
        {
            throw HiveError.Refused($"DESCRIBE {Next.Text.ToUpperInvariant()}", at);
        }

        Take("TABLE");
        var table = TableName();
        return new HiveDescribe(at, table, AtName ? Name() : null);
    }

    private HiveTruncate Truncated(SqlPosition at)
    {
        Take("TABLE");
        return new HiveTruncate(at, TableName());
    }

    private HiveSet Setting(SqlPosition at)
    {
        var text = sql[Here.Offset..].Trim().TrimEnd(';').TrimEnd();
        var cut = text.IndexOf('=', StringComparison.Ordinal);
        _at = _tokens.Count - 1;
        return cut <= 0
            ? throw HiveError.Refused("SET without a value", at)
            : new HiveSet(at, text[..cut].Trim(), text[(cut + 1)..].Trim());
    }

    private HiveChangeRows ChangeRows(SqlPosition at)
    {
        var kind = Next.Text.ToUpperInvariant();
        _at++;
        if (kind == "DELETE")
        {
            Expect("FROM");
        }

        var table = TableName();
        _at = _tokens.Count - 1;
        return new HiveChangeRows(at, kind, table);
    }
}
