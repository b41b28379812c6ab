using System.Globalization;
using System.Text.Json.Nodes;
using Cdp.Emulator.Launching;
using Cdp.Pipeline;

namespace Cdp.Build.Commands;

/// <summary><c>--target=Emulator --action=start|stop|status</c>.</summary>
internal sealed class EmulatorCommand(EmulatorLauncher launcher, string folder, TextWriter output, bool asJson)
{
    public async Task RunAsync(string action, LaunchOptions options, CancellationToken cancellation)
    {
        switch (action)
        {
            case "start":
                await launcher.EnsureRunningAsync(folder, options, cancellation);
                await StatusAsync(cancellation);
                break;
            case "stop":
                var stopped = await launcher.StopAsync(folder, cancellation);
                Say(stopped ? "The emulator has stopped." : "No emulator was running.", new JsonObject { ["stopped"] = stopped });
                break;
            case "status":
                await StatusAsync(cancellation);
                break;
            default:
                throw new PipelineException(
                    $"There is no action '{action}'.{Suggestion.For(action, ["start", "stop", "status"])} Use start, stop or status.",
                    ExitCode.WrongInput);
        }
    }

    private async Task StatusAsync(CancellationToken cancellation)
    {
        if (await launcher.StatusAsync(folder, cancellation) is not { } status)
        {
            Say(
                "No emulator is running for this workspace. It starts by itself when it is needed, or with --action=start.",
                new JsonObject { ["running"] = false });
            return;
        }

        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            The emulator runs at {status.Endpoint.Url} (process {status.Pid}, since {status.Started:u}).
            Running: {status.RunningAttempts} attempt(s), {status.RunningJobs} job(s).{(status.Keep ? " It stays up." : " It leaves when idle.")}
            Its key is in {Path.Combine(folder, "endpoint.json")}; with it, td talks to it too: td -e {status.Endpoint.Url} …
            """);
        Say(text, new JsonObject
        {
            ["running"] = true,
            ["url"] = status.Endpoint.Url.ToString(),
            ["pid"] = status.Pid,
            ["started"] = status.Started.ToString("O", CultureInfo.InvariantCulture),
            ["runningAttempts"] = status.RunningAttempts,
            ["runningJobs"] = status.RunningJobs,
            ["keep"] = status.Keep,
        });
    }

    private void Say(string text, JsonObject json) => output.WriteLine(asJson ? Answers.Line(json) : text);
}
