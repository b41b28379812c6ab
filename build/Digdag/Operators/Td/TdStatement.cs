using System.Text.RegularExpressions;
using Cdp.Digdag.Engine;

namespace Cdp.Digdag.Operators.Td;

/// <summary>The SQL that <c>td&gt;</c> sends: comments that name the task, and the INSERT or CREATE around the query.</summary>
internal static partial class TdStatement
{
    public static string WithHeader(Attempt attempt, string taskName, string statement) =>
        $"""
        -- project_id: {attempt.ProjectId}
        -- project_name: {attempt.ProjectName}
        -- workflow_name: {attempt.WorkflowName}
        -- session_id: {attempt.SessionId}
        -- attempt_id: {attempt.Id}
        -- task_name: {taskName}

        """.ReplaceLineEndings("\n") + statement;

    /// <summary>
    /// At the <c>DIGDAG_INSERT_LINE</c>, or after leading comments when what follows them is one line, or at the very top.
    /// </summary>
    public static string WithCommand(string command, string query)
    {
        if (InsertLine().Match(query) is { Success: true } line)
        {
            return query[..line.Index] + line.Groups[1].Value + command + query[(line.Index + line.Length)..];
        }

        return HeaderComments().Match(query) is { Success: true } header
            ? $"{header.Groups[1].Value}\n{command}\n{header.Groups[2].Value}"
            : $"{command}\n{query}";
    }

    [GeneratedRegex(@"(\A|\r?\n)--\s*DIGDAG_INSERT_LINE[^\n\r\u0085\u2028\u2029]*", RegexOptions.CultureInvariant)]
    private static partial Regex InsertLine();

    [GeneratedRegex(@"\A([\r\n\t]*(?:(?:\A|\n)--[^\n]*)+)\n?([^\n\r\u0085\u2028\u2029]*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex HeaderComments();
}
