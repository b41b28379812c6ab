using System.Text.Json.Nodes;
using Cdp.Digdag.Engine;

namespace Cdp.Emulator.Own;

/// <summary>What the tasks of an attempt printed, one element a run of a task.</summary>
/// <remarks>In order of time, but in order of task where the project runs tasks side by side: there time is chance. digdag's API
/// does not find the logs of a task with an @ in its name, and so neither does this.</remarks>
internal static class PrintedText
{
    private static readonly string[] Printers = ["echo>", "sh>", "py>", "rb>"];

    public static IReadOnlyList<string> Of(WorkflowEngine engine, Attempt attempt)
    {
        var tasks = engine.Tasks(attempt.Id);
        var printers = tasks.Where(task => !task.FullName.Contains('@') && Printers.Any(task.Config.ContainsKey));
        var ordered = RunsSideBySide(engine.Store, attempt, tasks)
            ? printers.OrderBy(task => task.Id)
            : printers.OrderBy(task => task.StartedAt).ThenBy(task => task.Id);
        return
        [
            .. ordered
                .SelectMany(task => engine.Logs.List(attempt.Id, [task]))
                .Select(run => engine.Logs.Printed(attempt.Id, run))
                .Where(text => text.Length > 0)
                .Select(text => text.EndsWith('\n') ? text[..^1] : text),
        ];
    }

    private static bool RunsSideBySide(WorkflowStore store, Attempt attempt, IEnumerable<TaskView> tasks) =>
        tasks.Any(task => MentionsOrder(task.Config))
        || store.FindRevision(store.FindWorkflow(attempt.WorkflowId)!.RevisionId)!.Workflows.Any(w => MentionsOrder(w.Config));

    private static bool MentionsOrder(JsonNode? config) => config switch
    {
        JsonObject keys => keys.Any(key => key.Key is "_parallel" or "_background" || MentionsOrder(key.Value)),
        JsonArray items => items.Any(MentionsOrder),
        _ => false,
    };
}
