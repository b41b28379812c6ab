using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Cdp.Digdag.Tests.Execution;

/// <summary>
/// What the task logs say besides what tasks print. Not compared: the names of Java classes, the causes that follow a message as
/// lines of <c>&gt; …</c>, a Python traceback, why a task is retried, and the line <c>operator&gt;: command</c>, which was not recorded.
/// </summary>
internal static partial class LogLines
{
    public static IEnumerable<string> Differences(JsonArray recorded, IEnumerable<(string Task, string Text)> logs)
    {
        var expected = recorded.Select(l => WithoutJava(l!.GetValue<string>())).Where(l => !Command().IsMatch(l)).ToList();
        var actual = logs.SelectMany(l => Lines(l.Task, l.Text)).Where(l => !Command().IsMatch(l)).ToList();
        foreach (var line in actual.ToList())
        {
            if (expected.Find(e => Recorded.Matches(e, line)) is { } same)
            {
                expected.Remove(same);
                actual.Remove(line);
            }
        }

        return expected.Select(l => $"- {l}").Concat(actual.Select(l => $"+ {l}"));
    }

    private static IEnumerable<string> Lines(string task, string log) =>
        Line().Matches(log).Select(m => WithoutJava($"{task} {m.Groups["level"].Value}: {m.Groups["text"].Value}"));

    private static string WithoutJava(string line) => Shortened(HttpResponse().Replace(ClassName().Replace(JavaLine().Replace(line, ""), ""), "$1"));

    private static string Shortened(string line) =>
        Cause().Replace(Details().Replace(line, ""), "").Replace("\r", "", StringComparison.Ordinal).TrimEnd('\n');

    [GeneratedRegex(@"(?ms)^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} \+0000 \[(?<level>INFO|WARN|ERROR)\] \(\[[^\]]*\][^)]*\): (?<text>.*?)(?=^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} |(?-m:\z))")]
    private static partial Regex Line();

    [GeneratedRegex(@"\n(?:Caused by: )?(?:[a-z][a-z0-9]*\.)+[A-Z]\w*(?:\$\w+)*(?:: .*)?(?=\n|\z)")]
    private static partial Regex JavaLine();

    [GeneratedRegex(@"(?<=: )(?:(?:[a-z][a-z0-9]*\.)+[A-Z]\w*(?:Exception|Error): )+")]
    private static partial Regex ClassName();

    [GeneratedRegex(@"HttpContentResponse\[HTTP/1\.1 (.*)\]")]
    private static partial Regex HttpResponse();

    [GeneratedRegex(@"\n> .*")]
    private static partial Regex Cause();

    [GeneratedRegex(@"\n\tfrom [\s\S]*|(?<=ERROR: Task failed, retrying)\n[\s\S]*")]
    private static partial Regex Details();

    [GeneratedRegex(@"\A\S+ INFO: [\w${} ]+>: ")]
    private static partial Regex Command();
}
