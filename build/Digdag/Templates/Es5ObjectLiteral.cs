namespace Cdp.Digdag.Templates;

/// <summary><c>{a: 1, get b() { … }}</c>, behind its opening brace.</summary>
internal sealed class Es5ObjectLiteral(Es5Words words, Es5Expressions expressions)
{
    public void Read()
    {
        var separated = true;
        while (!words.TryTake("}"))
        {
            if (!separated)
            {
                throw words.Error($"Expected comma but found {words.Current.Shown}");
            }

            Property();
            separated = words.TryTake(",");
        }
    }

    private void Property()
    {
        if (words.Current is { Kind: Es5Kind.Identifier, Text: "get" or "set" } && !words.Following.Is(":"))
        {
            words.Take();
            Name();
            expressions.Function(false);
            return;
        }

        Name();
        words.Expect(":");
        expressions.Assignment();
    }

    private void Name()
    {
        if (words.Current.Kind is not (Es5Kind.Identifier or Es5Kind.Keyword or Es5Kind.Text or Es5Kind.Number))
        {
            throw words.Error($"Expected ident but found {words.Current.Shown}");
        }

        words.Take();
    }
}
