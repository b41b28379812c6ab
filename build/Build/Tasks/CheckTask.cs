using Cake.Frosting;
using Cdp.Build.Commands;
using Cdp.Build.Hosting;
using Cdp.Pipeline;

namespace Cdp.Build.Tasks;

[TaskName("Check")]
[TaskDescription("Load and compile any digdag project: --project=DIR; workflows, tasks, schedules, or what is wrong and where.")]
public sealed class CheckTask : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
    {
        if (!new CheckCommand(Terminal.Output, context.Invocation.Clock).Run(ProjectFolder.Of(context), context.Invocation.AnswerAlone))
        {
            context.Invocation.Outcome.Answer(ExitCode.WrongInput);
        }
    }
}
