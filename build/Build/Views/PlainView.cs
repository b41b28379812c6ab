using System.Globalization;
using Cdp.Pipeline;
using Cdp.Pipeline.Ports;

namespace Cdp.Build.Views;

/// <summary>For logs and pipes: a line when a cell starts and one when it ends.</summary>
/// <remarks>A long wait is a line every five minutes, so that a log shows what goes on.</remarks>
internal sealed class PlainView(TextWriter output) : IConsoleView
{
    private static readonly TimeSpan Sign = TimeSpan.FromMinutes(5);

    private TimeSpan _told;

    public void PhaseStarted(Phase phase)
    {
        foreach (var line in Banner.Short(phase))
        {
            output.WriteLine(line);
        }
    }

    public void StepStarted(Cell cell)
    {
        _told = TimeSpan.Zero;
        output.WriteLine($"  {Banner.StepTitle(cell.Step)} ...");
    }

    public void StepProgress(Cell cell, Progress progress)
    {
        if (progress.Elapsed < _told)
        {
            _told = TimeSpan.Zero; // another workflow
        }

        if (progress.Elapsed - _told >= Sign)
        {
            _told = progress.Elapsed;
            output.WriteLine($"⏳ {Banner.StepTitle(cell.Step)} - {Marks.Of(progress)}");
        }
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
