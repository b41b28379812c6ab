using System.Globalization;
using Cdp.Pipeline;
using Cdp.Pipeline.Ports;

namespace Cdp.Build.Views;

/// <summary>For logs and pipes: a line when a cell starts and one when it ends.</summary>
internal sealed class PlainView(TextWriter output) : IConsoleView
{
    public void PhaseStarted(Phase phase)
    {
        foreach (var line in Banner.Short(phase))
        {
            output.WriteLine(line);
        }
    }

    public void StepStarted(Cell cell) => output.WriteLine($"  {Banner.StepTitle(cell.Step)} ...");

    public void StepProgress(Cell cell, Progress progress)
    {
    }

    public void StepEnded(Cell cell, StepEnd end)
    {
        var details = string.Join(", ", end.Details.Select(d => $"{d.Name}: {d.Value}"));
        output.WriteLine($"{Marks.Of(end.Mark)} {Banner.StepTitle(cell.Step)} - {end.Word}{(details.Length > 0 ? $" ({details})" : string.Empty)} {Marks.Took(end.Took)}");
        if (end.Mark is not EndMark.Done && end.Text.Length > 0)
        {
            output.WriteLine(end.Text);
        }
    }

    public void PhaseCompleted(Phase phase, PhaseSummary summary) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"✓ [6/6] {Banner.Title(phase)} - COMPLETE ({summary.Files} files, {summary.Tables} tables, {summary.Rows:N0} rows)"));

    public void Say(string text) => output.WriteLine(text);
}
