using System.Text.RegularExpressions;

namespace Cdp.TreasureData.Td.Outputs;

/// <summary><c>td wf download</c>: one line per file, then the revision. The one command of td that tells a project's
/// latest revision.</summary>
internal static partial class DownloadOutput
{
    /// <returns>The revision whose files were left.</returns>
    public static string ReadRevision(TdOutput output, string project) => TdAnswer.Of(
        output, $"the look at project '{project}'", o =>
            Fields.WithoutLog(o) is [.. var files, var last]
            && Extracted().Match(last) is { Success: true } match
            && match.Groups["project"].Value == project
            && files.Length == o.Left.Count
                ? match.Groups["revision"].Value
                : null);

    [GeneratedRegex(@"^Extracted project '(?<project>[^']+)' revision '(?<revision>[^']+)' to \S.*\.\z")]
    private static partial Regex Extracted();
}
