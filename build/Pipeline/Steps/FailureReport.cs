using System.Globalization;
using System.Text.RegularExpressions;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Runs;
using TaskStatus = Cdp.Pipeline.Ports.TaskStatus;

namespace Cdp.Pipeline.Steps;

/// <summary>Says why an attempt failed: the failed leaves first, then the likely causes; the whole log goes to a file.</summary>
internal sealed partial class FailureReport(RunParts parts)
{
    private const int Depth = 3;
    private const int LinesShown = 20;

    private readonly EventLog _log = new(parts.Files, parts.Workspace, parts.Clock);

    /// <summary>The engine died under it, as it says of every task it had not finished.</summary>
    public async Task<bool> WasLostAsync(Attempt attempt, CancellationToken cancellation) =>
        (await parts.Platform.GetTasksAsync(attempt.AttemptId, cancellation)).Any(task => Lost().IsMatch(MessageOf(task)));

    public async Task<Failure> TellAsync(Phase phase, Attempt attempt, Execution execution, CancellationToken cancellation)
    {
        var log = await parts.Platform.GetLogAsync(attempt.AttemptId, null, cancellation);
        var errors = await ErrorsAsync(attempt.AttemptId, Depth, cancellation);
        var path = _log.Keep($"{phase.Folder()}-{attempt.Workflow}-{attempt.AttemptId}.log", log);
        var shown = errors.Count > 0 ? errors : Last(log);
        var killed = attempt.Status is AttemptStatus.Killed;
        var summary =
            $"""
            {(killed ? "⚠" : "✗")} [4/6] Monitor execution - {(killed ? "Killed" : "Failed")}
              Workflow: {attempt.Workflow}
              Session ID: {attempt.SessionId}
              Status: {(killed ? "KILLED" : "ERROR")}
              Duration: {Texts.Elapsed(TimeSpan.FromSeconds(execution.DurationSeconds ?? 0))}

            Error details:
            {string.Join('\n', shown.Distinct(StringComparer.Ordinal).Take(LinesShown))}

            Possible causes:
            {string.Join('\n', FailureCauses.Of(string.Join('\n', shown)).Select(c => $"- {c}"))}
            """;
        return new(shown is [var first, ..] ? first : "its log says nothing", summary, log, $"The whole log is in {path}. Correct the configuration, a template or the data, then run the same command again: what succeeded is not repeated.");
    }

    private async Task<IReadOnlyList<string>> ErrorsAsync(string attemptId, int depth, CancellationToken cancellation)
    {
        var lines = new List<string>();
        foreach (var task in await parts.Platform.GetTasksAsync(attemptId, cancellation))
        {
            if (task.IsGroup || task.State != "error")
            {
                continue;
            }

            var message = MessageOf(task);
            var child = Dependent().Match(message);
            if (child.Success && depth > 0)
            {
                lines.AddRange(await ErrorsAsync(child.Groups["attempt"].Value, depth - 1, cancellation));
            }
            else
            {
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"{task.FullName}: {message}"));
            }
        }

        return lines;
    }

    private static string[] Last(string log) => [.. log.Split('\n').Where(l => l.Length > 0).TakeLast(LinesShown)];

    private static string MessageOf(TaskStatus task) => task.Error?["message"]?.ToString() ?? string.Empty;

    [GeneratedRegex("^The engine was stopped while this attempt ran")]
    private static partial Regex Lost();

    [GeneratedRegex(@"Dependent workflow failed.*attempt id: (?<attempt>\d+)")]
    private static partial Regex Dependent();
}

/// <param name="First">The first error, on one line or more.</param>
/// <param name="Summary">The seed's block, without the menu.</param>
internal sealed record Failure(string First, string Summary, string Log, string Advice);
