namespace Cdp.Pipeline.Steps.Looking;

/// <summary>What a run would do, and why.</summary>
/// <param name="Cells">Those that would run, in order, each with its reason; none when the run is finished.</param>
/// <param name="Databases">Those that Deploy would create.</param>
/// <param name="ForeignDatabases">Those that are there and not ours: they would be touched only with <c>--adopt</c>.</param>
public sealed record RunPlan(
    string PipelineId,
    string Platform,
    IReadOnlyList<(Cell Cell, string Why)> Cells,
    IReadOnlyList<string> Databases,
    IReadOnlyList<string> ForeignDatabases,
    IReadOnlyList<PlannedPhase> Phases);

/// <param name="Deployed">The latest revision on the platform; null when there is no such project.</param>
/// <param name="Foreign">The project is not ours: it would be touched only with <c>--adopt</c>.</param>
/// <param name="Note">Why <paramref name="Changes"/> is not the whole truth yet, or nothing.</param>
/// <param name="Pushes">Whether a new revision would be pushed.</param>
/// <param name="Starts">Workflows that would be started, in order.</param>
/// <param name="MissingSecrets">Those that the files need and the project does not have.</param>
public sealed record PlannedPhase(
    Phase Phase,
    string Project,
    string? Deployed,
    bool Foreign,
    bool Pushes,
    IReadOnlyList<FileChange> Changes,
    string? Note,
    IReadOnlyList<string> Starts,
    IReadOnlyList<string> MissingSecrets);

public enum ChangeKind
{
    Added,
    Changed,
    Removed,
}

/// <param name="Diff">As <see cref="LineDiff"/>; empty for a removed file.</param>
public sealed record FileChange(string Path, ChangeKind Kind, IReadOnlyList<string> Diff);
