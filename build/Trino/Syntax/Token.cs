namespace Cdp.Trino.Syntax;

/// <summary>A place in a SQL text, both numbers from 1; <see cref="Offset"/> counts characters from 0.</summary>
public readonly record struct SqlPosition(int Line, int Column, int Offset);

internal enum TokenKind
{
    Identifier,
    QuotedIdentifier,
    BackquotedIdentifier,
    DigitIdentifier,
    String,
    UnicodeString,
    Binary,
    Integer,
    Decimal,
    Double,
    Symbol,
    Unrecognized,
    End,
}

/// <param name="Text">As written; a symbol's text is its identity.</param>
/// <param name="Upper">For a bare word its upper case, by which keywords are known; else the text.</param>
internal sealed record Token(TokenKind Kind, string Text, string Upper, SqlPosition At)
{
    public int EndOffset => At.Offset + (Kind == TokenKind.End ? 0 : Text.Length);

    public bool Is(string upper) => Kind is TokenKind.Identifier or TokenKind.Symbol && Upper == upper;

    public override string ToString() => Kind == TokenKind.End ? "<EOF>" : Text;
}
