using Cake.Frosting;
using Cdp.Build.Hosting;
using Cdp.Pipeline.Reports;
using Cdp.Pipeline.Runs;

namespace Cdp.Build.Tasks;

[TaskName("Default")]
[TaskDescription("What this is, where the run stands, what to type next.")]
public sealed class DefaultTask : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
    {
        Terminal.Output.Write(
            """
            Customer Data Platform pipeline
            One YAML file describes the implementation; from it four phases are generated, deployed, executed, monitored and
            validated, on Treasure Data or on its emulator on this machine.


            """);
        Terminal.Output.Write(new StatusReport(context.Run, new Workspace(context.Workspace)).Text());
        Terminal.Output.Write(
            """

            ./build.sh --target=Init                         asks what your pipeline needs and writes its configuration
            ./build.sh --target=Unification                  everything up to and including unification
            ./build.sh --target=Staging-Deploy --exclusive   one cell again
            ./build.sh --target=Query --sql='SELECT 1'       ask the platform
            ./build.sh --description                         all targets
            ./build.sh --help                                all switches

            """);
    }
}
