using System.Text.RegularExpressions;

namespace Cdp.Pipeline.Steps;

/// <summary>A log of digdag: lines of <c>time [LEVEL] (thread) logger: message</c>, each with what follows it (spec, td_cli §1.6).</summary>
internal static partial class LogText
{
    private const int LinesKept = 4;

    /// <summary>The first error that says why a task failed, with the lines that belong to it; null when there is none.</summary>
    /// <remarks>"Parameter 'x' is not used" is an error to digdag, also where all is well.</remarks>
    public static string? FirstError(string log)
    {
        var lines = log.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (Line().Match(lines[i]) is { Success: true } match && match.Groups["level"].Value == "ERROR" && Failed().IsMatch(match.Groups["message"].Value))
            {
                return string.Join('\n', Message(match.Groups["message"].Value)
                    .Concat(lines.Skip(i + 1).TakeWhile(l => !Line().IsMatch(l)).Where(l => l.Trim().Length > 0 && !Trace().IsMatch(l)))
                    .Take(LinesKept));
            }
        }

        return null;
    }

    /// <summary>What a job says before it comes to the point is left out, where something else is left.</summary>
    public static string WithoutProgress(string message)
    {
        var lines = message.ReplaceLineEndings("\n").Split('\n').Where(l => l.Trim().Length > 0 && !Progress().IsMatch(l)).ToArray();
        return lines.Length > 0 ? string.Join('\n', lines) : message;
    }

    /// <summary>The lines at the end: where the first error is not known, the reader looks there.</summary>
    public static string[] Last(string log, int count) => [.. log.Split('\n').Where(l => l.Trim().Length > 0).TakeLast(count)];

    /// <summary>Without what every failure begins with.</summary>
    private static IEnumerable<string> Message(string message) =>
        [message.StartsWith(Unexpected, StringComparison.Ordinal) ? message[Unexpected.Length..] : message];

    private const string Unexpected = "Task failed with unexpected error: ";

    [GeneratedRegex(@"\A\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\S* [+-]\d{4} \[(?<level>\w+)\] \([^)]*\)[^:]*: (?<message>.*)\z")]
    private static partial Regex Line();

    [GeneratedRegex(@"\A\s*(started at|finished at|executing query:) ")]
    private static partial Regex Progress();

    [GeneratedRegex("Task .*failed|Configuration error at task|Task failed|[Ff]ailed with")]
    private static partial Regex Failed();

    [GeneratedRegex(@"\A(\s+at |\s*\.\.\. \d+ more|(Caused by: )?(\w+\.)+\w*(Exception|Error)\b)")]
    private static partial Regex Trace();
}
