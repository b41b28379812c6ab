using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Steps;

/// <summary>One column of the matrix: the same behaviour for every phase.</summary>
internal interface IStep
{
    Step Step { get; }

    Task<StepResult> RunAsync(IPhaseDefinition phase, CancellationToken cancellation);
}

/// <param name="Inputs">What the cell is now done for (<c>CellInputs</c>).</param>
/// <param name="SkipsPhase">A person, or <c>on:</c>, decided to leave the rest of the phase out.</param>
internal sealed record StepResult(string? Inputs, StepEnd End, bool SkipsPhase = false)
{
    public static StepResult Done(string inputs, params IReadOnlyList<(string Name, string Value)> details) =>
        new(inputs, new(EndMark.Done, "Complete", [.. details], string.Empty, TimeSpan.Zero));

    public static StepResult Skipped(string why) =>
        new(null, new(EndMark.Warning, "Skipped", [], why, TimeSpan.Zero), SkipsPhase: true);
}
