using System.Text.RegularExpressions;

namespace Cdp.Pipeline.Steps.Repair;

/// <summary>The lines of a <c>.dig</c> file, and the slips of the keyboard that can be told line by line (spec, td_cli §2).</summary>
internal static partial class DigLines
{
    public const int Unit = 2;

    public static bool IsContent(string line) => line.AsSpan().TrimStart() is [not '#', ..];

    public static int Indent(string line) => line.Length - line.TrimStart(' ', '\t').Length;

    public static bool HasTab(string line) => IsContent(line) && line.AsSpan(0, Indent(line)).Contains('\t');

    public static string Indented(string line, int width) => new string(' ', width) + line.TrimStart(' ', '\t');

    /// <summary>Lines that are text of a block scalar: there a missing colon is no slip.</summary>
    public static bool[] InScalar(IReadOnlyList<string> lines)
    {
        var inside = new bool[lines.Count];
        var head = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            var blank = string.IsNullOrWhiteSpace(lines[i]);
            inside[i] = head >= 0 && (blank || Indent(lines[i]) > head);
            if (!inside[i] && !blank)
            {
                head = OpensScalar().IsMatch(lines[i]) ? Indent(lines[i]) : -1;
            }
        }

        return inside;
    }

    /// <summary>The most frequent step from a line to a deeper one below it; two where nothing tells.</summary>
    public static int UnitOf(IReadOnlyList<string> lines)
    {
        var widths = lines.Where(l => IsContent(l) && !HasTab(l)).Select(Indent).ToArray();
        return widths.Zip(widths.Skip(1), (above, below) => below - above)
            .Where(step => step > 0)
            .GroupBy(step => step)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key == Unit ? 0 : g.Key)
            .Select(g => g.Key)
            .FirstOrDefault(Unit);
    }

    /// <summary>The line with its colon, or its space after the colon; null where neither is missing.</summary>
    public static (string Line, string What)? Slip(string line)
    {
        if (OperatorWithoutColon().Match(line) is { Success: true } op)
        {
            return ($"{op.Groups["key"]}: {op.Groups["value"]}", $"missing colon after '{op.Groups["key"].Value.TrimStart()}'");
        }

        if (NameWithoutColon().Match(line) is { Success: true } name)
        {
            return ($"{name.Groups["key"]}:", $"missing colon after '{name.Groups["key"].Value.TrimStart()}'");
        }

        if (KeyWithoutColon().Match(line) is { Success: true } key)
        {
            return ($"{key.Groups["key"]}: {key.Groups["value"]}", $"missing colon after '{key.Groups["key"].Value.TrimStart()}'");
        }

        return NoSpace().Match(line) is { Success: true } tight
            ? ($"{tight.Groups["key"]}: {tight.Groups["value"]}", $"missing space after '{tight.Groups["key"].Value.TrimStart()}:'")
            : null;
    }

    [GeneratedRegex(@"(?:[:>]|-)\s+[|>][-+0-9]*\s*(?:#.*)?$")]
    private static partial Regex OpensScalar();

    [GeneratedRegex(@"\A(?<key>\s*[a-z][A-Za-z0-9_.]*>)\s*(?<value>[^\s:].*)\z")]
    private static partial Regex OperatorWithoutColon();

    [GeneratedRegex(@"\A(?<key>\s*(?:\+[A-Za-z0-9_-]+|_(?:export|error|check|do|else_do|background)|schedule))\s*\z")]
    private static partial Regex NameWithoutColon();

    [GeneratedRegex(@"\A(?<key>\s*(?:_parallel|_retry|_after|timezone|database|engine|table|create_table|insert_into|download_file|store_last_results|priority|job_retry|retry_limit|result_connection|interval))\s+(?<value>[^\s:].*)\z")]
    private static partial Regex KeyWithoutColon();

    [GeneratedRegex(@"\A(?<key>\s*(?:[a-z_][A-Za-z0-9_.]*>?)):(?<value>[^\s:/].*)\z")]
    private static partial Regex NoSpace();
}
