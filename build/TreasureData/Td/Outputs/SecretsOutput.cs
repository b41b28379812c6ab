using System.Text.RegularExpressions;

namespace Cdp.TreasureData.Td.Outputs;

/// <summary><c>td wf secrets</c> (spec/td_cli.md §6): names on stdout, what was set on stderr.</summary>
internal static partial class SecretsOutput
{
    public static IReadOnlyList<string> Read(TdOutput output, string project) => TdAnswer.Of(
        output, $"the look at the secrets of '{project}'", o =>
            TdFaults.Ran(o) && Fields.WithoutLog(o) is var lines && lines.All(line => Key().IsMatch(line)) ? lines : null);

    public static void ReadSet(TdOutput output, string project, string key) => TdAnswer.Of(
        output, $"setting secret '{key}' of '{project}'", o => o.Error.Split('\n').Contains($"Secret '{key}' set") ? key : null);

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_-]*(\.[A-Za-z][A-Za-z0-9_-]*)*\z")]
    private static partial Regex Key();
}
