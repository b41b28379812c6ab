using System.Text.Json.Nodes;

namespace Cdp.Digdag.Engine;

/// <summary>Which stored and exported parameters a task sees: by the graph of upstreams, never by the clock (§2.1, §2.2).</summary>
internal static class Visibility
{
    /// <param name="into">What is seen so far; the more local wins.</param>
    /// <param name="task">The task that looks.</param>
    /// <param name="stores">False when no task of the attempt stored anything.</param>
    public static void Collect(JsonObject into, TaskNode task, bool stores)
    {
        foreach (var ancestor in AncestorsFromRoot(task))
        {
            if (stores)
            {
                ApplyUpstreams(into, ancestor);
            }

            Params.Merge(into, ancestor.Export);
            Params.Merge(into, ancestor.Now.ExportParams);
            ApplyStore(into, ancestor);
        }

        if (stores)
        {
            ApplyUpstreams(into, task);
        }

        Params.Merge(into, task.Export);
    }

    /// <summary>What the <c>^error</c> of a group sees: the stores of all below it, and their errors merged.</summary>
    public static void CollectErrors(JsonObject into, TaskNode group)
    {
        var error = new JsonObject();
        foreach (var child in Below(group))
        {
            ApplyStore(into, child);
            Params.Merge(error, child.Now.Error);
        }

        into["error"] = error;
    }

    public static IEnumerable<TaskNode> Below(TaskNode task)
    {
        foreach (var child in task.Children)
        {
            yield return child;
            foreach (var deeper in Below(child))
            {
                yield return deeper;
            }
        }
    }

    public static List<TaskNode> AncestorsFromRoot(TaskNode task)
    {
        var ancestors = new List<TaskNode>();
        for (var parent = task.Parent; parent is not null; parent = parent.Parent)
        {
            ancestors.Add(parent);
        }

        ancestors.Reverse();
        return ancestors;
    }

    /// <summary>Siblings that a task follows, directly or not; the farthest first.</summary>
    public static List<TaskNode> UpstreamSiblings(TaskNode task)
    {
        var found = new HashSet<TaskNode>();
        var open = new Stack<TaskNode>(task.Upstreams);
        while (open.TryPop(out var upstream))
        {
            if (found.Add(upstream))
            {
                upstream.Upstreams.ForEach(open.Push);
            }
        }

        return [.. found.OrderBy(t => t.Id)];
    }

    private static void ApplyUpstreams(JsonObject into, TaskNode task)
    {
        foreach (var sibling in UpstreamSiblings(task))
        {
            ApplyStore(into, sibling);
            foreach (var child in Below(sibling))
            {
                ApplyStore(into, child);
            }
        }
    }

    private static void ApplyStore(JsonObject into, TaskNode task)
    {
        if (!task.Now.ResetStoreParams.IsDefaultOrEmpty)
        {
            foreach (var key in task.Now.ResetStoreParams)
            {
                Params.Remove(into, key);
            }
        }

        Params.Merge(into, task.Now.StoreParams);
    }
}
