using Cake.Frosting;
using Cdp.Build.Hosting;
using Cdp.Pipeline.Reports;

namespace Cdp.Build.Tasks;

[TaskName("Report")]
[TaskDescription("Write pipeline_report.md from the state of the run, and show it.")]
public sealed class ReportTask : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
    {
        var path = new ReportWriter(RunAssembly.Of(context)).Write(context.Run.State);
        if (context.IsTarget("Report"))
        {
            context.Said.WriteLine(context.Files.ReadText(path));
        }

        context.Said.WriteLine($"The report is {Path.GetRelativePath(Environment.CurrentDirectory, path)}.");
    }
}
