using Cake.Frosting;
using Cdp.Build.Commands;
using Cdp.Build.Hosting;
using Cdp.Pipeline.Steps.Looking;

namespace Cdp.Build.Tasks;

[TaskName("Schedules")]
[TaskDescription("The schedules on the platform with their next runs: --action=list, enable or disable [--workflow=NAME].")]
public sealed class SchedulesTask : AsyncFrostingTask<BuildContext>
{
    public override async Task RunAsync(BuildContext context) =>
        await new SchedulesCommand(new SchedulesOverview(RunAssembly.Of(context)), Terminal.Output, context.Invocation.AnswerAlone)
            .RunAsync(context.Argument("action") ?? "list", context.Argument("workflow"), context.Cancellation);
}
