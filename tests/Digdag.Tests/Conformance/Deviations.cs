using System.Runtime.CompilerServices;

namespace Cdp.Digdag.Tests.Conformance;

/// <summary>The table in <c>docs/digdag-deviations.md</c>: what we say where digdag hangs, shows a Java class or a stack.</summary>
internal static class Deviations
{
    /// <summary>The text of ours by case; <c>\n</c> stands for a line's end.</summary>
    public static IReadOnlyDictionary<string, string> Read() =>
        File.ReadLines(Path.Combine(Here(), "../../../docs/digdag-deviations.md"))
            .Select(line => line.Split(" | "))
            .Where(cells => cells.Length == 3 && cells[0].StartsWith("| `", StringComparison.Ordinal))
            .ToDictionary(
                cells => cells[0].Trim('|', ' ', '`'),
                cells => cells[2].TrimEnd('|', ' ').Trim('`').Replace("\\n", "\n", StringComparison.Ordinal));

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
