using Cdp.Digdag.Engine;

namespace Cdp.Digdag.Operators;

internal sealed class CallOperator : IOperator
{
    public bool IsImmediate => true;

    public ValueTask<Outcome> RunAsync(OperatorContext context, CancellationToken cancellation)
    {
        var name = context.Params.Text("_command");
        var file = name.EndsWith(".dig", StringComparison.Ordinal) ? name : name + ".dig";
        var path = context.Workspace.Relative(file);
        return new(new TaskResult { Subtasks = DigdagLanguage.LoadWorkflow(context.Workspace.Project, path) });
    }
}
