using System.Text.Json.Nodes;
using Cdp.Digdag.Engine;
using Cdp.Digdag.Language;

namespace Cdp.Digdag.Operators;

internal sealed class PythonOperator : IOperator
{
    public bool HasEffects => true;

    public ValueTask ValidateAsync(OperatorContext context)
    {
        CodeRun.Allow(context, "py", "runs in a container on Treasure Data, which is not here.");
        return ValueTask.CompletedTask;
    }

    public async ValueTask<Outcome> RunAsync(OperatorContext context, CancellationToken cancellation)
    {
        var merged = Params.WithDefaults(context.Config, "py");
        var reader = new ParamReader(merged);
        var python = reader.Node("python") switch
        {
            null => ["python3"],
            JsonArray list => list.Select(n => n?.ToString() ?? "").ToList(),
            _ => [reader.Text("python")],
        };
        var method = reader.TextOrNull("_command");
        var output = await CallAsync(context, new("py", "runner.py", PythonRunner.Script), python, method ?? "", merged, cancellation);
        return ScriptOutput.Result(output);
    }

    /// <summary>Calls a method through a small program that reads the parameters and writes what the method stored.</summary>
    internal static async Task<JsonObject> CallAsync(
        OperatorContext context,
        ScriptHost host,
        IReadOnlyList<string> interpreter,
        string method,
        JsonObject parameters,
        CancellationToken cancellation)
    {
        using var scratch = Scratch.Of(context.Workspace.Project);
        var code = new CodeRun(context, scratch);
        var folder = code.NewFolder(host.Kind);
        var input = Path.Combine(folder, "input.json");
        var output = Path.Combine(folder, "output.json");
        var runner = Path.Combine(folder, host.File);
        await File.WriteAllTextAsync(runner, host.Script, cancellation);
        await File.WriteAllTextAsync(input, JsonText.Of(new JsonObject { ["params"] = parameters.DeepClone() }), cancellation);
        var files = ((string[])[runner, input, output]).Select(p => Path.GetRelativePath(code.Folder, p));
        string[] command = [.. interpreter, .. files, method];
        var exit = await code.RunAsync(command, code.OwnVariables(), cancellation);
        var told = File.Exists(output) ? JsonNode.Parse(await File.ReadAllTextAsync(output, cancellation)) as JsonObject : null;
        return exit == 0 && told is not null ? told : throw ScriptOutput.Failure(host.Kind, exit, told);
    }
}

internal sealed record ScriptHost(string Kind, string File, string Script);
