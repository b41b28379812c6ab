using System.Text.Json.Nodes;

namespace Cdp.Digdag.Operators;

internal sealed class LoopOperator : IOperator
{
    public bool Retries => false;

    public bool IsImmediate => true;

    public ValueTask<Outcome> RunAsync(OperatorContext context, CancellationToken cancellation)
    {
        _ = Iterations.Body(context);
        var command = context.Params.Int("_command");
        var count = context.Params.Int("count", command);
        Iterations.Check("loop", count);
        var iterations = Enumerable.Range(0, Math.Max(0, count)).Select(i => ($"+loop-{i}", new JsonObject { ["i"] = i }));
        return new(Iterations.Of(context, iterations));
    }
}
