namespace Cdp.Digdag.Templates;

/// <summary>The words of a script in reading order, with the errors of digdag's engine for what is not there.</summary>
internal sealed class Es5Words(string source)
{
    /// <summary>Deeper than anyone writes, shallow enough for every parser behind this one.</summary>
    private const int MaxDepth = 150;

    private readonly Es5Lexer _lexer = new(source);
    private int _index;
    private int _depth;

    public Es5Token Current => _lexer[_index];

    public Es5Token Following => _lexer[_index + 1];

    public Es5Token Take()
    {
        var token = Current;
        _index++;
        return token;
    }

    public bool TryTake(string text)
    {
        if (!Current.Is(text))
        {
            return false;
        }

        _index++;
        return true;
    }

    public void Expect(string text)
    {
        if (!TryTake(text))
        {
            throw Error($"Expected {text} but found {Current.Shown}");
        }
    }

    public void ExpectName()
    {
        if (Current.Kind is not Es5Kind.Identifier)
        {
            throw Error($"Expected ident but found {Current.Shown}");
        }

        _index++;
    }

    /// <summary>A statement ends at its semicolon, at a line's end, or before a closing brace.</summary>
    public void ExpectStatementEnd()
    {
        if (!TryTake(";") && !Current.Is("}") && !Current.OnNewLine && Current.Kind is not Es5Kind.End)
        {
            throw Error($"Expected ; but found {Current.Shown}");
        }
    }

    public bool TryTakeRegex()
    {
        if ((!Current.Is("/") && !Current.Is("/=")) || !_lexer.ReadRegex())
        {
            return false;
        }

        _index++;
        return true;
    }

    public JsSyntaxException Error(string reason, string type = "SyntaxError") =>
        JsSyntaxException.At(source, Current.Start, reason, type);

    public JsSyntaxException ErrorAt(int position, string reason, string type) =>
        JsSyntaxException.At(source, position, reason, type);

    public T Nested<T>(Func<T> parse)
    {
        if (++_depth > MaxDepth)
        {
            throw Error($"Nested deeper than {MaxDepth} levels");
        }

        var result = parse();
        _depth--;
        return result;
    }
}
