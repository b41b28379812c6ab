using System.Text.RegularExpressions;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Runs;
using TaskStatus = Cdp.Pipeline.Ports.TaskStatus;

namespace Cdp.Pipeline.Steps;

/// <summary>Says why an attempt failed: the failed leaves first, then the likely causes; whole logs go to files.</summary>
internal sealed partial class FailureReport(RunParts parts)
{
    private const int LinesShown = 20;

    /// <summary>Logs come up late: what is empty right after a failure is asked for again.</summary>
    private const int LogTries = 3;

    private static readonly TimeSpan _logPause = TimeSpan.FromSeconds(10);

    private readonly EventLog _log = new(parts.Files, parts.Workspace, parts.Clock);
    private readonly FailedTasks _failed = new(parts.Platform);

    /// <summary>The engine died under it, as it says of every task it had not finished.</summary>
    public async Task<bool> WasLostAsync(Attempt attempt, CancellationToken cancellation) =>
        (await parts.Platform.GetTasksAsync(attempt.AttemptId, cancellation)).Any(task => Lost().IsMatch(MessageOf(task)));

    public async Task<Failure> TellAsync(Phase phase, Attempt attempt, Execution execution, CancellationToken cancellation)
    {
        parts.View.Say("Retrieving error logs...");
        var log = await LogAsync(attempt.AttemptId, cancellation);
        var path = _log.Keep($"{phase.Folder()}-{attempt.Workflow}-{attempt.AttemptId}.log", log);
        var (attempts, tasks) = await _failed.OfAsync(attempt.AttemptId, cancellation);
        foreach (var child in attempts.Skip(1))
        {
            _log.Keep($"{phase.Folder()}-{attempt.Workflow}-{attempt.AttemptId}-child-{child}.log", await LogAsync(child, cancellation));
        }

        string[] shown = tasks.Count > 0
            ? [.. tasks.Select(t => $"{t.FullName}: {t.Message}")]
            : LogText.FirstError(log) is { } error ? [error] : LogText.Last(log, LinesShown);
        var causes = FailureCauses.Of(string.Join('\n', shown), attempt.Project);
        return new(
            tasks is [var leaf, ..] ? $"{leaf.FullName}: {leaf.Message}" : shown.FirstOrDefault() ?? "its log says nothing",
            Summary(attempt, execution, shown, causes),
            log,
            causes,
            $"The whole log is in {path}. Correct the configuration, a template or the data, then run the same command again: what succeeded is not repeated.");
    }

    private static string Summary(Attempt attempt, Execution execution, string[] shown, IReadOnlyList<FailureCause> causes)
    {
        var killed = attempt.Status is AttemptStatus.Killed;
        return
            $"""
            {(killed ? "⚠" : "✗")} [4/6] Monitor execution - {(killed ? "Killed" : "Failed")}
              Workflow: {attempt.Workflow}
              Session ID: {attempt.SessionId}
              Status: {(killed ? "KILLED" : "ERROR")}
              Duration: {Texts.Elapsed(TimeSpan.FromSeconds(execution.DurationSeconds ?? 0))}

            Error details:
            {string.Join('\n', shown.Distinct(StringComparer.Ordinal).Take(LinesShown))}

            Possible causes:
            {string.Join('\n', causes.Select(c => $"- {c.Text}"))}
            """;
    }

    private async Task<string> LogAsync(string attemptId, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            var log = await parts.Platform.GetLogAsync(attemptId, null, cancellation);
            if (log.Length > 0 || tries == LogTries || parts.Pipeline.Config.Platform is PlatformKind.Local)
            {
                return log;
            }

            await Task.Delay(_logPause, parts.Clock, cancellation);
        }
    }

    private static string MessageOf(TaskStatus task) => task.Error?["message"]?.ToString() ?? string.Empty;

    [GeneratedRegex("^The engine was stopped while this attempt ran")]
    private static partial Regex Lost();
}

/// <param name="First">The first error, with its task; on one line or more.</param>
/// <param name="Summary">The seed's block, without the menu.</param>
internal sealed record Failure(string First, string Summary, string Log, IReadOnlyList<FailureCause> Causes, string Advice);
