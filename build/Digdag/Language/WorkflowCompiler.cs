using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Cdp.Digdag.Language;

/// <summary>Turns the keys of a workflow into tasks and their order (spec §1.5, §1.6).</summary>
public sealed class WorkflowCompiler
{
    // In the order in which digdag proposes them.
    private static readonly ImmutableArray<string> GroupKeys =
    [
        "_parallel", "_error", "schedule", "_export", "timezone", "_secrets", "_retry", "_after", "sla", "_background", "_check",
    ];

    private readonly List<TaskDraft> _tasks = [];
    private readonly NameRules _rules = new();

    private WorkflowCompiler()
    {
    }

    /// <summary>The tasks of a workflow; the root is the group <c>+name</c>.</summary>
    /// <exception cref="DigdagConfigException">With the position in the workflow's files.</exception>
    public static ImmutableArray<CompiledTask> Compile(WorkflowDefinition workflow)
    {
        try
        {
            return Compile("", $"+{workflow.Name}", workflow.Config);
        }
        catch (DigdagConfigException ex)
        {
            throw workflow.Located(ex);
        }
    }

    /// <summary>The tasks of a body made while running: <c>Compile("+wf+a", "^sub", body)</c>.</summary>
    public static ImmutableArray<CompiledTask> Compile(string parentFullName, string name, JsonObject config)
    {
        var compiler = new WorkflowCompiler();
        compiler.Collect(null, new(parentFullName + name, name, ""), config);
        foreach (var task in compiler._tasks)
        {
            var rules = new NameRules();
            rules.CheckRawTaskName("name", task.Name, task.KeyPath);
            rules.Demand("workflow task", DigdagConfigException.Config);
        }

        compiler._rules.Demand("workflow", DigdagConfigException.Config);
        return [.. compiler._tasks.Select(t => t.Build())];
    }

    private TaskDraft Collect(TaskDraft? parent, TaskPlace place, JsonObject body)
    {
        try
        {
            return Classify(parent, place, body);
        }
        catch (DigdagConfigException ex) when (ex.KeyPath is null)
        {
            throw new DigdagConfigException(ex.Message, ex.Words, ex.Position, ex) { KeyPath = place.KeyPath };
        }
    }

    private TaskDraft Classify(TaskDraft? parent, TaskPlace place, JsonObject body)
    {
        var children = body
            .Where(e => e.Key.StartsWith('+'))
            .Select(e => (e.Key, Body: Keyed(place, e.Key, () => body.GetBody(e.Key))))
            .ToList();
        var config = new JsonObject();
        foreach (var (key, value) in body.Where(e => !e.Key.StartsWith('+')))
        {
            config[key] = value?.DeepClone();
        }

        if (Keyed(place, "_disable", () => config.GetBool("_disable", false)))
        {
            return Add(parent, place, true, new JsonObject { ["_disable"] = true });
        }

        return config.Any(e => e.Key is "_type" || e.Key.EndsWith('>'))
            ? Operator(parent, place, config, children.Count > 0)
            : Group(parent, place, config, children);
    }

    private TaskDraft Operator(TaskDraft? parent, TaskPlace place, JsonObject config, bool hasChildren)
    {
        if (hasChildren)
        {
            throw new DigdagConfigException($"A task can't have subtasks: {JsonText.Of(config)}");
        }

        if (config.Count(e => e.Key.EndsWith('>')) > 1)
        {
            throw new DigdagConfigException($"A task can't have more than one operator: {JsonText.Of(config)}");
        }

        CompileErrorTask(place, config);
        return Add(parent, place, false, config);
    }

    private TaskDraft Group(
        TaskDraft? parent, TaskPlace place, JsonObject config, List<(string Name, JsonObject Body)> children)
    {
        var group = Add(parent, place, true, config);
        foreach (var (name, _) in children)
        {
            _rules.CheckRawTaskName("task name", name, SourceMap.Join(place.KeyPath, name));
        }

        CheckKeys(place, config);
        var drafts = children.Select(c => Collect(group, place.Child(c.Name), c.Body)).ToList();
        TaskOrder.Apply(config, drafts);
        CompileErrorTask(place, config);
        return group;
    }

    private void CheckKeys(TaskPlace place, JsonObject config)
    {
        var unknown = config.Select(e => e.Key).Where(k => !GroupKeys.Contains(k)).ToList();
        if (unknown.Count > 0)
        {
            _rules.Check(
                place.FullName, JsonText.Of(config), false,
                $"contains invalid keys: {string.Join(", ", unknown.Select(WithSuggestion))}",
                SourceMap.Join(place.KeyPath, unknown[0]));
        }
    }

    private static string WithSuggestion(string key) =>
        Suggestion.For(key, GroupKeys, 0.5) is { Count: > 0 } meant
            ? $"'{key}' (did you mean [{string.Join(", ", meant)}]?)"
            : $"'{key}'";

    /// <summary>A handler that does not compile would be found only when it is needed, so digdag looks at it now.</summary>
    private static void CompileErrorTask(TaskPlace place, JsonObject config)
    {
        if (Keyed(place, "_error", () => config.GetNestedOrEmpty("_error")) is { Count: > 0 } handler)
        {
            Keyed(place, "_error", () => Compile(place.FullName, "^error", handler));
        }
    }

    private TaskDraft Add(TaskDraft? parent, TaskPlace place, bool isGroup, JsonObject config)
    {
        var task = new TaskDraft(_tasks.Count, parent, place, isGroup, config);
        _tasks.Add(task);
        return task;
    }

    private static T Keyed<T>(TaskPlace place, string key, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DigdagConfigException ex)
        {
            throw new DigdagConfigException(ex.Message, ex.Words, ex.Position, ex)
            {
                KeyPath = SourceMap.Join(place.KeyPath, key) + ex.KeyPath,
            };
        }
    }
}
