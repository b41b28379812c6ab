using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Cdp.Digdag.Engine;

namespace Cdp.Digdag.Operators;

internal interface IOperator
{
    /// <summary>Whether the operator's own <c>_retry</c> repeats it: digdag's BaseOperator family (§4.2).</summary>
    bool Retries => true;

    /// <summary>Whether running it changes something outside of this engine.</summary>
    bool HasEffects => false;

    /// <summary>The keys it reads, in digdag's order; null when it takes all that it is given, as most do.</summary>
    IReadOnlyList<string>? Options => null;

    /// <summary>
    /// Whether it only computes: such tasks that start together end in one turn, in order of their ids, so that what
    /// they generate has the same order each time (<see cref="Wave"/>).
    /// </summary>
    bool IsImmediate => false;

    /// <summary>Checks that come before the operator runs; a failure here is never retried.</summary>
    ValueTask ValidateAsync(OperatorContext context) => ValueTask.CompletedTask;

    ValueTask<Outcome> RunAsync(OperatorContext context, CancellationToken cancellation);

    /// <summary>The attempt was killed: release what the task holds elsewhere.</summary>
    ValueTask CleanUpAsync(OperatorContext context) => ValueTask.CompletedTask;
}

/// <summary>How one run of an operator ended, when it did not fail.</summary>
internal abstract record Outcome;

internal sealed record TaskResult : Outcome
{
    public static TaskResult Empty { get; } = new();

    /// <summary>Becomes <c>^sub</c>.</summary>
    public JsonObject? Subtasks { get; init; }

    public JsonObject? Export { get; init; }

    public JsonObject? Store { get; init; }

    /// <summary>Dotted keys that are removed before <see cref="Store"/> is merged.</summary>
    public ImmutableArray<string> Reset { get; init; } = [];
}

/// <summary>Not done yet: run me again after <paramref name="Wait"/> with this state, which survives a kill.</summary>
internal sealed record RunAgain(TimeSpan Wait, JsonObject State) : Outcome
{
    /// <summary>Evaluate the parameters again: this is another try, not the next look at the same one.</summary>
    public bool Anew { get; init; }

    /// <summary>An attempt whose end makes waiting longer pointless.</summary>
    public long? OrWhenDone { get; init; }
}
