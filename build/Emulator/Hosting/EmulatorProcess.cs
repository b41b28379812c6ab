using System.Globalization;
using System.Security.Cryptography;
using Cdp.Emulator.Launching;

namespace Cdp.Emulator.Hosting;

/// <summary>The background process from its first to its last moment.</summary>
internal static class EmulatorProcess
{
    public const int Ok = 0;
    public const int WrongArguments = 2;
    public const int AnotherOwnsTheFolder = 6;

    public static async Task<int> RunAsync(string[] args, TimeProvider time)
    {
        if (EmulatorOptions.Parse(args) is not { } options)
        {
#pragma warning disable RS0030 // the process has no other voice before it has a folder
            await Console.Error.WriteLineAsync(EmulatorOptions.Usage);
#pragma warning restore RS0030
            return WrongArguments;
        }

        CreatePrivate(options.Folder);
        using var instance = InstanceLock.TryTake(options.Folder);
        return instance is null ? AnotherOwnsTheFolder : await ServeAsync(options, time);
    }

    private static async Task<int> ServeAsync(EmulatorOptions options, TimeProvider time)
    {
        Detachment.LeaveTheCaller();
        EndpointFile.Delete(options.Folder);
        using var log = EmulatorLog.Open(options.Folder, time);
        using var stop = new CancellationTokenSource();
        using var signals = new DeafToTheTerminal(stop.Cancel);
        try
        {
            var token = "1/" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
            await using var box = Box.Open(options, token, log, time);
            await using var server = await EmulatorServer.StartAsync(box, stop.Cancel);
            new EndpointFile(
                Environment.ProcessId,
                server.Port,
                string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{server.Port}"),
                token,
                time.GetUtcNow(),
                EndpointFile.CurrentVersion).Write(options.Folder);
            server.LeaveWhenIdle();
            log.Write($"listening on port {server.Port}, process {Environment.ProcessId}");
            await stop.Token.WhenCancelledAsync();
            log.Write("leaving");
            EndpointFile.Delete(options.Folder);
            return Ok;
        }
        catch (Exception ex)
        {
            log.Write($"the emulator stopped: {ex}");
            EndpointFile.Delete(options.Folder);
            return 1;
        }
    }

    private static void CreatePrivate(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static async Task WhenCancelledAsync(this CancellationToken cancellation)
    {
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = cancellation.Register(cancelled.SetResult);
        await cancelled.Task;
    }
}
