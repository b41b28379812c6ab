using System.Diagnostics;
using System.Runtime.InteropServices;
using Cdp.Emulator.Hosting;

namespace Cdp.Emulator.Launching;

/// <summary>Starts the emulator so that nothing ties it to the caller: no handle of ours stays open in it.</summary>
internal static class DetachedProcess
{
    public static Process Start(EmulatorOptions options)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Cdp.Emulator.dll");
        var assembly = typeof(DetachedProcess).Assembly.Location;
        string[] command = [DotNet(), "exec", .. Dependencies(), assembly.Length > 0 ? assembly : program, .. options.ToArguments()];
#pragma warning disable RS0030 // the one place that starts the emulator
        return Process.Start(OperatingSystem.IsWindows() ? OnWindows(command) : OnUnix(command))
            ?? throw new EmulatorException($"{command[0]} could not be started.");
#pragma warning restore RS0030
    }

    // Published beside another program, the emulator has no list of dependencies of its own; that program's holds them all.
    private static string[] Dependencies()
    {
        var own = Path.Combine(AppContext.BaseDirectory, "Cdp.Emulator.deps.json");
        var host = (AppContext.GetData("APP_CONTEXT_DEPS_FILES") as string)?.Split(';').FirstOrDefault(File.Exists);
        return File.Exists(own) || host is null ? [] : ["--depsfile", host];
    }

    // exec keeps the process id; the redirections are what keeps our pipes from living on in the emulator.
    private static ProcessStartInfo OnUnix(string[] command)
    {
        string[] shell = ["-c", "exec \"$0\" \"$@\" </dev/null >/dev/null 2>&1", .. command];
        var start = new ProcessStartInfo("/bin/sh", shell) { WorkingDirectory = Path.GetTempPath() };
        Detachment.WithoutSecrets(start.Environment);
        return start;
    }

    // Through the shell, because that way no handle is inherited.
    private static ProcessStartInfo OnWindows(string[] command) => new(command[0], command.Skip(1))
    {
        UseShellExecute = true,
        WindowStyle = ProcessWindowStyle.Hidden,
    };

    private static string DotNet()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        return Path.Combine(root, name) is var path && File.Exists(path) ? path : name;
    }
}
