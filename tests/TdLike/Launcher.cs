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
        File.WriteAllText(Path.Combine(folder, "program"), Path.Combine(AppContext.BaseDirectory, "Cdp.TdLike.dll") + "\n");

        // Links, not files of its own: a program that was just written is "busy" while any other thread starts a process.
        File.CreateSymbolicLink(
            Path.Combine(folder, "host"), Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? Environment.ProcessPath!);
        var launcher = Path.Combine(folder, "td");
        File.CreateSymbolicLink(launcher, Path.Combine(AppContext.BaseDirectory, "td.sh"));
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
