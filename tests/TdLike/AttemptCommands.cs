using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Cdp.TdLike;

/// <summary><c>td wf start, retry, attempt, session, tasks, log, kill</c> (spec/td_cli.md §1.2–§1.8).</summary>
internal sealed partial class AttemptCommands(Server server)
{
    private static readonly string[] _levels = ["INFO", "WARN", "ERROR"];

    public async Task<Answer> RunAsync(Call call) => call.Arguments switch
    {
        ["start", var project, var workflow, ..] => await StartAsync(call, project, workflow),
        ["retry", var attempt, ..] => await RetryAsync(call, attempt),
        ["attempt", var id] => Answer.Said(Block.Attempt(await GetAsync($"/api/attempts/{id}"))),
        ["session", var id] => Answer.Said(Block.Session(await GetAsync($"/api/sessions/{id}"))),
        ["task" or "tasks", var id] => Answer.Said(Block.Tasks((JsonArray)(await GetAsync($"/api/attempts/{id}/tasks"))["tasks"]!)),
        ["log", var id, ..] => Answer.Said(await LogAsync(call, id)),
        ["kill", var id] => await KillAsync(id),
        [var other, ..] => throw TdError.Workflow($"Unknown command: {other}"),
        [] => throw TdError.Workflow("Unknown command"),
    };

    private async Task<Answer> StartAsync(Call call, string project, string workflow)
    {
        if (!LocalTime().IsMatch(call.After("--session") ?? throw TdError.Workflow("--session option is required")))
        {
            throw TdError.Workflow($"--session must be hourly, daily, now, \"yyyy-MM-dd\", or \"yyyy-MM-dd HH:mm:SS\" format: {call.After("--session")}");
        }

        var id = await WorkflowIdAsync(await ProjectCommands.ProjectIdAsync(server, project), workflow);
        var local = call.After("--session")!.Replace(' ', 'T');
        var time = (await GetAsync($"/api/workflows/{id}/truncated_session_time?session_time={local}"))["sessionTime"]!.ToString();
        if (call.Has("--dry-run"))
        {
            return new(0, Block.Dry(project, workflow, time), "Session attempt is not started.\n");
        }

        var parameters = call.After("-P") is { } file ? JsonNode.Parse(await File.ReadAllTextAsync(call.Path(file))) : new JsonObject();
        var (status, answer) = await PutAsync(new JsonObject { ["workflowId"] = id, ["sessionTime"] = time, ["params"] = parameters });
        return status is 409 && answer["id"] is not null ? throw Exists(answer) : Started(status, answer);
    }

    private async Task<Answer> RetryAsync(Call call, string attempt)
    {
        var old = await GetAsync($"/api/attempts/{attempt}");
        var project = old["project"]!["id"]!.ToString();
        var (status, answer) = await PutAsync(new JsonObject
        {
            ["workflowId"] = await WorkflowIdAsync(project, old["workflow"]!["name"]!.ToString()),
            ["sessionTime"] = old["sessionTime"]!.ToString(),
            ["retryAttemptName"] = call.After("--name"),
            ["params"] = old["params"]?.DeepClone(),
            ["resume"] = call.Has("--resume") ? new JsonObject { ["mode"] = "failed", ["attemptId"] = attempt } : null,
        });
        return status is 409 ? throw TdError.Workflow($"Request conflicted: {Block.Json(answer)}") : Started(status, answer);
    }

    private async Task<Answer> KillAsync(string id)
    {
        await server.WorkflowAsync(HttpMethod.Post, $"/api/attempts/{id}/kill", new StringContent("{}", Encoding.UTF8, "application/json"));
        return Answer.Said($"Kill requested for session attempt {id}\n");
    }

    private async Task<string> LogAsync(Call call, string id)
    {
        var filter = call.Arguments.ElementAtOrDefault(2) is ['+', ..] task ? $"?task={Uri.EscapeDataString(task)}" : string.Empty;
        var text = new StringBuilder();
        foreach (var file in ((JsonArray)(await GetAsync($"/api/logs/{id}/files{filter}"))["files"]!).OfType<JsonObject>())
        {
            var path = $"/api/logs/{id}/files/{Uri.EscapeDataString(file["fileName"]!.ToString())}";
            text.Append(Unzipped(await server.WorkflowBytesAsync(HttpMethod.Get, path)));
        }

        return call.Has("-v") ? text.ToString() : string.Concat(text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => LogLevel().Match(line) is not { Success: true } level || _levels.Contains(level.Groups[1].Value))
            .Select(line => line + "\n"));
    }

    private async Task<string> WorkflowIdAsync(string project, string workflow)
    {
        var found = (JsonArray)(await GetAsync($"/api/projects/{project}/workflows?name={Uri.EscapeDataString(workflow)}"))["workflows"]!;
        return found.FirstOrDefault(w => w!["name"]!.ToString() == workflow)?["id"]?.ToString()
            ?? throw TdError.Workflow($"Resource not found: workflow not found in the latest revision of project id = {project}: {workflow}");
    }

    private Task<(int Status, JsonObject Body)> PutAsync(JsonObject body) =>
        server.AskAsync(HttpMethod.Put, "/api/attempts", new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"));

    private Task<JsonObject> GetAsync(string path) => server.WorkflowAsync(HttpMethod.Get, path);

    private static Answer Started(int status, JsonObject attempt) => status >= 400
        ? throw TdError.Workflow($"Status code {status}: {Block.Json(attempt)}")
        : new(
            0,
            Block.Started(attempt),
            $"* Use `td workflow session {attempt["sessionId"]}` to show session status.\n"
            + $"* Use `td workflow task {attempt["id"]}` and `td workflow log {attempt["id"]}` to show task status and logs.\n");

    private static TdError Exists(JsonObject attempt)
    {
        var time = DateTimeOffset.Parse(attempt["sessionTime"]!.ToString(), CultureInfo.InvariantCulture).UtcDateTime;
        return TdError.Workflow(string.Create(
            CultureInfo.InvariantCulture,
            $"A session for the requested session_time already exists (session_id={attempt["sessionId"]}, attempt_id={attempt["id"]}, session_time={time:yyyy-MM-ddTHH:mm}Z)\n")
            + $"hint: use `td workflow retry {attempt["id"]} --latest-revision --all` command to run the session again for the same session_time");
    }

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

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d(?: \d\d:\d\d:\d\d)?\z")]
    private static partial Regex LocalTime();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} [+-]\d{4} \[([A-Z]+)\]")]
    private static partial Regex LogLevel();
}
