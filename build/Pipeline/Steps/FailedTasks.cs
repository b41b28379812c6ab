using System.Text.RegularExpressions;
using Cdp.Pipeline.Ports;
using TaskStatus = Cdp.Pipeline.Ports.TaskStatus;

namespace Cdp.Pipeline.Steps;

/// <summary>The leaves at which an attempt failed, followed through <c>require></c> into the attempts below.</summary>
internal sealed partial class FailedTasks(IPlatform platform)
{
    private const int Depth = 5;

    /// <returns>The attempts that were looked at, the asked one first, and their failed leaves in order.</returns>
    public async Task<(IReadOnlyList<string> Attempts, IReadOnlyList<FailedTask> Tasks)> OfAsync(string attemptId, CancellationToken cancellation)
    {
        var attempts = new List<string>();
        var tasks = new List<FailedTask>();
        await AddAsync(attempts, tasks, attemptId, cancellation);
        return (attempts, tasks);
    }

    private async Task AddAsync(List<string> attempts, List<FailedTask> found, string attemptId, CancellationToken cancellation)
    {
        attempts.Add(attemptId);
        foreach (var task in await platform.GetTasksAsync(attemptId, cancellation))
        {
            if (task.IsGroup || task.State != "error")
            {
                continue;
            }

            var message = await MessageAsync(attemptId, task, cancellation);
            if (Child(task, message) is { } child && !attempts.Contains(child) && attempts.Count <= Depth && await ExistsAsync(child, cancellation))
            {
                await AddAsync(attempts, found, child, cancellation);
            }
            else
            {
                found.Add(new(attemptId, task.FullName, message));
            }
        }
    }

    /// <summary>Over td the error is in the log alone.</summary>
    private async Task<string> MessageAsync(string attemptId, TaskStatus task, CancellationToken cancellation) =>
        task.Error?["message"]?.ToString() is { Length: > 0 } said
            ? LogText.WithoutProgress(said)
            : LogText.FirstError(await platform.GetLogAsync(attemptId, task.FullName, cancellation)) ?? string.Empty;

    private static string? Child(TaskStatus task, string message) =>
        Dependent().Match(message) is { Success: true } match ? match.Groups["attempt"].Value
        : message.Contains("Dependent workflow failed", StringComparison.Ordinal) ? task.Child?.AttemptId
        : null;

    private async Task<bool> ExistsAsync(string attemptId, CancellationToken cancellation)
    {
        try
        {
            return (await platform.GetTasksAsync(attemptId, cancellation)).Any(t => t is { IsGroup: false, State: "error" });
        }
        catch (PlatformException ex) when (ex.Fault is Fault.NotFound)
        {
            return false;
        }
    }

    [GeneratedRegex(@"Dependent workflow failed.*attempt id: (?<attempt>\d+)")]
    private static partial Regex Dependent();
}

internal sealed record FailedTask(string AttemptId, string FullName, string Message)
{
    /// <summary>The first line says it; the rest is in the log.</summary>
    public string First => Message.Split('\n', 2)[0].Trim();
}
