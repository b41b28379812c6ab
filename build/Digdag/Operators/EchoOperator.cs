namespace Cdp.Digdag.Operators;

internal sealed class EchoOperator : IOperator
{
    public bool Retries => false;

    public bool IsImmediate => true;

    public ValueTask<Outcome> RunAsync(OperatorContext context, CancellationToken cancellation)
    {
        context.Log.Print(context.Params.Text("_command") + "\n");
        return new(TaskResult.Empty);
    }
}
