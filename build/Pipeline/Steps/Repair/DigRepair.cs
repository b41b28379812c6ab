using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Steps.Repair;

/// <summary>Repairs the slips that a person makes in a <c>.dig</c> file: a missing colon, a missing space after one, a tab,
/// one key that is indented too far or not far enough (spec, td_cli §2). Nothing counts as repaired that was not checked.</summary>
/// <param name="check">What is wrong with a text of the file; empty when it would be accepted.</param>
public sealed class DigRepair(Func<string, IReadOnlyList<FileProblem>> check)
{
    private const int Moves = 5;

    /// <returns>Null when nothing is wrong, or when what is wrong has no one evident cure.</returns>
    public RepairedFile? Repair(string path, string text)
    {
        if (check(text).Count == 0)
        {
            return null;
        }

        var newline = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        foreach (var (widths, what) in Untabbed(lines))
        {
            if (Cured(lines, widths, what, newline) is { } cured)
            {
                return new(path, text, string.Join(newline, cured.Select(l => l.Text)), [.. Fixes(lines, cured)]);
            }
        }

        return null;
    }

    private Line[]? Cured(string[] lines, int[] widths, string what, string newline)
    {
        var scalars = DigLines.InScalar(lines);
        var now = lines.Select((line, i) => widths[i] < 0 ? new Line(line) : new(DigLines.Indented(line, widths[i]), what)).ToArray();
        for (var i = 0; i < now.Length; i++)
        {
            if (!scalars[i] && DigLines.IsContent(now[i].Text) && DigLines.Slip(now[i].Text) is { } slip)
            {
                now[i] = new(slip.Line, now[i].What is { } before ? $"{before}, {slip.What}" : slip.What);
            }
        }

        var moves = new KeyMoves(candidate => check(string.Join(newline, candidate)));
        for (var move = 0; move < Moves && Problems(now, newline) is [var problem, ..]; move++)
        {
            if (moves.Best([.. now.Select(l => l.Text)], problem) is not { } best)
            {
                return null;
            }

            now[best.Line] = new(DigLines.Indented(now[best.Line].Text, best.Indent), "indentation");
        }

        return Problems(now, newline).Count == 0 ? Fewest(lines, now, newline) : null;
    }

    /// <summary>A line that looks like a slip but does no harm stays as its writer wrote it.</summary>
    private Line[] Fewest(string[] lines, Line[] cured, string newline)
    {
        for (var i = 0; i < cured.Length; i++)
        {
            var kept = cured[i];
            if (kept.Text != lines[i])
            {
                cured[i] = new(lines[i]);
                if (Problems(cured, newline).Count > 0)
                {
                    cured[i] = kept;
                }
            }
        }

        return cured;
    }

    private IReadOnlyList<FileProblem> Problems(Line[] lines, string newline) => check(string.Join(newline, lines.Select(l => l.Text)));

    /// <summary>Widths for lines that are indented by tabs, the likeliest first; -1 leaves a line as it is.</summary>
    private static IEnumerable<(int[] Widths, string What)> Untabbed(string[] lines)
    {
        if (!lines.Any(DigLines.HasTab))
        {
            yield return ([.. lines.Select(_ => -1)], string.Empty);
            yield break;
        }

        const string what = "a tab in the indentation";
        var unit = DigLines.UnitOf(lines);
        var mixed = lines.Any(l => DigLines.IsContent(l) && !DigLines.HasTab(l) && DigLines.Indent(l) > 0);
        if (mixed)
        {
            yield return (Aligned(lines, unit), what);
        }

        foreach (var width in new[] { unit, 2, 4, 8 }.Distinct())
        {
            yield return ([.. lines.Select(l => DigLines.HasTab(l) ? Expanded(l, width) : -1)], what);
        }
    }

    /// <summary>Under the line above, or one step deeper where that opens a block: what an editor would do.</summary>
    private static int[] Aligned(string[] lines, int unit)
    {
        var widths = new int[lines.Length];
        var above = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            widths[i] = DigLines.HasTab(lines[i]) ? above : -1;
            if (DigLines.IsContent(lines[i]))
            {
                var own = widths[i] < 0 ? DigLines.Indent(lines[i]) : widths[i];
                above = lines[i].AsSpan().TrimEnd().EndsWith(":", StringComparison.Ordinal) ? own + unit : own;
            }
        }

        return widths;
    }

    private static int Expanded(string line, int width) =>
        line.Take(DigLines.Indent(line)).Sum(c => c == '\t' ? width : 1);

    private static IEnumerable<LineFix> Fixes(string[] before, Line[] after) =>
        before.Select((line, i) => new LineFix(i + 1, line, after[i].Text, after[i].What ?? string.Empty)).Where(f => f.Before != f.After);

    private sealed record Line(string Text, string? What = null);
}
