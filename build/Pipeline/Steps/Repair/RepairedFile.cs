using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Cdp.Pipeline.Steps.Repair;

/// <param name="Line">From 1.</param>
/// <param name="What">In words: <c>missing colon after 'td>'</c>.</param>
public sealed record LineFix(int Line, string Before, string After, string What);

/// <summary>A file as its writer left it, and as it would be accepted.</summary>
public sealed record RepairedFile(string Path, string Before, string After, ImmutableArray<LineFix> Fixes)
{
    /// <summary>The change as people read it: the line's number, what it was, what it becomes.</summary>
    public string Diff()
    {
        var text = new StringBuilder().Append("--- ").Append(Path).Append("\n+++ ").Append(Path).Append(" (repaired)");
        foreach (var fix in Fixes)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n@@ line {fix.Line}: {fix.What} @@\n-{Visible(fix.Before)}\n+{fix.After}");
        }

        return text.ToString();
    }

    private static string Visible(string line) => line.Replace("\t", "→", StringComparison.Ordinal);
}
