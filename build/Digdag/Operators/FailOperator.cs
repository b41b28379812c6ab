using Cdp.Digdag.Engine;

namespace Cdp.Digdag.Operators;

internal sealed class FailOperator : IOperator
{
    public bool Retries => false;

    public bool IsImmediate => true;

    public ValueTask<Outcome> RunAsync(OperatorContext context, CancellationToken cancellation) =>
        throw new TaskFailure(context.Params.Text("_command", ""));
}
