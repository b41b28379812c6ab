using System.Collections.Immutable;

namespace Cdp.Trino.Syntax;

/// <summary>CREATE, DROP and ALTER.</summary>
internal sealed partial class Parser
{
    private Statement ParseCreate(SqlPosition at)
    {
        Expect("CREATE");
        var replace = Take("OR", "REPLACE");
        if (Take("SCHEMA"))
        {
            var absent = TakeIfNotExists();
            var schema = ParseQualifiedName();
            if (Take("AUTHORIZATION"))
            {
                ParseName();
            }

            TakeProperties();
            return new CreateSchema(at, schema, absent);
        }

        if (Take("TABLE"))
        {
            return ParseCreateTable(at, replace);
        }

        if (Take("VIEW"))
        {
            return ParseCreateView(at, replace);
        }

        if (At("MATERIALIZED", "VIEW") || At("ROLE") || At("CATALOG"))
        {
            var what = Current.Upper;
            SkipToEnd();
            return new UnsupportedStatement(at, "CREATE " + what);
        }

        throw Mismatch("'CATALOG', 'MATERIALIZED', 'OR', 'ROLE', 'SCHEMA', 'TABLE', 'VIEW'");
    }

    private CreateView ParseCreateView(SqlPosition at, bool replace)
    {
        var view = ParseQualifiedName();
        var comment = Take("COMMENT") ? ParseText() : null;
        if (Take("SECURITY") && !Take("DEFINER"))
        {
            Expect("INVOKER");
        }

        Expect("AS");
        var start = Current.At.Offset;
        var query = ParseQuery();
        var end = _tokens[_at - 1].EndOffset;
        return new CreateView(at, view, replace, query, comment) { QueryText = _text[start..end] };
    }

    private bool TakeIfNotExists()
    {
        if (!At("IF", "NOT"))
        {
            return false;
        }

        Expect("IF", "NOT", "EXISTS");
        return true;
    }

    private bool TakeIfExists() => Take("IF", "EXISTS");

    private void TakeProperties()
    {
        if (At("WITH", "("))
        {
            _at++;
            Parenthesized<object>(() =>
            {
                var name = ParseName();
                Expect("=");
                return Take("DEFAULT") ? name : ParseExpression();
            });
        }
    }

    private Statement ParseCreateTable(SqlPosition at, bool replace)
    {
        var absent = TakeIfNotExists();
        var table = ParseQualifiedName();
        if (At("(") && !AtNestedQuery() && !AtColumnAliases())
        {
            var elements = Parenthesized(ParseTableElement);
            var comment = Take("COMMENT") ? ParseText() : null;
            TakeProperties();
            return new CreateTable(at, table, absent, replace, elements, comment);
        }

        var columns = At("(") && !AtNestedQuery() ? OptionalNames() : [];
        var note = Take("COMMENT") ? ParseText() : null;
        TakeProperties();
        Expect("AS");
        var query = At("(") && AtNestedQuery() ? ParseQuery() : ParseQuery();
        var data = true;
        if (Take("WITH"))
        {
            data = !Take("NO");
            Expect("DATA");
        }

        return new CreateTableAs(at, table, absent, replace, columns, query, data, note);
    }

    private bool AtColumnAliases() => AtName(1) && (Ahead(2).Is(",") || Ahead(2).Is(")"));

    private TableElement ParseTableElement()
    {
        var at = Current.At;
        if (Take("LIKE"))
        {
            var table = ParseQualifiedName();
            if ((At("INCLUDING") || At("EXCLUDING")) && Ahead(1).Is("PROPERTIES"))
            {
                _at += 2;
            }

            return new TableElement(at, null, table);
        }

        return new TableElement(at, ParseColumnDefinition(), null);
    }

    private ColumnDefinition ParseColumnDefinition()
    {
        var name = ParseName("'LIKE', <identifier>");
        var type = ParseType();
        var notNull = At("NOT") && TakeNotNull();
        var comment = Take("COMMENT") ? ParseText() : null;
        TakeProperties();
        return new ColumnDefinition(name.At, name, type, notNull, comment);
    }

    private bool TakeNotNull()
    {
        Expect("NOT", "NULL");
        return true;
    }

    private Statement ParseDrop(SqlPosition at)
    {
        Expect("DROP");
        if (At("TABLE") || At("VIEW") || At("SCHEMA"))
        {
            var kind = _tokens[_at++].Upper;
            var exists = TakeIfExists();
            var target = ParseQualifiedName("'IF', <identifier>");
            var cascade = kind == "SCHEMA" && Take("CASCADE");
            if (kind == "SCHEMA" && !cascade)
            {
                Take("RESTRICT");
            }

            return new Drop(at, kind, target, exists, cascade);
        }

        if (At("MATERIALIZED", "VIEW") || At("ROLE") || At("CATALOG"))
        {
            var what = Current.Upper;
            SkipToEnd();
            return new UnsupportedStatement(at, "DROP " + what);
        }

        throw Mismatch("'CATALOG', 'MATERIALIZED', 'ROLE', 'SCHEMA', 'TABLE', 'VIEW'");
    }

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
