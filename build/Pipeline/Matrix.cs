namespace Cdp.Pipeline;

public enum Phase
{
    Ingestion,
    HistUnion,
    Staging,
    Unification,
}

public enum Step
{
    Generate,
    Deploy,
    Execute,
    Monitor,
    Validate,
}

/// <summary>One field of the matrix: a phase and a step. Written <c>HistUnion-Deploy</c>, as its target is.</summary>
public readonly record struct Cell(Phase Phase, Step Step)
{
    public override string ToString() => $"{Phase}-{Step}";
}

public static class PhaseNames
{
    public static IReadOnlyList<Phase> All { get; } = Enum.GetValues<Phase>();

    /// <summary>The folder in the workspace and the key in the configuration.</summary>
    public static string Folder(this Phase phase) => phase switch
    {
        Phase.Ingestion => "ingestion",
        Phase.HistUnion => "hist_union",
        Phase.Staging => "staging",
        Phase.Unification => "unification",
        _ => throw new ArgumentOutOfRangeException(nameof(phase)),
    };

    /// <summary>As the banner shows it.</summary>
    public static string Title(this Phase phase) => phase is Phase.HistUnion ? "HIST-UNION" : phase.ToString().ToUpperInvariant();
}
