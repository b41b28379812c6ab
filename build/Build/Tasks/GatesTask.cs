using Cake.Frosting;
using Cdp.Build.Commands;
using Cdp.Build.Hosting;
using Cdp.Pipeline;
using Cdp.Pipeline.Gates;

namespace Cdp.Build.Tasks;

[TaskName("Gates")]
[TaskDescription("Every quality gate with what it last said; --junit=FILE for a CI server. Exit code 3 when one has failed.")]
public sealed class GatesTask : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
    {
        var rows = GateReport.Of(RunAssembly.Of(context).Gates, context.Run.State);
        GatesCommand.Write(Terminal.Output, rows, context.Argument("format") ?? "table");
        if (context.Argument("junit") is { } file)
        {
            context.Files.WriteText(Path.GetFullPath(file), JUnitReport.Write(rows));
            Terminal.Error.WriteLine($"The gates are in {file} too.");
        }

        if (rows.Any(r => r.State is GateState.Failed))
        {
            context.Invocation.Outcome.Answer(ExitCode.ValidationFailed);
        }
    }
}
