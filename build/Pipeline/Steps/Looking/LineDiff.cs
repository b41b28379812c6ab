using System.Globalization;

namespace Cdp.Pipeline.Steps.Looking;

/// <summary>The difference of two texts, line by line, as <c>diff -u</c> writes it.</summary>
public static class LineDiff
{
    private const int Context = 2;

    /// <summary>Beyond this many pairs of lines a text counts as changed as a whole.</summary>
    private const long Most = 4_000_000;

    /// <returns>Lines that begin with a blank, - or +, in hunks headed by <c>@@ -l,n +l,n @@</c>; empty when the texts are the same.</returns>
    public static IReadOnlyList<string> Of(string before, string after)
    {
        var (old, now) = (Lines(before), Lines(after));
        var edits = (long)old.Length * now.Length > Most
            ? [.. old.Select(l => new Edit('-', l)), .. now.Select(l => new Edit('+', l))]
            : Edits(old, now);
        return edits.All(e => e.Sign == ' ') ? [] : [.. Hunks(edits)];
    }

    private static string[] Lines(string text) => text.Length == 0 ? [] : text.TrimEnd('\n').Split('\n');

    /// <summary>By the longest common subsequence of lines.</summary>
    private static List<Edit> Edits(string[] old, string[] now)
    {
        var common = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = now.Length - 1; j >= 0; j--)
            {
                common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var edits = new List<Edit>();
        var (a, b) = (0, 0);
        while (a < old.Length || b < now.Length)
        {
            if (a < old.Length && b < now.Length && old[a] == now[b])
            {
                edits.Add(new(' ', old[a]));
                (a, b) = (a + 1, b + 1);
            }
            else if (b == now.Length || a < old.Length && common[a + 1, b] >= common[a, b + 1])
            {
                edits.Add(new('-', old[a++]));
            }
            else
            {
                edits.Add(new('+', now[b++]));
            }
        }

        return edits;
    }

    private static IEnumerable<string> Hunks(List<Edit> edits)
    {
        var shown = Enumerable.Range(0, edits.Count)
            .Where(i => Enumerable.Range(Math.Max(0, i - Context), Math.Min(edits.Count - 1, i + Context) - Math.Max(0, i - Context) + 1)
                .Any(near => edits[near].Sign != ' '))
            .ToHashSet();
        for (var i = 0; i < edits.Count; i++)
        {
            if (!shown.Contains(i))
            {
                continue;
            }

            if (!shown.Contains(i - 1))
            {
                var length = Enumerable.Range(i, edits.Count - i).TakeWhile(shown.Contains).Count();
                yield return Head(edits, i, edits.GetRange(i, length));
            }

            yield return edits[i].Sign + edits[i].Text;
        }
    }

    private static string Head(List<Edit> edits, int at, List<Edit> hunk) => string.Create(
        CultureInfo.InvariantCulture,
        $"@@ -{edits.Take(at).Count(e => e.Sign != '+') + 1},{hunk.Count(e => e.Sign != '+')} +{edits.Take(at).Count(e => e.Sign != '-') + 1},{hunk.Count(e => e.Sign != '-')} @@");

    private readonly record struct Edit(char Sign, string Text);
}
