namespace Cdp.EndToEnd;

/// <summary>One finished run of the sample, which several tests look at.</summary>
public sealed class WholeRun : IDisposable
{
    public WholeRun() => First = Build.Run("--target=Unification");

    public BuildProcess Build { get; } = new();

    public BuildProcess.Ended First { get; }

    public void Dispose() => Build.Dispose();
}
