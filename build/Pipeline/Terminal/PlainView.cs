using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Terminal;

/// <summary>For pipes and CI: a line when a cell starts and one when it ends.</summary>
public sealed class PlainView(TextWriter output) : IConsoleView
{
    public void PhaseStarted(Phase phase) => output.WriteLine(SeedTexts.Heading(phase));

    public void StepStarted(Cell cell) => output.WriteLine($"  {SeedTexts.Started(cell)}");

    public void StepProgress(Cell cell, Progress progress)
    {
        // Lines that only say "still running" fill logs.
    }

    public void StepEnded(Cell cell, StepEnd end)
    {
        var details = end.Details.Select(d => $"{d.Name}: {d.Value}").Append(Texts.Span(end.Took));
        output.WriteLine($"{SeedTexts.Mark(end.Mark)} {SeedTexts.Title(cell)} - {end.Word} ({string.Join(", ", details)})");
        if (end.Mark is EndMark.Warning && end.Text.Length > 0)
        {
            output.WriteLine(Warnings(end.Text));
        }
    }

    public void PhaseCompleted(Phase phase, PhaseSummary summary)
    {
        foreach (var line in SeedTexts.Completed(phase, summary))
        {
            output.WriteLine(line);
        }
    }

    public void Say(string text) => output.WriteLine(text);

    /// <summary>The tables are in the report; what is wrong with them is said here.</summary>
    private static string Warnings(string text) =>
        text.IndexOf("Warnings:", StringComparison.Ordinal) is >= 0 and var at ? text[at..] : text;
}
