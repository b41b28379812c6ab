using Cake.Frosting;
using Cdp.Build.Commands;
using Cdp.Build.Hosting;
using Cdp.Pipeline;
using Cdp.Pipeline.Steps.Repair;

namespace Cdp.Build.Tasks;

[TaskName("Check")]
[TaskDescription("Load and compile any digdag project: --project=DIR; workflows, tasks, schedules, or what is wrong and where. Without it, the configuration.")]
public sealed class CheckTask : AsyncFrostingTask<BuildContext>
{
    public override async Task RunAsync(BuildContext context)
    {
        if (context.Argument("project") is null && !context.Has("fix"))
        {
            if (!new ConfigCheckCommand(Terminal.Output, () => context.Config).Run(Configured.Shown(Configured.Path(context.Invocation)), context.Invocation.AnswerAlone))
            {
                context.Invocation.Outcome.Answer(ExitCode.WrongInput);
            }

            return;
        }

        if (context.Has("fix"))
        {
            var clock = context.Invocation.Clock;
            await new FixCommand(new ProjectRepair(new WorkflowChecker(clock), context.Files), RunAssembly.Prompt(context), context.Said, clock)
                .RunAsync(ProjectFolder.Of(context), context.Cancellation);
        }

        if (!new CheckCommand(Terminal.Output, context.Invocation.Clock).Run(ProjectFolder.Of(context), context.Invocation.AnswerAlone))
        {
            context.Invocation.Outcome.Answer(ExitCode.WrongInput);
        }
    }
}
