namespace Cdp.Digdag.Templates;

internal enum Es5Kind
{
    Identifier,
    Keyword,
    Punctuator,
    Number,
    Text,
    Regex,
    Unknown,
    End,
}

/// <param name="Start">Of a string: behind its opening quote, where digdag's JavaScript engine places it.</param>
/// <param name="Text">Of a string: what stands between the quotes, escapes as written.</param>
internal sealed record Es5Token(Es5Kind Kind, string Text, int Start, bool OnNewLine)
{
    public string Shown => Kind switch { Es5Kind.Unknown => "error", Es5Kind.End => "eof", _ => Text };

    public bool Is(string text) => Kind is Es5Kind.Punctuator or Es5Kind.Keyword && Text == text;
}
