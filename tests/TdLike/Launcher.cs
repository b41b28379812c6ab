using System.Text.Json;

namespace Cdp.TdLike;

/// <summary>Makes a folder in which <c>td</c> is this program, as an installed td is: found on the PATH, with its workflow
/// module in the home.</summary>
public static class Launcher
{
    /// <returns>The program's file.</returns>
    public static string Install(string folder, params Rule[] rules)
    {
        var module = Path.Combine(folder, ".td", "digdag");
        Directory.CreateDirectory(module);
        File.WriteAllText(Path.Combine(module, "digdag"), string.Empty);
        Directory.CreateDirectory(Path.Combine(module, "jre"));
        Tell(folder, rules);
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? Environment.ProcessPath!;
        var program = Path.Combine(AppContext.BaseDirectory, "Cdp.TdLike.dll");
        var launcher = Path.Combine(folder, "td");
        File.WriteAllText(launcher, $"#!/bin/sh\nTD_LIKE_CONTROL='{Control(folder)}' exec '{dotnet}' '{program}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(launcher, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return launcher;
    }

    /// <summary>What goes wrong from now on.</summary>
    public static void Tell(string folder, params Rule[] rules)
    {
        File.Delete(Control(folder) + ".used");
        File.WriteAllText(Control(folder), JsonSerializer.Serialize(rules));
    }

    /// <summary>The file beside which calls are noted: one JSON object a line.</summary>
    public static string CallsOf(string folder) => Control(folder) + ".calls";

    private static string Control(string folder) => Path.Combine(folder, "control.json");
}
