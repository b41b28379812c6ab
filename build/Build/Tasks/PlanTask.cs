using Cake.Frosting;
using Cdp.Build.Commands;
using Cdp.Build.Hosting;
using Cdp.Pipeline.Steps.Looking;

namespace Cdp.Build.Tasks;

[TaskName("Plan")]
[TaskDescription("What a run would push, create and start, and why; the diff to the deployed revision. Changes nothing.")]
public sealed class PlanTask : AsyncFrostingTask<BuildContext>
{
    public override async Task RunAsync(BuildContext context) => new PlanCommand(Terminal.Output).Tell(
        await new Planner(RunAssembly.Of(context), context.Run).PlanAsync(context.Cancellation), context.Invocation.AnswerAlone);
}
