using Cdp.Pipeline;
using Cdp.Pipeline.Configuration;
using Cdp.TdLike;

namespace Cdp.EndToEnd.Failures;

/// <summary>One way in which Treasure Data, or td, fails a run, and how that is to end.</summary>
/// <param name="Number">Of the table in spec/td_cli.md §8.</param>
/// <param name="What">The case, and who answers where somebody is asked.</param>
internal sealed record FailureCase(int Number, string What)
{
    /// <summary>What td does instead of what it is asked.</summary>
    public Rule[] Rules { get; init; } = [];

    /// <summary>What a person types at the menus, in this order; null when nobody is there and the policies answer.</summary>
    public string[]? Typed { get; init; }

    public OnConfig On { get; init; } = new();

    /// <summary>The API key that the run begins with; the right one unless it says otherwise.</summary>
    public string? Key { get; init; }

    /// <summary>What happens before a step: somebody edits a file, or does something in the console.</summary>
    public (Step Step, Func<FailingRun, Task> Act)? Before { get; init; }

    /// <summary>What somebody does while a menu waits for an answer.</summary>
    public (string Menu, Func<FailingRun, Task> Act)? Meanwhile { get; init; }

    /// <summary>The step after which enough is seen.</summary>
    public Step Last { get; init; } = Step.Execute;

    public ExitCode Exit { get; init; }

    /// <summary>Parts of what is shown, in this order.</summary>
    public string[] Shown { get; init; } = [];

    /// <summary>Pauses of two seconds and more, in this order.</summary>
    public int[] Waits { get; init; } = [];

    /// <summary>How often td was asked to push and to start, dry runs apart.</summary>
    public (int Pushes, int Starts) Asked { get; init; } = (1, 1);

    /// <summary>What came of it on the platform: revisions of the project, sessions, attempts.</summary>
    public (int Revisions, int Sessions, int Attempts) Made { get; init; } = (1, 1, 1);

    public override string ToString() => $"{Number}: {What}";
}
