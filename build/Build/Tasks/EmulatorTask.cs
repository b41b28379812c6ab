using Cake.Frosting;
using Cdp.Build.Commands;
using Cdp.Build.Hosting;
using Cdp.Emulator.Launching;

namespace Cdp.Build.Tasks;

[TaskName("Emulator")]
[TaskDescription("Treasure Data in a box: --action=start, stop or status.")]
public sealed class EmulatorTask : AsyncFrostingTask<BuildContext>
{
    public override async Task RunAsync(BuildContext context) =>
        await new EmulatorCommand(
                new EmulatorLauncher(TimeProvider.System),
                context.EmulatorFolder,
                Terminal.Output,
                context.Invocation.AnswerAlone)
            .RunAsync(context.Argument("action") ?? "status", context.LaunchOptions, context.Cancellation);
}
