namespace Cdp.Digdag.Templates;

/// <summary>Checks expressions against the grammar of ECMAScript 5 (§11). Each method says whether what it read can be assigned to.</summary>
internal sealed class Es5Expressions(Es5Words words, Action functionBody)
{
    /// <param name="allowIn">False in the head of a <c>for</c>, where <c>in</c> is not an operator.</param>
    public bool Expression(bool allowIn = true)
    {
        var isReference = Assignment(allowIn);
        while (words.TryTake(","))
        {
            Assignment(allowIn);
            isReference = false;
        }

        return isReference;
    }

    public bool Assignment(bool allowIn = true) => words.Nested(() =>
    {
        var start = words.Current.Start;
        var isReference = Conditional(allowIn);
        if (words.Current.Kind is not Es5Kind.Punctuator || !Es5Operators.Assignments.Contains(words.Current.Text))
        {
            return isReference;
        }

        if (!isReference)
        {
            throw words.ErrorAt(start, "Invalid left hand side for assignment", "ReferenceError");
        }

        words.Take();
        Assignment(allowIn);
        return false;
    });

    /// <summary>Behind the word <c>function</c>.</summary>
    public void Function(bool needsName)
    {
        if (needsName || words.Current.Kind is Es5Kind.Identifier)
        {
            words.ExpectName();
        }

        words.Expect("(");
        var first = true;
        while (!words.Current.Is(")"))
        {
            if (!first)
            {
                words.Expect(",");
            }

            words.ExpectName();
            first = false;
        }

        words.Expect(")");
        words.Expect("{");
        functionBody();
        words.Expect("}");
    }

    private bool Conditional(bool allowIn)
    {
        var isReference = Binary(0, allowIn);
        if (!words.TryTake("?"))
        {
            return isReference;
        }

        Assignment();
        words.Expect(":");
        Assignment(allowIn);
        return false;
    }

    private bool Binary(int above, bool allowIn)
    {
        var isReference = UnaryExpression();
        while (PrecedenceOf(words.Current, allowIn) is var precedence && precedence > above)
        {
            words.Take();
            Binary(precedence, allowIn);
            isReference = false;
        }

        return isReference;
    }

    private static int PrecedenceOf(Es5Token token, bool allowIn) =>
        token.Kind is Es5Kind.Punctuator or Es5Kind.Keyword && (allowIn || !token.Is("in"))
            ? Es5Operators.Precedence.GetValueOrDefault(token.Text)
            : 0;

    private bool UnaryExpression() => words.Nested(() =>
    {
        if (words.Current.Kind is Es5Kind.Punctuator or Es5Kind.Keyword && Es5Operators.Unary.Contains(words.Current.Text))
        {
            words.Take();
            UnaryExpression();
            return false;
        }

        if (words.Current.Is("++") || words.Current.Is("--"))
        {
            words.Take();
            DemandReference(words.Current.Start, UnaryExpression());
            return false;
        }

        var start = words.Current.Start;
        var isReference = LeftHandSide(true);
        if (words.Current.OnNewLine || (!words.Current.Is("++") && !words.Current.Is("--")))
        {
            return isReference;
        }

        DemandReference(start, isReference);
        words.Take();
        return false;
    });

    private void DemandReference(int start, bool isReference)
    {
        if (!isReference)
        {
            throw words.ErrorAt(start, "Invalid left hand side for assignment", "ReferenceError");
        }
    }

    private bool LeftHandSide(bool allowCalls)
    {
        var isReference = words.TryTake("new") ? New() : Primary();
        while (true)
        {
            if (words.TryTake("."))
            {
                PropertyName();
                isReference = true;
            }
            else if (words.TryTake("["))
            {
                Expression();
                words.Expect("]");
                isReference = true;
            }
            else if (allowCalls && words.Current.Is("("))
            {
                Arguments();
                isReference = false;
            }
            else
            {
                return isReference;
            }
        }
    }

    private bool New()
    {
        words.Nested(() => LeftHandSide(false));
        if (words.Current.Is("("))
        {
            Arguments();
        }

        return false;
    }

    private void Arguments()
    {
        words.Expect("(");
        var first = true;
        while (!words.Current.Is(")") || !first)
        {
            if (!first)
            {
                if (words.Current.Is(")"))
                {
                    break;
                }

                words.Expect(",");
            }

            Assignment();
            first = false;
        }

        words.Expect(")");
    }

    private void PropertyName()
    {
        if (words.Current.Kind is not (Es5Kind.Identifier or Es5Kind.Keyword))
        {
            throw words.Error($"Expected ident but found {words.Current.Shown}");
        }

        words.Take();
    }

    private bool Primary()
    {
        switch (words.Current.Kind)
        {
            case Es5Kind.Identifier:
                words.Take();
                return true;
            case Es5Kind.Number or Es5Kind.Text:
            case Es5Kind.Keyword when words.Current.Text is "this" or "null" or "true" or "false":
                words.Take();
                return false;
            case Es5Kind.Keyword when words.TryTake("function"):
                Function(false);
                return false;
            case Es5Kind.Punctuator when words.TryTake("("):
                var isReference = Expression();
                words.Expect(")");
                return isReference;
            case Es5Kind.Punctuator when words.TryTake("["):
                List();
                return false;
            case Es5Kind.Punctuator when words.TryTake("{"):
                new Es5ObjectLiteral(words, this).Read();
                return false;
            default:
                return words.TryTakeRegex()
                    ? false
                    : throw words.Error($"Expected an operand but found {words.Current.Shown}");
        }
    }

    private void List()
    {
        var separated = true;
        while (!words.TryTake("]"))
        {
            if (words.TryTake(","))
            {
                separated = true;
                continue;
            }

            if (!separated)
            {
                throw words.Error($"Expected comma but found {words.Current.Shown}");
            }

            Assignment();
            separated = false;
        }
    }
}
