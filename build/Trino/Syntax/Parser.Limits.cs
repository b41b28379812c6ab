namespace Cdp.Trino.Syntax;

internal sealed partial class Parser
{
    private bool TakeOrderBy()
    {
        if (!Take("ORDER"))
        {
            return false;
        }

        Expect("BY");
        return true;
    }

    private Limit? ParseLimit()
    {
        var at = Current.At;
        if (Take("LIMIT"))
        {
            return Take("ALL") ? new Limit(at, null, WithTies: false) : new Limit(at, ParseRowCount(), WithTies: false);
        }

        if (!Take("FETCH"))
        {
            return null;
        }

        if (!Take("FIRST"))
        {
            Expect("NEXT");
        }

        Expression count = At("ROW") || At("ROWS") ? new IntegerLiteral(at, "1") : ParseRowCount();
        if (!Take("ROW"))
        {
            Expect("ROWS");
        }

        if (Take("ONLY"))
        {
            return new Limit(at, count, WithTies: false) { IsFetch = true };
        }

        Expect("WITH", "TIES");
        return new Limit(at, count, WithTies: true) { IsFetch = true };
    }

    private Expression ParseRowCount()
    {
        var token = Current;
        if (Take("?"))
        {
            return new Parameter(token.At);
        }

        if (token.Kind != TokenKind.Integer)
        {
            throw Mismatch("<integer>");
        }

        _at++;
        return new IntegerLiteral(token.At, token.Text);
    }

    private SortItem ParseSortItem()
    {
        var at = Current.At;
        var key = ParseExpression();
        var descending = Take("DESC");
        if (!descending)
        {
            Take("ASC");
        }

        bool? first = null;
        if (Take("NULLS"))
        {
            first = Take("FIRST");
            if (first == false)
            {
                Expect("LAST");
            }
        }

        return new SortItem(at, key, descending, first);
    }
}
