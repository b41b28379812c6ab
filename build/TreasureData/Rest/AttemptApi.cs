using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Cdp.Pipeline.Ports;

namespace Cdp.TreasureData.Rest;

/// <summary>Attempts and sessions, their tasks and logs. Source of paths and fields: spec/td_cli.md §5.2.</summary>
internal sealed class AttemptApi(RestClient client, Uri host)
{
    /// <summary>Starts, or answers the attempt that this session time has already.</summary>
    public async Task<Attempt> PutAttemptAsync(JsonObject request, CancellationToken cancellation)
    {
        var uri = At("/api/attempts");
        var text = request.ToJsonString();
        var answer = await client.SendAsync(
            HttpMethod.Put, uri, () => new StringContent(text, Encoding.UTF8, "application/json"), cancellation);
        var adopted = answer.Status is HttpStatusCode.Conflict;
        return adopted && answer.Json(uri)["sessionId"] is not null || answer.IsSuccess
            ? ToAttempt(answer.Json(uri)) with { Adopted = adopted }
            : throw RestClient.Refused(HttpMethod.Put, uri, answer);
    }

    public async Task<JsonObject> AttemptAsync(string attemptId, CancellationToken cancellation) =>
        await client.GetAsync(At($"/api/attempts/{Escape(attemptId)}"), cancellation);

    public async Task<string> LastAttemptIdAsync(string sessionId, CancellationToken cancellation)
    {
        var session = await client.GetAsync(At($"/api/sessions/{Escape(sessionId)}"), cancellation);
        return session["lastAttempt"] is JsonObject last
            ? Text(last, "id")
            : throw Faults.Of(Fault.NotFound, $"the look at session {sessionId}", "it has no attempt any more");
    }

    public async Task KillAsync(string attemptId, CancellationToken cancellation)
    {
        var uri = At($"/api/attempts/{Escape(attemptId)}/kill");
        var answer = await client.SendAsync(
            HttpMethod.Post, uri, () => new StringContent("{}", Encoding.UTF8, "application/json"), cancellation);
        if (!answer.IsSuccess && answer.Status is not HttpStatusCode.Conflict)
        {
            throw RestClient.Refused(HttpMethod.Post, uri, answer);
        }
    }

    public async Task<IReadOnlyList<Pipeline.Ports.TaskStatus>> TasksAsync(string attemptId, CancellationToken cancellation)
    {
        var answer = await client.GetAsync(At($"/api/attempts/{Escape(attemptId)}/tasks"), cancellation);
        return
        [
            .. answer["tasks"]!.AsArray().OfType<JsonObject>().Select(task => new Pipeline.Ports.TaskStatus(
                Text(task, "fullName"),
                (task["isGroup"] ?? task["group"])?.GetValue<bool>() ?? false,
                Text(task, "state"),
                task["error"] as JsonObject,
                Child(task["stateParams"] as JsonObject),
                Time(task["startedAt"]))),
        ];
    }

    public async Task<string> LogAsync(string attemptId, string? taskName, CancellationToken cancellation)
    {
        var filter = taskName is null ? string.Empty : $"?task={Escape(taskName)}";
        var answer = await client.GetAsync(At($"/api/logs/{Escape(attemptId)}/files{filter}"), cancellation);
        var log = new StringBuilder();
        foreach (var file in answer["files"]!.AsArray().OfType<JsonObject>())
        {
            var uri = At($"/api/logs/{Escape(attemptId)}/files/{Escape(Text(file, "fileName"))}");
            var content = await client.SendAsync(HttpMethod.Get, uri, null, cancellation);
            log.Append(content.IsSuccess ? Unzipped(content.Body) : throw RestClient.Refused(HttpMethod.Get, uri, content));
        }

        return log.ToString();
    }

    public static Attempt ToAttempt(JsonObject json) => new(
        Text(json, "id"),
        Text(json, "sessionId"),
        Text((JsonObject)json["project"]!, "name"),
        Text((JsonObject)json["workflow"]!, "name"),
        DateTimeOffset.Parse(Text(json, "sessionTime"), CultureInfo.InvariantCulture),
        StatusOf(json),
        json["cancelRequested"]?.GetValue<bool>() ?? false,
        Time(json["createdAt"]),
        Time(json["finishedAt"]));

    public static string Text(JsonObject json, string key) => json[key]?.ToString() ?? string.Empty;

    /// <summary>From the three flags, which every server sends; TD's own <c>status</c> has more words for "running".</summary>
    private static AttemptStatus StatusOf(JsonObject json) =>
        !(json["done"]?.GetValue<bool>() ?? false) ? AttemptStatus.Running
        : json["success"]?.GetValue<bool>() ?? false ? AttemptStatus.Success
        : json["cancelRequested"]?.GetValue<bool>() ?? false ? AttemptStatus.Killed
        : AttemptStatus.Error;

    private static ChildAttempt? Child(JsonObject? state) =>
        state?["target_attempt_id"] is { } attempt ? new(Text(state, "target_session_id"), attempt.ToString()) : null;

    private static DateTimeOffset? Time(JsonNode? node) =>
        node is null ? null : DateTimeOffset.Parse(node.ToString(), CultureInfo.InvariantCulture);

    private static string Unzipped(byte[] body)
    {
        if (body is not [0x1f, 0x8b, ..])
        {
            return Encoding.UTF8.GetString(body);
        }

        using var zip = new GZipStream(new MemoryStream(body), CompressionMode.Decompress);
        using var reader = new StreamReader(zip, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static string Escape(string text) => Uri.EscapeDataString(text);

    private Uri At(string path) => new(host, path);
}
