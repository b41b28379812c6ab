namespace Cdp.Digdag.Operators;

internal sealed class EchoOperator : IOperator
{
    public bool Retries => false;

    public IReadOnlyList<string>? Options { get; } = ["_command"];

    public bool IsImmediate => true;

    public ValueTask<Outcome> RunAsync(OperatorContext context, CancellationToken cancellation)
    {
        if (context.Params.Node("_command") is null)
        {
            // digdag's log of an echo> without a text has an empty line before its error.
            context.Log.Print("\n");
        }

        context.Log.Print(context.Params.Text("_command") + "\n");
        return new(TaskResult.Empty);
    }
}
