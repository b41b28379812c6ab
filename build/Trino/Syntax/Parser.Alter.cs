namespace Cdp.Trino.Syntax;

internal sealed partial class Parser
{
    private Statement ParseAlter(SqlPosition at)
    {
        Expect("ALTER");
        if (Take("SCHEMA"))
        {
            var schema = ParseQualifiedName();
            if (Take("SET"))
            {
                SkipToEnd();
                return new UnsupportedStatement(at, "ALTER SCHEMA SET AUTHORIZATION");
            }

            Expect("RENAME", "TO");
            return new Rename(at, "SCHEMA", schema, ParseQualifiedName(), false);
        }

        if (Take("VIEW"))
        {
            var view = ParseQualifiedName();
            if (Take("SET"))
            {
                SkipToEnd();
                return new UnsupportedStatement(at, "ALTER VIEW SET AUTHORIZATION");
            }

            Expect("RENAME", "TO");
            return new Rename(at, "VIEW", view, ParseQualifiedName(), false);
        }

        if (At("MATERIALIZED", "VIEW"))
        {
            SkipToEnd();
            return new UnsupportedStatement(at, "ALTER MATERIALIZED VIEW");
        }

        if (!Take("TABLE"))
        {
            throw Mismatch("'MATERIALIZED', 'SCHEMA', 'TABLE', 'VIEW'");
        }

        var exists = TakeIfExists();
        return ParseAlterTable(at, ParseQualifiedName(), exists);
    }

    private Statement ParseAlterTable(SqlPosition at, QualifiedName table, bool exists)
    {
        if (Take("RENAME", "TO"))
        {
            return new Rename(at, "TABLE", table, ParseQualifiedName(), exists);
        }

        if (Take("RENAME"))
        {
            Expect("COLUMN");
            var columnExists = TakeIfExists();
            var from = ParseQualifiedName().Parts[^1];
            Expect("TO");
            return new RenameColumn(at, table, from, ParseName(), exists, columnExists);
        }

        if (Take("ADD"))
        {
            Expect("COLUMN");
            var absent = TakeIfNotExists();
            return new AddColumn(at, table, ParseColumnDefinition(), exists, absent);
        }

        if (Take("DROP"))
        {
            Expect("COLUMN");
            var columnExists = TakeIfExists();
            return new DropColumn(at, table, ParseQualifiedName().Parts[^1], exists, columnExists);
        }

        if (Take("ALTER"))
        {
            Expect("COLUMN");
            ParseQualifiedName();
            if (!Take("SET"))
            {
                throw Mismatch("'.', 'SET'");
            }

            Expect("DATA", "TYPE");
            ParseType();
            return new UnsupportedStatement(at, "ALTER COLUMN SET DATA TYPE");
        }

        if (Take("SET"))
        {
            if (!At("AUTHORIZATION") && !At("PROPERTIES"))
            {
                throw Mismatch("'AUTHORIZATION', 'PROPERTIES'");
            }

            SkipToEnd();
            return new UnsupportedStatement(at, "ALTER TABLE SET");
        }

        if (Take("EXECUTE"))
        {
            SkipToEnd();
            return new UnsupportedStatement(at, "ALTER TABLE EXECUTE");
        }

        throw Mismatch("'.', 'ADD', 'ALTER', 'DROP', 'EXECUTE', 'RENAME', 'SET'");
    }
}
