using System.Text.Json.Nodes;

namespace Cdp.Digdag.Language;

/// <summary>Which siblings wait for which: in sequence, in parallel, in chunks (spec §1.6).</summary>
internal static class TaskOrder
{
    public static void Apply(JsonObject group, IReadOnlyList<TaskDraft> tasks)
    {
        var parallel = Parallelism.Of(group);
        if (!parallel.IsParallel)
        {
            InSequence(tasks);
        }
        else
        {
            InParallel(tasks, parallel.Limit > 0 ? parallel.Limit : Math.Max(tasks.Count, 1));
        }
    }

    /// <summary>A background task waits for nothing; the next other task waits for it and for the task before.</summary>
    private static void InSequence(IReadOnlyList<TaskDraft> tasks)
    {
        var before = new List<TaskDraft>();
        foreach (var task in tasks)
        {
            if (task.Config.Has("_after"))
            {
                throw At(task, "_after", new("""Setting "_after" option is invalid if its parent task doesn't have "_parallel: true" option"""));
            }

            if (!IsBackground(task))
            {
                before.ForEach(task.DependOn);
                before.Clear();
            }

            before.Add(task);
            task.Config.Remove("_background");
        }
    }

    /// <summary>Chunk after chunk: every task of one waits for all of the chunk before. Not a sliding window.</summary>
    private static void InParallel(IReadOnlyList<TaskDraft> tasks, int limit)
    {
        var names = new Dictionary<string, TaskDraft>(StringComparer.Ordinal);
        TaskDraft[] before = [];
        foreach (var chunk in tasks.Chunk(limit))
        {
            foreach (var task in chunk)
            {
                After(task, names);
                Array.ForEach(before, task.DependOn);
            }

            before = chunk;
        }
    }

    private static void After(TaskDraft task, Dictionary<string, TaskDraft> names)
    {
        if (IsBackground(task))
        {
            throw At(task, "_background", new("""Setting "_background: true" option is invalid (unnecessary) if its parent task has "_parallel: true" option"""));
        }

        foreach (var name in Named(task))
        {
            task.DependOn(
                names.GetValueOrDefault(name) ??
                throw At(task, "_after", new($"Dependency task '{name}' does not exist")));
        }

        task.Config.Remove("_after");
        names[task.Name] = task;
    }

    private static IReadOnlyList<string> Named(TaskDraft task)
    {
        try
        {
            return task.Config.GetStringsOrEmpty("_after");
        }
        catch (DigdagConfigException ex)
        {
            throw At(task, "_after", ex);
        }
    }

    private static bool IsBackground(TaskDraft task)
    {
        try
        {
            return task.Config.GetBool("_background", false);
        }
        catch (DigdagConfigException ex)
        {
            throw At(task, "_background", ex);
        }
    }

    private static DigdagConfigException At(TaskDraft task, string key, DigdagConfigException error) =>
        new(error.Message, error.Words, error.Position, error) { KeyPath = SourceMap.Join(task.KeyPath, key) };
}
