using System.Text.Json.Nodes;
using Cdp.Digdag.Engine;

namespace Cdp.Digdag.Operators;

internal sealed class IfOperator : IOperator
{
    public bool Retries => false;

    public IReadOnlyList<string>? Options { get; } = ["_do", "_else_do", "_command"];

    public bool IsImmediate => true;

    public ValueTask<Outcome> RunAsync(OperatorContext context, CancellationToken cancellation)
    {
        var then = context.Params.MapOrNull("_do");
        var otherwise = context.Params.MapOrNull("_else_do");
        if (then is not { Count: > 0 } && otherwise is not { Count: > 0 })
        {
            throw TaskFailure.Config("Both _do and _else_do are not specified.");
        }

        var chosen = context.Params.Bool("_command") ? then : otherwise;
        return new(new TaskResult { Subtasks = (JsonObject?)chosen?.DeepClone() });
    }
}
