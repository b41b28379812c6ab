using System.Text.RegularExpressions;

namespace Cdp.Emulator.Tests.Unification;

/// <summary>A project whose tasks run again at random, as after a lost answer, and one of which fails.</summary>
internal sealed partial class FaultyProject(IReadOnlyDictionary<string, string> files, Random random)
{
    private const double Repeated = 0.3;

    private readonly Dictionary<string, List<string>> _workflows = files
        .Where(f => f.Key.EndsWith(".dig", StringComparison.Ordinal))
        .ToDictionary(f => f.Key, f => f.Value.Split('\n').ToList(), StringComparer.Ordinal);

    /// <summary>Tasks, with all below them, are followed by themselves under another name.</summary>
    /// <param name="every">Every task without tasks below it, instead of some of all.</param>
    public void Repeat(bool every)
    {
        foreach (var lines in _workflows.Values)
        {
            for (var at = lines.Count - 1; at >= 0; at--)
            {
                if (Task().Match(lines[at]) is { Success: true } task && (every ? IsLeaf(lines, at) : random.NextDouble() < Repeated))
                {
                    var end = End(lines, at);
                    var copy = lines.GetRange(at, end - at);
                    copy[0] = $"{task.Groups[1].Value}+{task.Groups[2].Value}_again:";
                    lines.InsertRange(end, copy);
                }
            }
        }
    }

    public void Write(TempFolder folder)
    {
        foreach (var (path, text) in files)
        {
            folder.Write(path, _workflows.TryGetValue(path, out var lines) ? string.Join('\n', lines) : text);
        }
    }

    /// <summary>The workflow as it stands, with a task that fails behind one of its tasks.</summary>
    public string Failing(string workflow)
    {
        var lines = _workflows[$"{workflow}.dig"].ToList();
        var tasks = Enumerable.Range(0, lines.Count).Where(n => Task().IsMatch(lines[n])).ToList();
        var at = tasks[random.Next(tasks.Count)];
        var depth = Task().Match(lines[at]).Groups[1].Value;
        lines.InsertRange(End(lines, at), [$"{depth}+boom:", $"{depth}  fail>: boom", string.Empty]);
        return string.Join('\n', lines);
    }

    private static bool IsLeaf(List<string> lines, int task) => !lines.GetRange(task + 1, End(lines, task) - task - 1).Exists(l => Task().IsMatch(l));

    /// <summary>Behind the last line that stands deeper than the task's own.</summary>
    private static int End(List<string> lines, int task)
    {
        var depth = lines[task].Length - lines[task].TrimStart().Length;
        var end = task + 1;
        while (end < lines.Count && (lines[end].Length == 0 || lines[end].Length - lines[end].TrimStart().Length > depth))
        {
            end++;
        }

        return end;
    }

    [GeneratedRegex(@"^( *)\+(\w+):\s*$")]
    private static partial Regex Task();
}
