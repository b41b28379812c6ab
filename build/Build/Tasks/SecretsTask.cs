using Cake.Frosting;
using Cdp.Build.Commands;
using Cdp.Build.Hosting;
using Cdp.Pipeline;
using Cdp.Pipeline.Steps.Looking;

namespace Cdp.Build.Tasks;

[TaskName("Secrets")]
[TaskDescription("What the generated projects need and have; sets what is missing from the environment, a file or the keyboard.")]
public sealed class SecretsTask : AsyncFrostingTask<BuildContext>
{
    public override async Task RunAsync(BuildContext context)
    {
        var file = context.Argument("file") is { } path ? SecretsFile.Read(context.Files, path) : new Dictionary<string, Secret>();
        var command = new SecretsCommand(new SecretsOverview(RunAssembly.Of(context)), Terminal.Output, context.Invocation.AnswerAlone);
        if (!await command.RunAsync(context.Argument("action") ?? "set", file, context.Cancellation))
        {
            context.Invocation.Outcome.Answer(ExitCode.StepFailed);
        }
    }
}
