namespace Cdp.Digdag.Templates;

/// <summary>When an expression counts as run away. digdag itself has no limit and hangs.</summary>
public sealed record TemplateLimits
{
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Bytes allocated by one text's expressions.</summary>
    public long Memory { get; init; } = 256 << 20;

    public int Statements { get; init; } = 5_000_000;

    public int Recursion { get; init; } = 1_000;

    public uint ArrayLength { get; init; } = 5_000_000;
}
