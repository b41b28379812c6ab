namespace Cdp.Pipeline;

/// <summary>A value that must not be printed: it shows as <c>***</c> wherever it is formatted.</summary>
public readonly record struct Secret(string Value)
{
    /// <summary>What stands in its place.</summary>
    public const string Hidden = "***";

    public override string ToString() => Hidden;
}
