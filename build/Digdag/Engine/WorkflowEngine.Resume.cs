using System.Text.Json.Nodes;

namespace Cdp.Digdag.Engine;

public sealed partial class WorkflowEngine
{
    /// <summary>Tasks that a retry takes over as done (digdag.md §6).</summary>
    private List<TaskView> Resuming(ResumeRequest resume)
    {
        if (Store.FindAttempt(resume.AttemptId) is null)
        {
            throw new EngineException(EngineFault.NotFound, $"Resource does not exist: attempt id={resume.AttemptId}");
        }

        var tasks = Tasks(resume.AttemptId);
        var taken = resume.From is { } pattern ? Before(pattern, resume.AttemptId) : SucceededOf(tasks);
        if (taken.Find(t => t.State is not TaskState.Success) is { } open)
        {
            throw Refused($"Resuming non-successful tasks is not allowed: task_id={open.Id}");
        }

        return taken;
    }

    private static List<TaskView> SucceededOf(IEnumerable<TaskView> tasks)
    {
        var succeeded = tasks.Where(t => t.State is TaskState.Success).ToList();
        return succeeded.Exists(t => t.ParentId is null)
            ? throw Refused("Resuming successfully completed attempts is not supported")
            : succeeded;
    }

    private List<TaskView> Before(string pattern, long attemptId)
    {
        var table = _runs.TryGetValue(attemptId, out var run)
            ? throw Refused("Resuming an attempt that is still running is not supported")
            : TaskTable.Of(Journal<Turn>.Read(TasksPath(attemptId)));
        var from = TaskPattern.Find(pattern, table);
        return
        [
            .. Visibility.AncestorsFromRoot(from).Append(from)
                .SelectMany(Visibility.UpstreamSiblings)
                .SelectMany(t => Visibility.Below(t).Prepend(t))
                .Select(t => t.View()),
        ];
    }

    private static EngineException Refused(string message) => new(EngineFault.Invalid, message);

    /// <summary>The engine died while this attempt ran. Either its last turn ended it, or it is lost.</summary>
    private void Recover(Attempt attempt)
    {
        const string Lost = "The engine was stopped while this attempt ran. Retry it to run what was not done.";
        using var journal = Journal<Turn>.Append(TasksPath(attempt.Id), out var turns);
        var table = TaskTable.Of(turns);
        Store.TasksUpTo(table.All.Select(t => t.Id).DefaultIfEmpty().Max());
        var lost = table.Count == 0 || !table.Root.State.IsDone();
        if (lost && table.Count > 0)
        {
            var now = Options.Time.GetUtcNow();
            var error = new JsonObject { ["message"] = Lost };
            journal.Write(new Turn
            {
                Changed = table.All.Where(t => t.State.IsProgressing()).ToDictionary(t => t.Id, t => t.Now with
                {
                    State = t.IsGroup || t.Children.Count > 0 ? TaskState.GroupError : TaskState.Error,
                    Error = (JsonObject)error.DeepClone(),
                    RetryAt = null,
                    UpdatedAt = now,
                }),
            });
            journal.Sync();
        }

        Store.Change(attempt.Id, a => a with
        {
            Done = true,
            Success = !lost && table.Root.State is TaskState.Success,
            CancelRequested = a.CancelRequested || table.All.Any(t => t.CancelRequested),
            FinishedAt = Options.Time.GetUtcNow(),
            Lost = lost ? Lost : null,
        });
    }
}
