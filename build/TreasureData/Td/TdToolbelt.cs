namespace Cdp.TreasureData.Td;

/// <summary>Whether td is on this machine, and can be used: the program, its workflow module, a Java. Looks at files only.</summary>
/// <param name="variable">The value of an environment variable.</param>
/// <param name="home">The folder that td keeps its module in: <c>~</c>.</param>
public sealed class TdToolbelt(Func<string, string?> variable, string home)
{
    public static TdToolbelt OfThisMachine() => new(
        Environment.GetEnvironmentVariable, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile));

    /// <summary>td's file; null when there is none.</summary>
    public string? Program => OnPath("td");

    /// <summary>Why td cannot be used; null when it can.</summary>
    public string? WhyNot(TdHosts hosts) =>
        Program is null ? "td is not installed"
        : !File.Exists(InModule("digdag")) ? "td's workflow module is not installed; 'td workflow:update' does it"
        : !HasJava() ? "td's workflow module finds no Java; install Java 8 to 21, or name it in TD_WF_JAVA"
        : !hosts.AreKnownToTd ? $"td knows no workflow API for {hosts.Api.Host}"
        : null;

    private bool HasJava() => variable("TD_WF_JAVA") is { Length: > 0 } java
        ? File.Exists(java) || OnPath(java) is not null
        : Directory.Exists(InModule("jre")) || OnPath("java") is not null;

    private string InModule(string name) => Path.Combine(home, ".td", "digdag", name);

    private string? OnPath(string name)
    {
        string[] endings = OperatingSystem.IsWindows() ? [".exe", ".cmd", ".bat"] : [string.Empty];
        return (variable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => endings.Select(ending => Path.Combine(folder, name + ending)))
            .FirstOrDefault(CanRun);
    }

    private static bool CanRun(string file) =>
        File.Exists(file) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & UnixFileMode.UserExecute) != 0);
}
