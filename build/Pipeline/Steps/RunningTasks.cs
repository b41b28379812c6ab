using Cdp.Pipeline.Ports;
using TaskStatus = Cdp.Pipeline.Ports.TaskStatus;

namespace Cdp.Pipeline.Steps;

/// <summary>The tasks that run in an attempt and in the attempts that its <c>require></c> tasks wait for.</summary>
internal sealed class RunningTasks(IPlatform platform)
{
    private const int Depth = 4;

    /// <summary>In the order of the platform; what a <c>require></c> task waits for stands behind it.</summary>
    public async Task<IReadOnlyList<RunningTask>> OfAsync(string attemptId, CancellationToken cancellation)
    {
        var found = new List<RunningTask>();
        await AddAsync(found, attemptId, Depth, cancellation);
        return found;
    }

    private async Task AddAsync(List<RunningTask> found, string attemptId, int depth, CancellationToken cancellation)
    {
        foreach (var task in await platform.GetTasksAsync(attemptId, cancellation))
        {
            if (!Runs(task))
            {
                continue;
            }

            found.Add(new(attemptId, task.FullName));
            if (task.Child is { } child && depth > 0)
            {
                var before = found.Count;
                await AddAsync(found, child.AttemptId, depth - 1, cancellation);
                if (found.Count == before)
                {
                    found.Add(new(child.AttemptId, $"attempt {child.AttemptId}"));
                }
            }
        }
    }

    /// <summary>A <c>require></c> task that waits for its child is not "running" at each instant.</summary>
    private static bool Runs(TaskStatus task) =>
        !task.IsGroup && (task.State == "running" || task.State == "retry_waiting" && task.Child is not null);
}

/// <param name="AttemptId">The attempt that it belongs to.</param>
internal sealed record RunningTask(string AttemptId, string FullName);
