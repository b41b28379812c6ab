using Cdp.Pipeline.Phases.Staging.Dialects;

namespace Cdp.Pipeline.Phases.Staging;

/// <summary>Long expressions as a person would break them. Continued lines stand two blanks deeper than the first.</summary>
internal static class SqlLayout
{
    private const int Width = 100;

    /// <summary>The text after one replacement of a pattern after the other.</summary>
    public static string Replaced(ISqlDialect sql, string text, params (string Pattern, string Replacement)[] all) =>
        string.Concat(Enumerable.Repeat("regexp_replace(", all.Length)) + text
        + string.Concat(all.Select(r => $",\n  {sql.Text(r.Pattern)}, {sql.Text(r.Replacement)})"));

    /// <summary>One of two texts of a double: the first where it is a whole number that a double holds exactly.</summary>
    public static string WholeOr(string number, string whole, string other) =>
        $"CASE WHEN {number} = floor({number}) AND abs({number}) < 1e15 THEN {whole} ELSE {other} END";

    /// <summary>Words with commas, as many a line as fit.</summary>
    public static string Packed(IEnumerable<string> words)
    {
        var lines = new List<string>();
        foreach (var word in words)
        {
            if (lines.Count == 0 || lines[^1].Length + word.Length + 2 > Width)
            {
                lines.Add(word);
            }
            else
            {
                lines[^1] += $", {word}";
            }
        }

        return lines.Count == 1 ? lines[0] : $"\n  {string.Join(",\n  ", lines)}\n";
    }

    /// <summary>Its further lines as deep as its first.</summary>
    public static string Indented(string text, int depth) => text.Replace("\n", "\n" + new string(' ', depth), StringComparison.Ordinal);
}
