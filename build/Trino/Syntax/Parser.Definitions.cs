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
}
