using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Cdp.Emulator.Tests.Workflows;

/// <summary>Compares JSON key by key. Ids are compared by what they stand for: each of theirs is one of ours, always the same.</summary>
internal sealed partial class AnswerComparison
{
    private readonly Dictionary<string, string> _ours = [];

    /// <summary>Our id for one of the recorded ones; itself when it has not been seen.</summary>
    public string Translate(string kind, string id) => _ours.GetValueOrDefault($"{kind} {id}", id);

    public IReadOnlyList<string> Differences(JsonNode? theirs, JsonNode? ours)
    {
        var found = new List<string>();
        Compare("", "", theirs, ours, found);
        return found;
    }

    private void Compare(string path, string kind, JsonNode? theirs, JsonNode? ours, List<string> found)
    {
        switch (theirs, ours)
        {
            case (JsonObject a, JsonObject b):
                CompareObjects(path, kind, a, b, found);
                break;
            case (JsonArray a, JsonArray b) when a.Count == b.Count:
                foreach (var (index, pair) in Sorted(a).Zip(Sorted(b)).Index())
                {
                    Compare($"{path}[{index}]", kind, pair.First, pair.Second, found);
                }

                break;
            case (JsonValue a, JsonValue b) when kind.Length > 0 && a.ToString() is var id && IsId().IsMatch(id):
                if (!_ours.TryAdd($"{kind} {id}", b.ToString()) && _ours[$"{kind} {id}"] != b.ToString())
                {
                    found.Add($"{path}: {kind} {id} was {_ours[$"{kind} {id}"]} before, now {b}");
                }

                break;
            default:
                if (!Same(theirs, ours))
                {
                    found.Add($"{path}: {theirs?.ToJsonString() ?? "null"} ≠ {ours?.ToJsonString() ?? "null"}");
                }

                break;
        }
    }

    private void CompareObjects(string path, string kind, JsonObject theirs, JsonObject ours, List<string> found)
    {
        var own = Kind(path, theirs, kind);
        foreach (var key in theirs.Select(e => e.Key).Union(ours.Select(e => e.Key)))
        {
            if (!theirs.ContainsKey(key) || !ours.ContainsKey(key))
            {
                found.Add($"{path}.{key}: only {(theirs.ContainsKey(key) ? "theirs" : "ours")}");
                continue;
            }

            // The moment at which a wait began, and the length of a compressed text with times in it.
            if (key is not ("wait_start_time_millis" or "fileSize"))
            {
                Compare($"{path}.{key}", KindOf(key, own), theirs[key], ours[key], found);
            }
        }
    }

    private static string Kind(string path, JsonObject value, string inherited) =>
        value.ContainsKey("fullName") ? "task"
        : value.ContainsKey("sessionId") || path.EndsWith(".lastAttempt", StringComparison.Ordinal) ? "attempt"
        : value.ContainsKey("lastAttempt") ? "session"
        : value.ContainsKey("nextRunTime") ? "schedule"
        : path.EndsWith(".project", StringComparison.Ordinal) || value.ContainsKey("archiveType") ? "project"
        : path.EndsWith(".workflow", StringComparison.Ordinal) || value.ContainsKey("timezone") ? "workflow"
        : inherited;

    private static string KindOf(string key, string own) => key switch
    {
        "id" => own,
        "parentId" or "upstreams" => "task",
        "sessionId" => "session",
        _ => "",
    };

    // digdag lists workflows in no order that means something.
    private static IEnumerable<JsonNode?> Sorted(JsonArray array) =>
        array.Count > 0 && array[0] is JsonObject first && first.ContainsKey("timezone")
            ? array.OrderBy(item => (string?)item!["name"], StringComparer.Ordinal)
            : array;

    private static bool Same(JsonNode? theirs, JsonNode? ours) =>
        theirs?.ToString() is { } pattern && pattern.Contains('<', StringComparison.Ordinal) && ours is not null
            ? Regex.IsMatch(ours.ToString(), "^" + Placeholder().Replace(Regex.Escape(pattern), ".+?") + "$", RegexOptions.Singleline)
            : JsonNode.DeepEquals(theirs, ours);

    [GeneratedRegex("<[a-z0-9]+>")]
    private static partial Regex Placeholder();

    [GeneratedRegex("^[0-9]+$")]
    private static partial Regex IsId();
}
