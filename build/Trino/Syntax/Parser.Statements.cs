using System.Collections.Immutable;

namespace Cdp.Trino.Syntax;

internal sealed partial class Parser
{
    private const string StatementExpected =
        "'ALTER', 'ANALYZE', 'CALL', 'COMMENT', 'COMMIT', 'CREATE', 'DEALLOCATE', 'DELETE', 'DENY', 'DESC', 'DESCRIBE', "
        + "'DROP', 'EXECUTE', 'EXPLAIN', 'GRANT', 'INSERT', 'MERGE', 'PREPARE', 'REFRESH', 'RESET', 'REVOKE', 'ROLLBACK', "
        + "'SET', 'SHOW', 'START', 'TRUNCATE', 'UPDATE', 'USE', <query>";

    private Statement ParseStatement()
    {
        var token = Current;
        var at = token.At;
        switch (token.Kind == TokenKind.Identifier ? token.Upper : "")
        {
            case "SELECT" or "WITH" or "VALUES" or "TABLE":
                return new QueryStatement(at, ParseQuery());
            case "CREATE":
                return ParseCreate(at);
            case "INSERT":
                return ParseInsert(at);
            case "DELETE":
                Expect("DELETE", "FROM");
                return new Delete(at, ParseQualifiedName(), Take("WHERE") ? ParseExpression() : null);
            case "UPDATE":
                return ParseUpdate(at);
            case "MERGE":
                return ParseMerge(at);
            case "TRUNCATE":
                Expect("TRUNCATE", "TABLE");
                return new Truncate(at, ParseQualifiedName());
            case "DROP":
                return ParseDrop(at);
            case "ALTER":
                return ParseAlter(at);
            case "SHOW":
                return ParseShow(at);
            case "DESCRIBE" or "DESC":
                return ParseDescribe(at);
            case "EXPLAIN":
                return ParseExplain(at);
            case "USE":
                return ParseUse(at);
            case "COMMENT":
                return ParseComment(at);
            default:
                return At("(") ? new QueryStatement(at, ParseQuery()) : ParseOther(at);
        }
    }

    private Insert ParseInsert(SqlPosition at)
    {
        Expect("INSERT", "INTO");
        var table = ParseQualifiedName();
        ImmutableArray<Name> columns = [];
        if (At("(") && !AtNestedQuery())
        {
            columns = OptionalNames();
        }

        return new Insert(at, table, columns, ParseQuery());
    }

    private Explain ParseExplain(SqlPosition at)
    {
        Expect("EXPLAIN");
        Take("ANALYZE");
        Take("VERBOSE");
        var validates = At("(") && Ahead(1).Is("TYPE") && Ahead(2).Is("VALIDATE") && Ahead(3).Text == ")";
        if (At("(") && !AtNestedQuery())
        {
            SkipParenthesized(0);
        }

        return new Explain(at, ParseStatement(), validates);
    }

    private Use ParseUse(SqlPosition at)
    {
        Expect("USE");
        var first = ParseName();
        return Take(".") ? new Use(at, first, ParseName()) : new Use(at, null, first);
    }

    private Comment ParseComment(SqlPosition at)
    {
        Expect("COMMENT", "ON");
        var kind = Take("TABLE") ? "TABLE" : Take("VIEW") ? "VIEW" : Expect("COLUMN").Upper;
        var target = ParseQualifiedName();
        Expect("IS");
        return new Comment(at, kind, target, Take("NULL") ? null : ParseText());
    }

    private Statement ParseDescribe(SqlPosition at)
    {
        _at++;
        if ((At("INPUT") || At("OUTPUT")) && AtName(1))
        {
            _at++;
            ParseName();
            return new UnsupportedStatement(at, "DESCRIBE INPUT and OUTPUT");
        }

        return new Show(at, "COLUMNS", ParseQualifiedName(), null, null);
    }

    private Statement ParseShow(SqlPosition at)
    {
        Expect("SHOW");
        var kind = Current.Upper;
        switch (kind)
        {
            case "TABLES":
                _at++;
                var schema = Take("FROM") || Take("IN") ? ParseQualifiedName() : null;
                return WithLike(at, kind, schema);
            case "SCHEMAS":
                _at++;
                var catalog = Take("FROM") || Take("IN") ? ParseQualifiedName() : null;
                return WithLike(at, kind, catalog);
            case "CATALOGS" or "FUNCTIONS" or "SESSION":
                _at++;
                return WithLike(at, kind, null);
            case "COLUMNS":
                _at++;
                if (!Take("FROM"))
                {
                    Expect("IN");
                }

                return WithLike(at, kind, ParseQualifiedName());
            case "CREATE":
                _at++;
                kind = Take("TABLE") ? "CREATE TABLE"
                    : Take("VIEW") ? "CREATE VIEW"
                    : Take("SCHEMA") ? "CREATE SCHEMA"
                    : Take("MATERIALIZED", "VIEW") ? "CREATE MATERIALIZED VIEW"
                    : throw Mismatch("'MATERIALIZED', 'SCHEMA', 'TABLE', 'VIEW'");
                return new Show(at, kind, ParseQualifiedName(), null, null);
            case "STATS":
                Expect("STATS", "FOR");
                var table = At("(") ? null : ParseQualifiedName();
                SkipToEnd();
                return new UnsupportedStatement(at, "SHOW STATS") { Table = table };
            case "GRANTS" or "ROLES" or "CURRENT" or "ROLE":
                SkipToEnd();
                return new UnsupportedStatement(at, $"SHOW {kind}");
            default:
                throw Mismatch("'CATALOGS', 'COLUMNS', 'CREATE', 'CURRENT', 'FUNCTIONS', 'GRANTS', 'ROLE', 'ROLES', "
                    + "'SCHEMAS', 'SESSION', 'STATS', 'TABLES'");
        }
    }

    private Show WithLike(SqlPosition at, string kind, QualifiedName? target)
    {
        if (!Take("LIKE"))
        {
            return new Show(at, kind, target, null, null);
        }

        var pattern = ParseText();
        return new Show(at, kind, target, pattern, Take("ESCAPE") ? ParseText() : null);
    }

    private void SkipToEnd() => _at = _tokens.Length - 1;

    /// <summary>Statements that exist in the grammar and not here; their insides are not looked at.</summary>
    private UnsupportedStatement ParseOther(SqlPosition at)
    {
        var what = Current.Upper;
        if (what is not ("ANALYZE" or "CALL" or "COMMIT" or "DEALLOCATE" or "DENY" or "EXECUTE" or "GRANT" or "PREPARE"
            or "REFRESH" or "RESET" or "REVOKE" or "ROLLBACK" or "SET" or "START") || Current.Kind != TokenKind.Identifier)
        {
            throw Mismatch(StatementExpected);
        }

        _at++;
        if (what == "SET" && !At("SESSION") && !At("ROLE") && !At("PATH") && !At("TIME"))
        {
            throw Mismatch("'PATH', 'ROLE', 'SESSION', 'TIME'");
        }

        if (Current.Kind == TokenKind.End && what is not ("COMMIT" or "ROLLBACK"))
        {
            throw Mismatch("<identifier>");
        }

        SkipToEnd();
        return new UnsupportedStatement(at, what);
    }
}
