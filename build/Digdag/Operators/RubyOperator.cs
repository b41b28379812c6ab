using Cdp.Digdag.Engine;

namespace Cdp.Digdag.Operators;

internal sealed class RubyOperator : IOperator
{
    public bool HasEffects => true;

    public ValueTask ValidateAsync(OperatorContext context)
    {
        CodeRun.Allow(context, "rb", "does not exist on Treasure Data.");
        return ValueTask.CompletedTask;
    }

    public async ValueTask<Outcome> RunAsync(OperatorContext context, CancellationToken cancellation)
    {
        var merged = Params.WithDefaults(context.Config, "rb");
        var reader = new ParamReader(merged);
        var method = reader.Text("_command");
        string[] ruby = reader.TextOrNull("require") is { } library ? ["ruby", "-I", ".", "-r", library] : ["ruby", "-I", "."];
        var output = await PythonOperator.CallAsync(context, new("rb", "runner.rb", RubyRunner.Script), ruby, method, merged, cancellation);
        return ScriptOutput.Result(output);
    }
}
