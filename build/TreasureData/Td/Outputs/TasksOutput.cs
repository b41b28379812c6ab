using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cdp.Pipeline.Ports;
using TaskStatus = Cdp.Pipeline.Ports.TaskStatus;

namespace Cdp.TreasureData.Td.Outputs;

/// <summary><c>td wf tasks</c> (spec/td_cli.md §1.5): blocks, and their number at the end. td does not print why a task
/// failed, nor whether it is a group; a group is what others have as their parent.</summary>
internal static class TasksOutput
{
    private static readonly string[] _keys =
    [
        "id", "name", "state", "started", "updated", "config", "parent", "upstreams", "export params", "store params", "state params",
    ];

    public static IReadOnlyList<TaskStatus> Read(TdOutput output, string attemptId) =>
        TdAnswer.Of(output, $"the look at the tasks of attempt {attemptId}", Evidence);

    private static List<TaskStatus>? Evidence(TdOutput output)
    {
        var lines = Fields.WithoutLog(output);
        if (lines is not [.., var last] || last != string.Create(CultureInfo.InvariantCulture, $"{lines.Length / 12} entries.")
            || lines.Length % 12 != 1)
        {
            return null;
        }

        var blocks = Enumerable.Range(0, lines.Length / 12)
            .Select(i => lines[(i * 12) + 11].Length == 0 ? Fields.Read(lines.AsSpan(i * 12), "   ", _keys) : null)
            .ToList();
        if (blocks.Any(b => b is null || !Fields.IsId(b["id"]) || !b["name"].StartsWith('+') || Object(b["state params"]) is null)
            || blocks.Select(b => b!["id"]).Distinct().Count() != blocks.Count)
        {
            return null;
        }

        var parents = blocks.Select(b => b!["parent"]).ToHashSet();
        return [.. blocks.Select(b => Task(b!, parents.Contains(b!["id"])))];
    }

    private static TaskStatus Task(IReadOnlyDictionary<string, string> fields, bool isGroup) => new(
        fields["name"], isGroup, fields["state"], Error: null, Child(Object(fields["state params"])!), Fields.Time(fields["started"]));

    private static ChildAttempt? Child(JsonObject state) =>
        state["target_attempt_id"] is { } attempt
            ? new(state["target_session_id"]?.ToString() ?? string.Empty, attempt.ToString())
            : null;

    private static JsonObject? Object(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
