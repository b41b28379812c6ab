using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Terminal;

/// <summary>For a person at a terminal: the seed's blocks; the look at a running workflow is redrawn in place.</summary>
/// <param name="colour">False where NO_COLOR is set.</param>
public sealed class LiveView(TextWriter output, bool colour) : IConsoleView
{
    private const string Escape = "\u001b[";

    private int _drawn;

    public void PhaseStarted(Phase phase)
    {
        Clear();
        output.WriteLine();
        SeedTexts.Box(phase).ToList().ForEach(output.WriteLine);
        output.WriteLine();
    }

    public void StepStarted(Cell cell)
    {
        Clear();
        output.WriteLine($"⏳ {SeedTexts.Started(cell)}");
        _drawn = 1;
    }

    public void StepProgress(Cell cell, Progress progress)
    {
        Clear();
        var lines = SeedTexts.Progress(cell, progress).ToArray();
        foreach (var line in lines)
        {
            output.WriteLine(line);
        }

        _drawn = lines.Length;
    }

    public void StepEnded(Cell cell, StepEnd end)
    {
        Clear();
        output.WriteLine(Coloured(end.Mark, $"{SeedTexts.Mark(end.Mark)} {SeedTexts.Title(cell)} - {end.Word}"));
        foreach (var (name, value) in end.Details)
        {
            output.WriteLine($"  {name}: {value}");
        }

        if (end.Text.Length > 0)
        {
            output.WriteLine();
            output.WriteLine(end.Text);
        }

        output.WriteLine();
    }

    public void PhaseCompleted(Phase phase, PhaseSummary summary)
    {
        Clear();
        SeedTexts.Completed(phase, summary).ToList().ForEach(output.WriteLine);
        output.WriteLine();
    }

    public void Say(string text)
    {
        Clear();
        output.WriteLine(text);
    }

    private void Clear()
    {
        for (; _drawn > 0; _drawn--)
        {
            output.Write($"{Escape}1A{Escape}2K");
        }
    }

    private string Coloured(EndMark mark, string text) => !colour ? text : mark switch
    {
        EndMark.Done => $"{Escape}32m{text}{Escape}0m",
        EndMark.Warning => $"{Escape}33m{text}{Escape}0m",
        _ => $"{Escape}31m{text}{Escape}0m",
    };
}
