using System.Runtime.InteropServices;

namespace Cdp.Emulator.Hosting;

/// <summary>Makes the process independent of who started it: a session of its own, and none of the caller's secrets.</summary>
internal static partial class Detachment
{
    // What sh> and py> tasks could otherwise read from their environment.
    private static readonly string[] SecretVariables = ["TD_API_KEY", "TREASURE_DATA_API_KEY"];

    public static void LeaveTheCaller()
    {
        foreach (var name in SecretVariables)
        {
            Environment.SetEnvironmentVariable(name, null);
        }

        if (!OperatingSystem.IsWindows())
        {
            // Fails only for the leader of a process group, which has a session of its own or a terminal that wants it.
            _ = SetSession();
        }
    }

    public static void WithoutSecrets(IDictionary<string, string?> environment)
    {
        foreach (var name in SecretVariables)
        {
            environment.Remove(name);
        }
    }

    [LibraryImport("libc", EntryPoint = "setsid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetSession();
}
