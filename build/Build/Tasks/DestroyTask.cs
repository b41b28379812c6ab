using Cake.Frosting;
using Cdp.Build.Commands;
using Cdp.Build.Hosting;
using Cdp.Pipeline.Operations;
using Cdp.Pipeline.Runs;

namespace Cdp.Build.Tasks;

[TaskName("Destroy")]
[TaskDescription("List what this pipeline made on the platform: projects, databases, tables; with --yes it is removed, and nothing else.")]
public sealed class DestroyTask : AsyncFrostingTask<BuildContext>
{
    public override async Task RunAsync(BuildContext context)
    {
        Workspace workspace = new(context.Workspace);
        Destroyer destroyer = new(context.Platform, context.Resolved, context.Run.State, context.Files, workspace);
        var plan = await destroyer.PlanAsync(context.Cancellation);
        var isDone = false;
        if (context.Has("yes") && !plan.IsEmpty)
        {
            using var hold = WorkspaceLock.Take(workspace, TimeProvider.System);
            await destroyer.ApplyAsync(plan, context.Cancellation);
            context.Files.Delete(workspace.StateFile);
            isDone = true;
        }

        DestroyOutput.Write(Terminal.Output, plan, isDone, context.Argument("format") ?? "table");
    }
}
