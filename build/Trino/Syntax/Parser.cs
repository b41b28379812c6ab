using System.Collections.Immutable;

namespace Cdp.Trino.Syntax;

/// <summary>Trino's grammar by recursive descent. Fails with a SYNTAX_ERROR at the place where Trino's parser does.</summary>
internal sealed partial class Parser
{
    private readonly string _text;
    private readonly ImmutableArray<Token> _tokens;
    private int _at;
    private int _depth;

    private Parser(string text)
    {
        _text = text;
        _tokens = Lexer.Read(text);
    }

    /// <summary>Deeper nesting than this would end the process instead of the query.</summary>
    private const int MaximumDepth = 1200;

    public static Statement ParseStatement(string text)
    {
        var parser = new Parser(text);
        var statement = parser.ParseStatement();
        parser.ExpectEnd();
        return statement;
    }

    public static Query ParseQuery(string text)
    {
        var parser = new Parser(text);
        var query = parser.ParseQuery();
        parser.ExpectEnd();
        return query;
    }

    public static DataType ParseType(string text)
    {
        var parser = new Parser(text);
        var type = parser.ParseType();
        parser.ExpectEnd();
        return type;
    }

    private Token Current => _tokens[_at];

    private Token Ahead(int count) => _tokens[Math.Min(_at + count, _tokens.Length - 1)];

    private bool At(string word) => Current.Is(word);

    private bool At(string first, string second) => Current.Is(first) && Ahead(1).Is(second);

    private bool Take(string word)
    {
        if (!At(word))
        {
            return false;
        }

        _at++;
        return true;
    }

    private bool Take(string first, string second)
    {
        if (!At(first, second))
        {
            return false;
        }

        _at += 2;
        return true;
    }

    private Token Expect(string word)
    {
        if (!At(word))
        {
            throw Mismatch($"'{word}'");
        }

        return _tokens[_at++];
    }

    private void Expect(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            Expect(word);
        }
    }

    private void ExpectEnd()
    {
        if (Current.Kind != TokenKind.End)
        {
            throw Mismatch("<EOF>");
        }
    }

    private TrinoException Mismatch(string expecting) => Mismatch(Current, expecting);

    private TrinoException Mismatch(Token token, string expecting)
    {
        if (token.Kind == TokenKind.BackquotedIdentifier)
        {
            return Error(token.At, "backquoted identifiers are not supported; use double quotes to quote identifiers");
        }

        if (token.Kind == TokenKind.DigitIdentifier)
        {
            return Error(
                token.At,
                "identifiers must not start with a digit; surround the identifier with double quotes");
        }

        return Error(token.At, $"mismatched input '{token}'. Expecting: {expecting}{Habits.Hint(_text, _tokens, token)}");
    }

    private static TrinoException Error(SqlPosition at, string message) =>
        new("SYNTAX_ERROR", message, at.Line, at.Column);

    private bool AtName(int ahead = 0) => Ahead(ahead) switch
    {
        { Kind: TokenKind.QuotedIdentifier } => true,
        { Kind: TokenKind.Identifier } token => !ReservedWords.Contains(token.Upper),
        _ => false,
    };

    private Name ParseName(string expecting = "<identifier>")
    {
        if (!AtName())
        {
            throw Mismatch(expecting);
        }

        var token = _tokens[_at++];
        if (token.Kind == TokenKind.Identifier)
        {
            return new Name(token.At, token.Text, Quoted: false);
        }

        var text = token.Text[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal);
        return text.Length > 0
            ? new Name(token.At, text, Quoted: true)
            : throw Error(token.At, "Zero-length delimited identifier not allowed");
    }

    private QualifiedName ParseQualifiedName(string expecting = "<identifier>")
    {
        var at = Current.At;
        var parts = ImmutableArray.CreateBuilder<Name>();
        parts.Add(ParseName(expecting));
        while (At(".") && !Ahead(1).Is("*"))
        {
            _at++;
            parts.Add(ParseName());
        }

        return new QualifiedName(at, parts.ToImmutable());
    }

    private ImmutableArray<T> List<T>(Func<T> item)
    {
        var items = ImmutableArray.CreateBuilder<T>();
        do
        {
            items.Add(item());
        }
        while (Take(","));
        return items.ToImmutable();
    }

    private ImmutableArray<T> Parenthesized<T>(Func<T> item)
    {
        Expect("(");
        var items = List(item);
        Expect(")");
        return items;
    }

    private ImmutableArray<Name> OptionalNames() => At("(") ? Parenthesized(() => ParseName()) : [];

    /// <summary>One reading of an ambiguous text; when it fails, the error that got further is kept for the caller.</summary>
    private T? Attempt<T>(Func<T> parse, Func<bool> accept, out TrinoException? failure)
        where T : class
    {
        var start = _at;
        failure = null;
        try
        {
            var result = parse();
            if (accept())
            {
                return result;
            }

            failure = Mismatch("','");
        }
        catch (TrinoException error)
        {
            failure = error;
        }

        _at = start;
        return null;
    }

    /// <summary>From an opening parenthesis: whether the first thing inside them all begins a query.</summary>
    private bool AtNestedQuery()
    {
        var ahead = 0;
        while (Ahead(ahead).Is("("))
        {
            ahead++;
        }

        return ahead > 0 && Ahead(ahead) is var token
            && (token.Is("SELECT") || token.Is("WITH") || token.Is("VALUES") || token.Is("TABLE"));
    }

    private static TrinoException Further(TrinoException one, TrinoException? other) =>
        other is not null && ((other.Line ?? 0), (other.Column ?? 0)).CompareTo((one.Line ?? 0, one.Column ?? 0)) > 0 ? other : one;

    private T Nested<T>(Func<T> parse)
    {
        if (++_depth > MaximumDepth)
        {
            throw Error(Current.At, "statement is too large (stack overflow while parsing)");
        }

        try
        {
            System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
            return parse();
        }
        catch (InsufficientExecutionStackException)
        {
            throw Error(Current.At, "statement is too large (stack overflow while parsing)");
        }
        finally
        {
            _depth--;
        }
    }
}
