using Cake.Frosting;
using Cdp.Build.Commands;
using Cdp.Build.Hosting;
using Cdp.Pipeline;
using Cdp.Pipeline.Operations;

namespace Cdp.Build.Tasks;

[TaskName("Watermark")]
[TaskDescription("How far each table was read; --replay-from=TIME or --set=TIME with --table=NAME moves it, after a preview, with --yes.")]
public sealed class WatermarkTask : AsyncFrostingTask<BuildContext>
{
    public override async Task RunAsync(BuildContext context)
    {
        var operations = OperationsCommand.Of(context);
        var (set, replay) = (context.Invocation.Moment("set"), context.Invocation.Moment("replay-from"));
        if (set is not null && replay is not null)
        {
            throw new PipelineException("Say one of --set=TIME and --replay-from=TIME.", ExitCode.WrongInput);
        }

        if (set is null && replay is null)
        {
            WatermarkList.Write(Terminal.Output, await operations.WatermarksAsync(), context.Argument("format") ?? "table");
            return;
        }

        var o = operations.Object();
        var plan = replay is { } from
            ? await operations.Planner.ReplayAsync(o, from, context.Cancellation)
            : await operations.Planner.SetAsync(operations.Key(o), o, set!.Value, context.Cancellation);
        await operations.FinishAsync(plan, o);
    }
}
