namespace Cdp.Digdag.Operators;

internal sealed class EchoOperator : IOperator
{
    public bool Retries => false;

    public ValueTask<Outcome> RunAsync(OperatorContext context, CancellationToken cancellation)
    {
        context.Log.Print(context.Params.Text("_command") + "\n");
        return new(TaskResult.Empty);
    }
}
