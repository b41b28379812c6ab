namespace Cdp.Pipeline;

/// <summary>A value that must not be printed: it shows as <c>***</c> wherever it is formatted.</summary>
public readonly record struct Secret(string Value)
{
    public override string ToString() => "***";
}
