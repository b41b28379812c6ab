using System.Diagnostics;
using Cdp.Emulator.Hosting;

namespace Cdp.Emulator.Launching;

/// <param name="Idle">Null for ten minutes.</param>
/// <param name="Keep">Stay until told to leave, and fire due schedules.</param>
/// <param name="AllowCode">Let <c>sh&gt;</c>, <c>py&gt;</c> and <c>rb&gt;</c> run on this machine.</param>
/// <param name="AllowNetwork">Let <c>http&gt;</c> reach hosts other than Treasure Data's.</param>
public sealed record LaunchOptions(
    TimeSpan? Idle = null, bool Keep = false, bool AllowCode = false, bool AllowNetwork = false);

/// <summary>Starts, finds and stops the one emulator of a folder.</summary>
public sealed class EmulatorLauncher(TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(20);

    /// <summary>Finds the running emulator, or starts one. Two callers at once end with the same one.</summary>
    public async Task<EmulatorEndpoint> EnsureRunningAsync(
        string folder, LaunchOptions options, CancellationToken cancellation)
    {
        folder = Path.GetFullPath(folder);
        if (await StatusAsync(folder, cancellation) is { } running)
        {
            if (running.Suits(options))
            {
                return running.Endpoint;
            }

            await ReplaceAsync(folder, running, options, cancellation);
        }

        return await StartAsync(folder, options, cancellation);
    }

    /// <returns>Null when none is running.</returns>
    public async Task<EmulatorStatus?> StatusAsync(string folder, CancellationToken cancellation) =>
        EndpointFile.Read(Path.GetFullPath(folder)) is { } file
            ? await EmulatorStatus.AskAsync(file, cancellation)
            : null;

    /// <returns>False when none was running.</returns>
    public async Task<bool> StopAsync(string folder, CancellationToken cancellation)
    {
        folder = Path.GetFullPath(folder);
        if (await StatusAsync(folder, cancellation) is not { } running)
        {
            return false;
        }

        await running.TellToLeaveAsync(cancellation);
        var started = time.GetTimestamp();
        while (!IsFree(folder))
        {
            if (time.GetElapsedTime(started) > Patience)
            {
                throw new EmulatorException(
                    $"The emulator (process {running.Pid}) was told to stop but still runs. See {LogIn(folder)}.");
            }

            await Task.Delay(Beat, time, cancellation);
        }

        return true;
    }

    private async Task ReplaceAsync(
        string folder, EmulatorStatus running, LaunchOptions options, CancellationToken cancellation)
    {
        if (running.RunningAttempts + running.RunningJobs > 0)
        {
            throw new EmulatorException(
                $"The emulator in {folder} (process {running.Pid}) still runs {running.RunningAttempts} attempt(s) and was started "
                + $"{running.DifferenceFrom(options)}. Wait for them, or stop it with --target=Emulator --action=stop.");
        }

        await StopAsync(folder, cancellation);
    }

    private async Task<EmulatorEndpoint> StartAsync(string folder, LaunchOptions options, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        Process? process = null;
        try
        {
            while (true)
            {
                if (await StatusAsync(folder, cancellation) is { } running)
                {
                    return running.Endpoint;
                }

                if (process is null or { HasExited: true })
                {
                    // Another starter may have been faster, or one is just leaving: then ours ends at once and we look again.
                    ThrowIfBroken(process, folder);
                    process?.Dispose();
                    process = DetachedProcess.Start(ToProcessOptions(folder, options));
                }

                if (time.GetElapsedTime(started) > Patience)
                {
                    throw new EmulatorException(
                        $"The emulator did not start within {Patience.TotalSeconds} seconds. See {LogIn(folder)}.");
                }

                await Task.Delay(Beat, time, cancellation);
            }
        }
        finally
        {
            process?.Dispose();
        }
    }

    private static EmulatorOptions ToProcessOptions(string folder, LaunchOptions options) =>
        new(folder, options.Idle ?? EmulatorOptions.DefaultIdle, options.Keep, options.AllowCode, options.AllowNetwork);

    private static void ThrowIfBroken(Process? process, string folder)
    {
        if (process is { ExitCode: not (EmulatorProcess.Ok or EmulatorProcess.AnotherOwnsTheFolder) })
        {
            throw new EmulatorException($"The emulator ended with exit code {process.ExitCode}. See {LogIn(folder)}.");
        }
    }

    private static string LogIn(string folder) => Path.Combine(folder, EmulatorLog.FileName);

    private static bool IsFree(string folder)
    {
        using var instance = InstanceLock.TryTake(folder);
        return instance is not null;
    }
}
