using System.Collections.Immutable;

namespace Cdp.Pipeline.Ports;

/// <summary>What a person sees of a run: the seed's banners and lines. Live on a terminal, plain when piped.</summary>
public interface IConsoleView
{
    void PhaseStarted(Phase phase);

    void StepStarted(Cell cell);

    /// <summary>A look at a running workflow; a plain view says nothing.</summary>
    void StepProgress(Cell cell, Progress progress);

    void StepEnded(Cell cell, StepEnd end);

    void PhaseCompleted(Phase phase, PhaseSummary summary);

    /// <summary>A sentence or more for the person, on lines of their own.</summary>
    void Say(string text);
}

public sealed record Progress(string Workflow, string SessionId, string Status, TimeSpan Elapsed, TimeSpan NextLook)
{
    /// <summary>Full names of the tasks that run, also of those that a <c>require></c> waits for; empty where that is not known.</summary>
    public ImmutableArray<string> Running { get; init; } = [];
}

public enum EndMark
{
    Done,
    Warning,
    Failed,
}

/// <param name="Word">After the title: <c>Complete</c>, <c>Failed after 3 attempts</c>.</param>
/// <param name="Details">Name and value pairs, as <c>Session ID</c> and <c>42</c>.</param>
/// <param name="Text">Further text below, or nothing; a plain view leaves it out when all is well.</param>
public sealed record StepEnd(EndMark Mark, string Word, ImmutableArray<(string Name, string Value)> Details, string Text, TimeSpan Took);

public sealed record PhaseSummary(int Files, string Deployment, TimeSpan ExecutionTime, int Tables, long Rows);
