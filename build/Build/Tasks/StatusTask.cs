using Cake.Frosting;
using Cdp.Build.Hosting;
using Cdp.Pipeline.Reports;
using Cdp.Pipeline.Runs;

namespace Cdp.Build.Tasks;

[TaskName("Status")]
[TaskDescription("The matrix of this run: what is done, what is next and why.")]
public sealed class StatusTask : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context) =>
        Terminal.Output.Write(new StatusReport(context.Run, new Workspace(context.Workspace)).Text());
}
