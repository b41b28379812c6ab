using Cake.Frosting;
using Cdp.Build.Commands;
using Cdp.Build.Hosting;
using Cdp.Emulator.Launching;
using Cdp.Emulator.Rehearsing;
using Cdp.Pipeline;
using Spectre.Console;

namespace Cdp.Build.Tasks;

[TaskName("Rehearse")]
[TaskDescription("Run any digdag project on the emulator: --project=DIR [--workflow=W] [--session=T] [--params=k=v;k2=v2].")]
public sealed class RehearseTask : AsyncFrostingTask<BuildContext>
{
    public override async Task RunAsync(BuildContext context)
    {
        var folder = ProjectFolder.Of(context);
        var request = new RehearsalRequest(
            folder, context.Argument("workflow"), context.Argument("session"), RehearseCommand.Params(context.Argument("params")));
        var endpoint = await new EmulatorLauncher(TimeProvider.System)
            .EnsureRunningAsync(context.RehearsalFolder, context.LaunchOptions, context.Cancellation);
        using var client = new RehearsalClient(endpoint, TimeProvider.System);
        var terminal = Terminal.OutputIsTerminal
            ? AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(context.Said) })
            : null;
        var command = new RehearseCommand(client, Terminal.Output, context.Said, terminal, context.Cancellation);
        if (!await command.RunAsync(request, context.Argument("format") is "json" or "jsonl"))
        {
            context.Invocation.Outcome.Answer(ExitCode.StepFailed);
        }
    }
}
