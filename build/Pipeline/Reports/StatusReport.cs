using System.Globalization;
using System.Text;
using Cdp.Pipeline.Runs;

namespace Cdp.Pipeline.Reports;

/// <summary>The matrix, where the run stands in it, and what to type next.</summary>
public sealed class StatusReport(Runner runner, Workspace workspace)
{
    private const int Wide = 13;

    public string Text()
    {
        var state = runner.State;
        var text = new StringBuilder();
        var begun = PhaseNames.All.Any(p => state[p].Status is not PhaseStatus.Pending);
        text.Append(CultureInfo.InvariantCulture, $"{(begun ? $"Run {state.PipelineId}" : "No run")} of {state.GlobalConfig.Client} in {workspace.Root}{(begun ? $": {Standing()}" : " yet")}\n\n");
        var again = Plan().Select(p => p.Cell).ToHashSet();
        text.Append(Row(string.Empty, Enum.GetValues<Step>().Select(s => s.ToString())));
        foreach (var phase in PhaseNames.All)
        {
            text.Append(Row(
                phase is Phase.HistUnion ? "Hist-Union" : phase.ToString(),
                Enum.GetValues<Step>().Select(step => Mark(new Cell(phase, step), again))));
        }

        return text.Append('\n').Append(Next()).Append('\n').ToString();
    }

    /// <summary>Cells that would run, in order, each with the reason.</summary>
    public IReadOnlyList<(Cell Cell, string Why)> Plan()
    {
        var plan = new List<(Cell, string)>();
        var executed = false;
        foreach (var phase in PhaseNames.All)
        {
            var touched = false;
            foreach (var step in Enum.GetValues<Step>())
            {
                var cell = new Cell(phase, step);
                var why = runner.WhyUndone(cell)
                    ?? (executed && step is not Step.Deploy ? "the phase before runs again"
                        : touched && step is not Step.Generate ? "the step before runs again"
                        : null);
                if (why is not null)
                {
                    plan.Add((cell, why));
                    touched = true;
                    executed |= step is Step.Execute;
                }
            }
        }

        return plan;
    }

    private string Standing() => runner.State switch
    {
        { CompletedAt: { } at } when Plan().Count == 0 => $"finished at {Texts.Time(at)}",
        _ => $"{20 - Plan().Count} of 20 steps done",
    };

    /// <param name="again">Cells that the next run begins with or comes to.</param>
    private string Mark(Cell cell, HashSet<Cell> again)
    {
        var state = runner.State.Of(cell);
        return state.Status switch
        {
            StepStatus.Done => again.Contains(cell) ? "↻ again" : "✓ done",
            StepStatus.Running => "⏳ open",
            StepStatus.Failed => "✗ failed",
            StepStatus.Skipped => "⚠ skipped",
            _ => "·",
        };
    }

    private string Next() => Plan() switch
    {
        [] => "Next: ./build.sh --target=Report, or begin another run with ./build.sh --target=Unification --again",
        [var (cell, why), ..] =>
            $"Next: ./build.sh --target=Unification ({cell}: {why})"
            + (runner.State.Of(cell) is { Status: StepStatus.Failed, Error: { } error } ? $"\nLast error: {error}" : string.Empty),
    };

    private static string Row(string head, IEnumerable<string> cells) =>
        (head.PadRight(Wide) + string.Concat(cells.Select(c => c.PadRight(Wide)))).TrimEnd() + "\n";
}
