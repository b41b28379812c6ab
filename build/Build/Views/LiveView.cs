using System.Globalization;
using Cdp.Pipeline;
using Cdp.Pipeline.Ports;
using Spectre.Console;
using Progress = Cdp.Pipeline.Ports.Progress;

namespace Cdp.Build.Views;

/// <summary>For a person at a terminal: the seed's boxes and blocks, and one line that lives while work goes on.</summary>
/// <remarks>Spectre honours <c>NO_COLOR</c> and terminals without colour.</remarks>
/// <param name="goesOn">Whether the run goes on after that cell.</param>
internal sealed class LiveView(IAnsiConsole console, Func<Cell, bool> goesOn) : IConsoleView
{
    private bool _open;

    public void PhaseStarted(Phase phase)
    {
        Close();
        foreach (var line in Banner.Whole(phase))
        {
            console.WriteLine(line);
        }

        console.WriteLine();
    }

    public void StepStarted(Cell cell) => Replace($"⏳ {Banner.StepTitle(cell.Step)} - In Progress");

    public void StepProgress(Cell cell, Progress progress) => Replace(
        $"⏳ {Banner.StepTitle(cell.Step)} - In Progress: {Marks.Of(progress)}");

    public void StepEnded(Cell cell, StepEnd end)
    {
        Close();
        var colour = end.Mark switch { EndMark.Done => "green", EndMark.Warning => "yellow", _ => "red" };
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[{colour}]{Marks.Of(end.Mark)}[/] {Banner.StepTitle(cell.Step)} - {end.Word}");
        foreach (var (name, value) in end.Details)
        {
            console.WriteLine($"  {name}: {value}");
        }

        if (!end.Details.Any(detail => detail.Name == "Duration"))
        {
            console.WriteLine($"  Duration: {Marks.Took(end.Took)}");
        }

        if (end.Text.Length > 0)
        {
            console.WriteLine();
            console.WriteLine(end.Text);
        }

        console.WriteLine();
        if (end.Mark is not EndMark.Failed && Banner.Proceeding(cell.Step) is { } next && goesOn(cell))
        {
            console.WriteLine(next);
            console.WriteLine();
        }
    }

    public void PhaseCompleted(Phase phase, PhaseSummary summary)
    {
        Close();
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[green]✓[/] {Banner.Title(phase)} - COMPLETE");
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"""

            Summary:
            - Workflows generated: {summary.Files}
            - Deployment: {summary.Deployment}
            - Execution time: {Marks.Elapsed(summary.ExecutionTime)}
            - Tables created: {summary.Tables}
            - Data rows: {summary.Rows:N0}

            """));
        if (phase is not Phase.Unification && goesOn(new(phase, Step.Validate)))
        {
            console.WriteLine("Moving to next phase...");
            console.WriteLine();
        }
    }

    public void Say(string text)
    {
        Close();
        console.WriteLine(text);
    }

    /// <summary>Writes over the line that lives; where there are no control codes, it just stays as it was.</summary>
    private void Replace(string text)
    {
        if (!console.Profile.Capabilities.Ansi)
        {
            return;
        }

        var width = Math.Max(20, console.Profile.Width - 1);
        console.Write(new ControlCode("\r\u001b[2K"));
        console.Write(new Text(text.Length > width ? text[..width] : text));
        _open = true;
    }

    private void Close()
    {
        if (_open)
        {
            console.Write(new ControlCode("\r\u001b[2K"));
            _open = false;
        }
    }
}
