using System.Text.Json.Nodes;
using Cdp.Digdag.Engine;

namespace Cdp.Digdag.Operators;

internal sealed class ShellOperator : IOperator
{
    public bool HasEffects => true;

    public ValueTask ValidateAsync(OperatorContext context)
    {
        CodeRun.Allow(context, "sh", "does not exist on Treasure Data.");
        return ValueTask.CompletedTask;
    }

    public async ValueTask<Outcome> RunAsync(OperatorContext context, CancellationToken cancellation)
    {
        var merged = Params.WithDefaults(context.Config, "sh");
        var reader = new ParamReader(merged);
        var script = context.Secrets.Resolve(reader.Text("_command"));
        using var scratch = Scratch.Of(context.Workspace.Project);
        var code = new CodeRun(context, scratch);
        var runner = Path.Combine(code.NewFolder("sh"), "runner.sh");
        await File.WriteAllTextAsync(runner, script, cancellation);
        var shell = reader.Node("shell") is JsonArray list ? list.Select(n => n?.ToString() ?? "").ToList() : ["/bin/sh"];
        string[] command = [.. shell, Path.GetRelativePath(code.Folder, runner)];
        var exit = await code.RunAsync(command, [.. CodeRun.Variables(merged), .. code.OwnVariables()], cancellation);
        return exit == 0 ? TaskResult.Empty : throw TaskFailure.Runtime($"Command failed with code {exit}");
    }
}
