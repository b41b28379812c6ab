using Cake.Frosting;
using Cdp.Build.Commands;
using Cdp.Build.Hosting;
using Cdp.Pipeline.Steps.Looking;

namespace Cdp.Build.Tasks;

[TaskName("Schemas")]
[TaskDescription("The columns of tables as checked in beside the configuration, held against the platform: --action=show, write or check.")]
public sealed class SchemasTask : AsyncFrostingTask<BuildContext>
{
    public override async Task RunAsync(BuildContext context) =>
        await new SchemasCommand(new SchemasOverview(RunAssembly.Of(context)), Terminal.Output, context.Invocation.AnswerAlone)
            .RunAsync(context.Argument("action") ?? "show", context.Cancellation);
}
