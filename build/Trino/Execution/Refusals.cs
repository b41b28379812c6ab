namespace Cdp.Trino.Execution;

/// <summary>What the .NET functions of one database refused: inside TRY the engine would make it NULL and say nothing.</summary>
internal sealed class Refusals
{
    private long _count;

    public long Count => Interlocked.Read(ref _count);

    public string Last { get; private set; } = "";

    public void Add(string message)
    {
        Last = message;
        Interlocked.Increment(ref _count);
    }
}
