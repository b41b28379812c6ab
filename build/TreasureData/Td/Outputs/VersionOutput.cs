using System.Text.RegularExpressions;
using Cdp.Pipeline.Ports;

namespace Cdp.TreasureData.Td.Outputs;

/// <summary><c>td --version</c>, <c>td workflow:version</c> and <c>td wf version</c>.</summary>
internal static partial class VersionOutput
{
    public static string ReadTd(TdOutput output) => TdAnswer.Of(
        output, "td's version", o => o.Lines is [var line] && Number().Match(line) is { Success: true } match ? match.Value : null);

    /// <returns>Java's version, null where it cannot be told, and that of the workflow module.</returns>
    public static (string? Java, string Module) ReadModule(TdOutput output)
    {
        var found = TdAnswer.Of(output, "the version of td's workflow module", o =>
            Module().Match(o.Out) is { Success: true } module ? module : null);
        return (Java().Match(output.Out) is { Success: true } java ? java.Groups[1].Value : null, found.Groups[1].Value);
    }

    public static string ReadServer(TdOutput output) => TdAnswer.Of(
        output, "the server's version", o =>
            Fields.WithoutLog(o) is [_, var line] && Server().Match(line) is { Success: true } match ? match : null).Groups[1].Value;

    /// <summary>From Java 22 on td's version check may stop and ask (spec/td_cli.md §3.2).</summary>
    public static PlatformTool Tool(string? java) => java is null
        ? new("java", null, "Install Java 8 to 21, or name it in TD_WF_JAVA.")
        : Major(java) is >= 8 and <= 21
            ? new("java", java)
            : new("java", java, "td is known to work with Java 8 to 21; name one in TD_WF_JAVA.");

    private static int Major(string version)
    {
        var parts = version.Split('.', '-', '+', '_');
        return int.TryParse(parts[0], out var first) ? first == 1 && parts.Length > 1 && int.TryParse(parts[1], out var second) ? second : first : 0;
    }

    [GeneratedRegex(@"\b[0-9]+\.[0-9]+\.[0-9]+\b")]
    private static partial Regex Number();

    [GeneratedRegex("""version "([0-9][^"]*)["]""")]
    private static partial Regex Java();

    [GeneratedRegex(@"(?m)^Digdag version: ([0-9]+\.[0-9]+[0-9A-Za-z.-]*)$")]
    private static partial Regex Module();

    [GeneratedRegex(@"^Server version: ([0-9]+\.[0-9]+[0-9A-Za-z.-]*)\z")]
    private static partial Regex Server();
}
