using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cdp.TdLike;

/// <summary>Attempts, sessions and tasks as td prints them: a line a field.</summary>
internal static class Block
{
    private static readonly JsonSerializerOptions _plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Started(JsonObject attempt) => $"Started a session attempt:\n{Common(attempt)}{Created(attempt)}\n";

    public static string Dry(string project, string workflow, string time) =>
        $"Session attempt:\n  session id: (dry run)\n  attempt id: (dry run)\n  uuid: (dry run)\n  project: {project}\n"
        + $"  workflow: {workflow}\n  session time: {Time(time)}\n  retry attempt name: \n  params: {{}}\n\n";

    public static string Attempt(JsonObject attempt) =>
        $"{Common(attempt)}{Created(attempt)}  finished at: {Time(attempt["finishedAt"]?.ToString())}\n"
        + $"  kill requested: {Flag(attempt, "cancelRequested")}\n  status: {Status(attempt)}\n\n";

    public static string Session(JsonObject session)
    {
        var last = (JsonObject)session["lastAttempt"]!;
        var attempt = (JsonObject)last.DeepClone();
        foreach (var name in new[] { "project", "workflow", "sessionUuid", "sessionTime" })
        {
            attempt[name] = session[name]!.DeepClone();
        }

        attempt["sessionId"] = session["id"]!.DeepClone();
        var status = Flag(last, "success") == "true" ? "success" : Flag(last, "done") == "true" ? "error" : "running";
        return $"{Common(attempt)}{Created(attempt)}  kill requested: {Flag(last, "cancelRequested")}\n  status: {status}\n\n";
    }

    public static string Tasks(JsonArray tasks)
    {
        var text = new StringBuilder();
        foreach (var task in tasks.OfType<JsonObject>())
        {
            text.Append(CultureInfo.InvariantCulture, $"   id: {task["id"]}\n   name: {task["fullName"]}\n   state: {task["state"]}\n");
            text.Append(CultureInfo.InvariantCulture, $"   started: {Time(task["startedAt"]?.ToString())}\n   updated: {Time(task["updatedAt"]?.ToString())}\n");
            text.Append(CultureInfo.InvariantCulture, $"   config: {Json(task["config"])}\n   parent: {task["parentId"]?.ToString() ?? "null"}\n");
            text.Append(CultureInfo.InvariantCulture, $"   upstreams: {Json(task["upstreams"])}\n   export params: {Json(task["exportParams"])}\n");
            text.Append(CultureInfo.InvariantCulture, $"   store params: {Json(task["storeParams"])}\n   state params: {Json(task["stateParams"])}\n\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"{tasks.Count} entries.\n").ToString();
    }

    public static string Time(string? text) => string.IsNullOrEmpty(text)
        ? string.Empty
        : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture) is var time
            ? time.Remove(time.Length - 3, 1)
            : string.Empty;

    public static string Json(JsonNode? node) => node?.ToJsonString(_plain) ?? "{}";

    private static string Common(JsonObject attempt) =>
        $"  session id: {attempt["sessionId"]}\n  attempt id: {attempt["id"]}\n  uuid: {attempt["sessionUuid"]}\n"
        + $"  project: {attempt["project"]!["name"]}\n  workflow: {attempt["workflow"]!["name"]}\n"
        + $"  session time: {Time(attempt["sessionTime"]!.ToString())}\n  retry attempt name: {attempt["retryAttemptName"]}\n"
        + $"  params: {Json(attempt["params"])}\n";

    private static string Created(JsonObject attempt) => $"  created at: {Time(attempt["createdAt"]!.ToString())}\n";

    private static string Status(JsonObject attempt) =>
        Flag(attempt, "success") == "true" ? "success"
        : Flag(attempt, "done") != "true" ? "running"
        : Flag(attempt, "cancelRequested") == "true" ? "killed" : "error";

    private static string Flag(JsonObject json, string name) => json[name]?.GetValue<bool>() is true ? "true" : "false";
}
