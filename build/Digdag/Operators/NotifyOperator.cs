namespace Cdp.Digdag.Operators;

/// <summary>Without a notification service configured digdag's notify&gt; tells no one; it only checks its text.</summary>
internal sealed class NotifyOperator : IOperator
{
    public bool Retries => false;

    public IReadOnlyList<string>? Options { get; } = ["_command"];

    public bool IsImmediate => true;

    public ValueTask<Outcome> RunAsync(OperatorContext context, CancellationToken cancellation)
    {
        _ = context.Params.Text("_command");
        return new(TaskResult.Empty);
    }
}
