using Cake.Frosting;
using Cdp.Build.Commands;

namespace Cdp.Build.Tasks;

[TaskName("Backfill")]
[TaskDescription("History of one table again: --table=NAME, --from=TIME and --to=TIME for a part; a preview, and with --yes it is so.")]
public sealed class BackfillTask : AsyncFrostingTask<BuildContext>
{
    public override async Task RunAsync(BuildContext context)
    {
        var operations = OperationsCommand.Of(context);
        var o = operations.Object();
        var plan = await operations.Planner.BackfillAsync(
            o, context.Invocation.Moment("from"), context.Invocation.Moment("to"), context.Cancellation);
        await operations.FinishAsync(plan, o);
    }
}
