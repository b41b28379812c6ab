using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Steps.Repair;

/// <summary>Finds the one key whose other indentation makes a file right, or brings its first problem further down.</summary>
internal sealed class KeyMoves(Func<IReadOnlyList<string>, IReadOnlyList<FileProblem>> check)
{
    /// <summary>A parser stumbles at the line after the slip, seldom later.</summary>
    private const int Near = 3;

    /// <returns>Line from 0 and its indentation; null when two moves are equally good, or none is.</returns>
    public KeyMove? Best(IReadOnlyList<string> lines, FileProblem problem)
    {
        var near = Best(lines, problem, i => Math.Abs(i + 1 - problem.Line) <= Near);
        return near.Found ? near.Move : Best(lines, problem, _ => true).Move;
    }

    private (bool Found, KeyMove? Move) Best(IReadOnlyList<string> lines, FileProblem problem, Func<int, bool> considered)
    {
        var tried = Candidates(lines).Where(m => considered(m.Line)).Select(m => (Move: m, After: After(lines, m))).ToArray();
        var good = tried.Where(t => t.After.Count == 0).ToArray();
        if (good.Length == 0)
        {
            good = [.. tried.Where(t => t.After[0].Line > problem.Line + 1)];
        }

        if (good.Length == 0)
        {
            return (false, null);
        }

        var ranked = good.GroupBy(t => Rank(lines, t.Move)).OrderBy(g => g.Key).First().Select(t => t.Move).ToArray();
        return (true, ranked.Length == 1 ? ranked[0] : null);
    }

    private IReadOnlyList<FileProblem> After(IReadOnlyList<string> lines, KeyMove move)
    {
        string[] moved = [.. lines];
        moved[move.Line] = DigLines.Indented(moved[move.Line], move.Indent);
        return check(moved);
    }

    private static IEnumerable<KeyMove> Candidates(IReadOnlyList<string> lines)
    {
        var scalars = DigLines.InScalar(lines);
        int[] keys = [.. Enumerable.Range(0, lines.Count).Where(i => !scalars[i] && DigLines.IsContent(lines[i]))];
        return
            from i in keys
            from level in keys.Select(k => DigLines.Indent(lines[k])).Distinct()
            where level != DigLines.Indent(lines[i])
            select new KeyMove(i, level);
    }

    /// <summary>The shortest move first; then one onto the file's own grid; then one to where more lines are.</summary>
    private static (int Distance, bool OffGrid, int Lonely) Rank(IReadOnlyList<string> lines, KeyMove move) => (
        Math.Abs(DigLines.Indent(lines[move.Line]) - move.Indent),
        move.Indent % DigLines.UnitOf(lines) != 0,
        -lines.Where((l, i) => i != move.Line && DigLines.IsContent(l) && DigLines.Indent(l) == move.Indent).Count());
}

internal readonly record struct KeyMove(int Line, int Indent);
