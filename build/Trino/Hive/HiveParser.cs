using System.Collections.Immutable;
using Cdp.Trino.Syntax;

namespace Cdp.Trino.Hive;

/// <summary>Expressions of HiveQL. A form that is not known here is refused, not called wrong: the grammar is not whole.</summary>
internal sealed partial class HiveParser(string sql)
{
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "SELECT", "FROM", "WHERE", "GROUP", "ORDER", "BY", "HAVING", "LIMIT", "UNION", "JOIN", "LEFT", "RIGHT", "FULL", "INNER", "CROSS", "ON",
        "LATERAL", "AS", "AND", "OR", "NOT", "IN", "IS", "LIKE", "RLIKE", "REGEXP", "BETWEEN", "CASE", "WHEN", "THEN", "ELSE", "END", "NULL", "TRUE", "FALSE",
        "INTERVAL", "DISTINCT", "INSERT", "INTO", "TABLE", "WITH", "CREATE", "DROP", "VALUES", "TO", "USER", "ROW", "ROWS", "TIMESTAMP", "DATE",
        "EXISTS", "OUTER", "OVER", "PARTITION", "CAST", "DIV", "USING", "CLUSTER", "DISTRIBUTE", "SORT", "WINDOW", "QUALIFY", "EXCEPT", "INTERSECT", "MINUS", "TABLESAMPLE", "NATURAL", "ALL", "TIME", "SEMI", "ANTI",
    };

    private readonly IReadOnlyList<HiveToken> _tokens = HiveLexer.Read(sql);
    private int _at;
    private int _depth;

    private HiveToken Next => _tokens[_at];

    private SqlPosition Here => new(Next.Line, Next.Column, 0);

    private TrinoException Unknown() => HiveError.Refused($"'{Next.Text}' at this place", Next.Line, Next.Column);

    private bool Take(string word)
    {
        if (!Next.Is(word))
        {
            return false;
        }

        _at++;
        return true;
    }

    private bool Ahead(int by, string word) => _at + by < _tokens.Count && _tokens[_at + by].Is(word);

    private void Expect(string word)
    {
        if (!Take(word))
        {
            throw Unknown();
        }
    }

    private string Name()
    {
        var token = Next;
        if (token.Kind != HiveTokenKind.Quoted && (token.Kind != HiveTokenKind.Word || Reserved.Contains(token.Text) || token.Text[0] == '_'))
        {
            throw Unknown();
        }

        _at++;
        return Lower(token.Text);
    }

    private bool AtName => Next.Kind == HiveTokenKind.Quoted || (Next.Kind == HiveTokenKind.Word && !Reserved.Contains(Next.Text) && Next.Text[0] != '_');

    private static string Lower(string name) => string.Create(name.Length, name, (to, from) => from.AsSpan().ToLowerInvariant(to));

    private HiveNode Expression()
    {
        if (++_depth > 200)
        {
            throw HiveError.Refused("An expression this deep", Next.Line, Next.Column);
        }

        var left = And();
        while (Next.Is("OR"))
        {
            left = Pair("OR", left, And);
        }

        _depth--;
        return left;
    }

    private HiveNode And()
    {
        var left = Not();
        while (Next.Is("AND"))
        {
            left = Pair("AND", left, Not);
        }

        return left;
    }

    private HiveNode Not()
    {
        var at = Here;
        return Take("NOT") ? new HiveNode(HiveForm.Operator, "NOT", at, [Not()]) : Predicate();
    }

    private HiveNode Pair(string name, HiveNode left, Func<HiveNode> right)
    {
        var at = Here;
        _at++;
        return new HiveNode(HiveForm.Operator, name, at, [left, right()]);
    }

    private HiveNode Predicate()
    {
        var left = Sum();
        while (true)
        {
            var at = Here;
            var not = Next.Is("NOT") && (Ahead(1, "IN") || Ahead(1, "LIKE") || Ahead(1, "RLIKE") || Ahead(1, "BETWEEN"));
            if (not)
            {
                _at++;
            }

            HiveNode found;
            if (Take("IS"))
            {
                var negated = Take("NOT");
                Expect("NULL");
                found = new HiveNode(HiveForm.Operator, negated ? "IS NOT NULL" : "IS NULL", at, [left]);
            }
            else if (Take("BETWEEN"))
            {
                var low = Sum();
                Expect("AND");
                found = new HiveNode(HiveForm.Operator, "BETWEEN", at, [left, low, Sum()]);
            }
            else if (Take("IN"))
            {
                Expect("(");
                found = new HiveNode(HiveForm.Operator, "IN", at, [left, .. Arguments()]);
            }
            else if (Next.Is("LIKE") || Next.Is("RLIKE") || Next.Is("REGEXP"))
            {
                found = Pair(Next.Is("LIKE") ? "LIKE" : "RLIKE", left, Sum);
            }
            else if (Next.Kind == HiveTokenKind.Symbol && Next.Text is "=" or "==" or "<>" or "!=" or "<" or ">" or "<=" or ">=" or "<=>")
            {
                found = Pair(Next.Text switch { "==" => "=", "!=" => "<>", var s => s }, left, Sum);
            }
            else
            {
                return left;
            }

            left = not ? new HiveNode(HiveForm.Operator, "NOT", at, [found]) : found;
        }
    }

    private HiveNode Sum()
    {
        var left = Product();
        while (Next.Kind == HiveTokenKind.Symbol && Next.Text is "+" or "-")
        {
            left = Pair(Next.Text, left, Product);
        }

        return left;
    }

    private HiveNode Product()
    {
        var left = Signed();
        while (Next.Is("DIV") || (Next.Kind == HiveTokenKind.Symbol && Next.Text is "*" or "/" or "%"))
        {
            left = Pair(Next.Is("DIV") ? "DIV" : Next.Text, left, Signed);
        }

        return left;
    }

    private HiveNode Signed()
    {
        var at = Here;
        return Take("-") ? new HiveNode(HiveForm.Operator, "NEGATE", at, [Signed()]) : Postfix();
    }

    private HiveNode Postfix()
    {
        var value = Primary();
        while (Next.Is("["))
        {
            var at = Here;
            _at++;
            value = new HiveNode(HiveForm.Subscript, "[]", at, [value, Expression()]);
            Expect("]");
        }

        return value;
    }

    private ImmutableArray<HiveNode> Arguments()
    {
        var items = ImmutableArray.CreateBuilder<HiveNode>();
        while (!Take(")"))
        {
            if (items.Count > 0)
            {
                Expect(",");
            }

            items.Add(Expression());
        }

        return items.ToImmutable();
    }
}
