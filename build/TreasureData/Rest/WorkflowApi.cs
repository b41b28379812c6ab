using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Cdp.Pipeline;
using Cdp.Pipeline.Ports;

namespace Cdp.TreasureData.Rest;

/// <summary>TD's workflow API. Source of paths and fields: spec/td_cli.md §5.2.</summary>
internal sealed class WorkflowApi(RestClient client, Uri host)
{
    public async Task<JsonObject?> FindProjectAsync(string project, CancellationToken cancellation)
    {
        var answer = await client.GetAsync(At($"/api/projects?name={Escape(project)}"), cancellation);
        return answer["projects"]!.AsArray().OfType<JsonObject>().FirstOrDefault(p => Text(p, "name") == project);
    }

    public async Task<JsonObject> ProjectAsync(string project, CancellationToken cancellation) =>
        await FindProjectAsync(project, cancellation)
        ?? throw new PipelineException($"There is no project '{project}'. Deploy it first, or check the name and the key.");

    /// <summary>Puts the archive up; null when a revision of that name exists.</summary>
    public async Task<JsonObject?> PutProjectAsync(
        string project, string revision, byte[] archive, CancellationToken cancellation)
    {
        var uri = At($"/api/projects?project={Escape(project)}&revision={Escape(revision)}");
        var answer = await client.SendAsync(HttpMethod.Put, uri, () => Gzip(archive), cancellation);
        return answer.IsSuccess ? answer.Json(uri)
            : answer.Status is HttpStatusCode.Conflict ? null
            : throw new PipelineException(
                $"The push of project '{project}' was refused (HTTP {(int)answer.Status}): {answer.Message}");
    }

    public async Task<string> WorkflowIdAsync(string project, string workflow, CancellationToken cancellation)
    {
        var id = Text(await ProjectAsync(project, cancellation), "id");
        var answer = await client.GetAsync(At($"/api/projects/{id}/workflows?name={Escape(workflow)}"), cancellation);
        return answer["workflows"]!.AsArray().OfType<JsonObject>().FirstOrDefault(w => Text(w, "name") == workflow) is { } found
            ? Text(found, "id")
            : throw new PipelineException($"Project '{project}' has no workflow '{workflow}'. Deploy the project again.");
    }

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
            : throw new PipelineException($"Session {sessionId} has no attempt any more. Start the workflow again.");
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
                task["error"] as JsonObject)),
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

    public async Task<IReadOnlyList<string>> SecretsAsync(string project, CancellationToken cancellation)
    {
        var id = Text(await ProjectAsync(project, cancellation), "id");
        var answer = await client.GetAsync(At($"/api/projects/{id}/secrets"), cancellation);
        return [.. answer["secrets"]!.AsArray().OfType<JsonObject>().Select(secret => Text(secret, "key"))];
    }

    public async Task PutSecretAsync(string project, string key, Secret value, CancellationToken cancellation)
    {
        var id = Text(await ProjectAsync(project, cancellation), "id");
        var uri = At($"/api/projects/{id}/secrets/{Escape(key)}");
        var body = new JsonObject { ["value"] = value.Value }.ToJsonString();
        var answer = await client.SendAsync(
            HttpMethod.Put, uri, () => new StringContent(body, Encoding.UTF8, "application/json"), cancellation);
        if (!answer.IsSuccess)
        {
            throw RestClient.Refused(HttpMethod.Put, uri, answer);
        }
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

    private static DateTimeOffset? Time(JsonNode? node) =>
        node is null ? null : DateTimeOffset.Parse(node.ToString(), CultureInfo.InvariantCulture);

    private static ByteArrayContent Gzip(byte[] archive) =>
        new(archive) { Headers = { ContentType = new MediaTypeHeaderValue("application/gzip") } };

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
