namespace Cdp.Digdag.Templates;

/// <summary>
/// Refuses what is not ECMAScript 5 (§12), with the words and the place that digdag's JavaScript engine gives.
/// Jint, which then runs the script, would take much newer code.
/// </summary>
internal sealed class Es5Syntax
{
    private readonly Es5Words _words;
    private readonly Es5Expressions _expressions;

    private Es5Syntax(string source)
    {
        _words = new(source);
        _expressions = new(_words, Statements);
    }

    /// <exception cref="JsSyntaxException">At the first word that does not fit.</exception>
    public static void CheckFunctionBody(string source)
    {
        var syntax = new Es5Syntax(source);
        syntax.Statements();
        if (syntax._words.Current.Kind is not Es5Kind.End)
        {
            throw syntax._words.Error($"Expected eof but found {syntax._words.Current.Shown}");
        }
    }

    private void Statements()
    {
        while (!_words.Current.Is("}") && _words.Current.Kind is not Es5Kind.End)
        {
            Statement();
        }
    }

    private void Statement() => _words.Nested(() =>
    {
        if (_words.Current is { Kind: Es5Kind.Identifier } && _words.Following.Is(":"))
        {
            _words.Take();
            _words.Take();
            Statement();
        }
        else if (_words.Current.Kind is not (Es5Kind.Keyword or Es5Kind.Punctuator) || !TryKeyword())
        {
            _expressions.Expression();
            _words.ExpectStatementEnd();
        }

        return true;
    });

    private bool TryKeyword()
    {
        switch (_words.Current.Text)
        {
            case "{":
                Block();
                return true;
            case ";":
                _words.Take();
                return true;
            case "var":
                _words.Take();
                Variables(true);
                _words.ExpectStatementEnd();
                return true;
            case "function":
                _words.Take();
                _expressions.Function(true);
                return true;
            case "if" or "while" or "with":
                Conditioned();
                return true;
            case "do":
                Do();
                return true;
            case "for":
                For();
                return true;
            case "try":
                Try();
                return true;
            case "switch":
                Switch();
                return true;
            case "return" or "break" or "continue" or "throw" or "debugger":
                Jump();
                return true;
            default:
                return false;
        }
    }

    private void Block()
    {
        _words.Expect("{");
        Statements();
        _words.Expect("}");
    }

    private void Condition()
    {
        _words.Expect("(");
        _expressions.Expression();
        _words.Expect(")");
    }

    private void Conditioned()
    {
        var isIf = _words.Take().Text == "if";
        Condition();
        Statement();
        if (isIf && _words.TryTake("else"))
        {
            Statement();
        }
    }

    private void Do()
    {
        _words.Take();
        Statement();
        _words.Expect("while");
        Condition();
        _words.TryTake(";");
    }

    private void Variables(bool allowIn)
    {
        do
        {
            _words.ExpectName();
            if (_words.TryTake("="))
            {
                _expressions.Assignment(allowIn);
            }
        }
        while (_words.TryTake(","));
    }

    private void For()
    {
        _words.Take();
        _words.Expect("(");
        if (_words.TryTake("var"))
        {
            Variables(false);
        }
        else if (!_words.Current.Is(";"))
        {
            _expressions.Expression(false);
        }

        if (_words.TryTake("in"))
        {
            _expressions.Expression();
        }
        else
        {
            _words.Expect(";");
            Optional(";");
            _words.Expect(";");
            Optional(")");
        }

        _words.Expect(")");
        Statement();
    }

    private void Optional(string end)
    {
        if (!_words.Current.Is(end))
        {
            _expressions.Expression();
        }
    }

    private void Try()
    {
        _words.Take();
        Block();
        var caught = _words.TryTake("catch");
        if (caught)
        {
            _words.Expect("(");
            _words.ExpectName();
            _words.Expect(")");
            Block();
        }

        if (_words.TryTake("finally"))
        {
            Block();
        }
        else if (!caught)
        {
            throw _words.Error("Missing catch or finally after try");
        }
    }

    private void Switch()
    {
        _words.Take();
        Condition();
        _words.Expect("{");
        while (!_words.TryTake("}"))
        {
            if (!_words.TryTake("default"))
            {
                _words.Expect("case");
                _expressions.Expression();
            }

            _words.Expect(":");
            while (!_words.Current.Is("case") && !_words.Current.Is("default") && !_words.Current.Is("}"))
            {
                Statement();
            }
        }
    }

    private void Jump()
    {
        var word = _words.Take().Text;
        var ends = _words.Current.OnNewLine || _words.Current.Is(";") || _words.Current.Is("}") ||
            _words.Current.Kind is Es5Kind.End;
        if (word == "throw" || (word == "return" && !ends))
        {
            _expressions.Expression();
        }
        else if (word is "break" or "continue" && !ends)
        {
            _words.ExpectName();
        }

        _words.ExpectStatementEnd();
    }
}
