using Cake.Frosting;
using Cdp.Build.Hosting;
using Cdp.Pipeline;
using Cdp.Pipeline.Setup;

namespace Cdp.Build.Tasks;

[TaskName("Init")]
[TaskDescription("The wizard: asks for what a pipeline needs and writes its configuration, to config/pipeline.yml or --config=FILE.")]
public sealed class InitTask : AsyncFrostingTask<BuildContext>
{
    public override async Task RunAsync(BuildContext context)
    {
        if (!await new Wizard(SetupAssembly.Of(context)).RunAsync(context.Cancellation))
        {
            context.Invocation.Outcome.Answer(ExitCode.Cancelled);
        }
    }
}
