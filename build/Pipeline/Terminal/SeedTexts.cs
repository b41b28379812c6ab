using System.Globalization;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Terminal;

/// <summary>The seed's banners and lines, word for word where it gives them.</summary>
internal static class SeedTexts
{
    private const int Width = 53;

    private static readonly string[] _titles =
        ["Generate workflows", "Deploy workflows", "Execute workflow", "Monitor execution", "Validate output"];

    private static readonly string[] _progressive =
        ["Generate workflows", "Deploy workflows", "Execute workflows", "Monitor execution", "Validate output", "Complete"];

    public static string Heading(Phase phase) => string.Create(CultureInfo.InvariantCulture, $"PHASE {(int)phase + 1}: {phase.Title()}");

    public static IEnumerable<string> Box(Phase phase)
    {
        var rule = new string('─', Width);
        yield return $"┌{rule}┐";
        yield return $"│ {Heading(phase).PadRight(Width - 1)}│";
        yield return $"├{rule}┤";
        for (var i = 0; i < _progressive.Length; i++)
        {
            yield return $"│ {$"[{i + 1}/6] {_progressive[i]}".PadRight(Width - 1)}│";
        }

        yield return $"└{rule}┘";
    }

    public static string Title(Cell cell) => string.Create(CultureInfo.InvariantCulture, $"[{(int)cell.Step + 1}/6] {_titles[(int)cell.Step]}");

    public static string Started(Cell cell) => string.Create(CultureInfo.InvariantCulture, $"[{(int)cell.Step + 1}/6] {_progressive[(int)cell.Step]}");

    public static string Mark(EndMark mark) => mark switch
    {
        EndMark.Done => "✓",
        EndMark.Warning => "⚠",
        _ => "✗",
    };

    public static IEnumerable<string> Progress(Cell cell, Progress progress)
    {
        yield return $"⏳ {Title(cell)} - In Progress";
        yield return $"  Workflow: {progress.Workflow}";
        yield return $"  Session ID: {progress.SessionId}";
        yield return $"  Status: {progress.Status}";
        yield return $"  Elapsed: {Texts.Elapsed(progress.Elapsed)}";
        if (progress.NextLook >= TimeSpan.FromSeconds(1))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"  Checking again in {progress.NextLook.TotalSeconds:0} seconds...");
        }
    }

    public static IEnumerable<string> Completed(Phase phase, PhaseSummary summary)
    {
        yield return $"✓ {Heading(phase)} - COMPLETE";
        yield return "Summary:";
        yield return $"- Workflows generated: {Texts.Count(summary.Files)}";
        yield return $"- Deployment: {summary.Deployment}";
        yield return $"- Execution time: {Texts.Elapsed(summary.ExecutionTime)}";
        yield return $"- Tables created: {Texts.Count(summary.Tables)}";
        yield return $"- Data rows: {Texts.Count(summary.Rows)}";
    }
}
