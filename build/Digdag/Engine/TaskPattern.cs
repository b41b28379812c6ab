namespace Cdp.Digdag.Engine;

/// <summary>Finds a task by its full name or by the end of it, as <c>retry --resume-from +name</c> does.</summary>
internal static class TaskPattern
{
    public static TaskNode Find(string pattern, TaskTable tasks)
    {
        var byName = tasks.All.GroupBy(t => t.FullName).Select(g => g.Last()).ToList();
        if (byName.Find(t => t.FullName == pattern) is { } exact)
        {
            return exact;
        }

        var matches = byName.FindAll(t => t.FullName.EndsWith(pattern, StringComparison.Ordinal));
        return matches switch
        {
            [var one] => one,
            [] => throw new EngineException(EngineFault.Invalid, $"No match task for {pattern}"),
            _ => throw new EngineException(
                EngineFault.Invalid, $"Pattern {pattern} matches multiple tasks: [{string.Join(", ", matches.Select(t => t.FullName))}]"),
        };
    }
}
