namespace Cdp.Digdag.Language;

/// <summary>Which known words a mistyped one may have meant, by edit distance as digdag counts it.</summary>
internal static class Suggestion
{
    /// <param name="tolerance">The share of a candidate's letters that may differ.</param>
    public static IReadOnlyList<string> For(string word, IEnumerable<string> candidates, double tolerance) =>
        [.. candidates.Where(c => Distance(word, c) <= Math.Floor(c.Length * tolerance))];

    private static int Distance(string from, string to)
    {
        var previous = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var current = new int[to.Length + 1];
            current[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var change = previous[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                current[j] = Math.Min(change, Math.Min(previous[j], current[j - 1]) + 1);
            }

            previous = current;
        }

        return previous[^1];
    }
}
