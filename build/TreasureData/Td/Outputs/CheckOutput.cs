using System.Globalization;
using System.Text.RegularExpressions;
using Cdp.Pipeline.Ports;

namespace Cdp.TreasureData.Td.Outputs;

/// <summary><c>td wf check</c> (spec/td_cli.md §1.11): td's own loader and compiler, without the network. The best gate
/// before a push.</summary>
internal static partial class CheckOutput
{
    /// <returns>How many workflows the project has.</returns>
    /// <exception cref="PlatformException">Also NothingDeployed, which td says with exit code 0.</exception>
    public static string Read(TdOutput output, string folder)
    {
        var count = DigFault.Within(folder, () => TdAnswer.Of(output, "the check of the project", Evidence));
        return count == "0" ? throw Faults.Of(Fault.NothingDeployed, "the check of the project", "there is no workflow") : count;
    }

    private static string? Evidence(TdOutput output)
    {
        var lines = Fields.WithoutLog(output);
        var head = Array.FindIndex(lines, line => Definitions().IsMatch(line));
        var end = head < 0 ? -1 : Array.IndexOf(lines, string.Empty, head);
        var count = head < 0 ? string.Empty : Definitions().Match(lines[head]).Groups[1].Value;
        return end > head && lines.Any(line => line.StartsWith("  Schedules (", StringComparison.Ordinal))
            && lines[head..end].Count(line => Workflow().IsMatch(line)).ToString(CultureInfo.InvariantCulture) == count
                ? count
                : null;
    }

    [GeneratedRegex(@"^  Definitions \(([0-9]+) workflows\):\z")]
    private static partial Regex Definitions();

    [GeneratedRegex(@"^    \S.* \([0-9]+ tasks\)\z")]
    private static partial Regex Workflow();
}
