using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Cdp.Digdag.Tests;
using Cdp.Digdag.Tests.Execution;
using Cdp.Emulator.Rehearsing;

namespace Cdp.Emulator.Tests.Workflows;

/// <summary>Does over HTTP what a recorded case did to the real server by REST and by its command line.</summary>
internal sealed class RecordedSteps(RunningEmulator emulator, DigdagCase recorded) : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly string _name = $"{recorded.Group}_{recorded.Name}";
    private string _project = "";
    private string _attempt = "";

    /// <summary>How many steps were compared, and the first difference.</summary>
    public async Task<(int Compared, string? Difference)> RunAsync(CancellationToken cancellation)
    {
        recorded.CopyTo(_folder.Path);
        var (status, pushed) = await PushAsync(_name, "rev1", _folder.Path);
        if (status != 200)
        {
            return (0, $"the push was refused: {pushed}");
        }

        _project = pushed!["id"]!.ToString();
        var compared = 0;
        foreach (var step in recorded.Record["steps"]!.AsArray().Cast<JsonObject>())
        {
            var difference = await StepAsync(step, cancellation);
            compared += difference is NotOfTheServer ? 0 : 1;
            if (difference is not (null or NotOfTheServer))
            {
                return (compared, $"{step["do"]} {step["args"]?.ToJsonString()}: {difference}");
            }
        }

        return (compared, null);
    }

    public void Dispose() => _folder.Dispose();

    private const string NotOfTheServer = "what the command line alone says";

    private async Task<string?> StepAsync(JsonObject step, CancellationToken cancellation) => step["do"]!.ToString() switch
    {
        "start" => await StartAsync(
            step["workflow"]?.ToString() ?? recorded.Workflow, step["session_time"]?.ToString() ?? recorded.SessionTime, null, step, (int)step["status"]!),
        "wait" => await WaitAsync(step, cancellation),
        "wait_state" => await UntilAsync(step, cancellation),
        "kill" => Answer(step, await AskAsync(HttpMethod.Post, $"/api/attempts/{_attempt}/kill", [])),
        "rest" => Answer(step, await AskAsync(new(step["method"]?.ToString() ?? "GET"), Filled(step["path"]!.ToString()), step["body"] as JsonObject)),
        "attempts_of_project" => await AttemptsAsync(step),
        "push" => await PushAgainAsync(step),
        "cli" => await CommandAsync([.. step["args"]!.AsArray().Select(a => Filled(a!.ToString()))], step["result"]!.AsObject()),
        _ => NotOfTheServer,
    };

    private async Task<string?> CommandAsync(string[] args, JsonObject result)
    {
        var said = result["error"]?.ToString() ?? "";
        if ($"{said}{result["stderr"]}".Contains("Usage: ", StringComparison.Ordinal) || args.Length < 2)
        {
            return NotOfTheServer;
        }

        return args[0] switch
        {
            "start" when (args.Length > 2 && (int)result["exit"]! == 0) || said.Contains("Resource not found", StringComparison.Ordinal)
                || said.Contains("already exists", StringComparison.Ordinal) => await StartCommandAsync(args, result),
            "secrets" when args.Length > 4 && args[4].Contains('=', StringComparison.Ordinal) => Same(
                200, (await AskAsync(HttpMethod.Put, $"/api/projects/{_project}/secrets/{args[4].Split('=')[0]}", new() { ["value"] = args[4].Split('=')[1] })).Status),
            "secrets" when args.Length == 3 && said.Length > 0 => await MissingAsync($"/api/project?name={args[2]}"),
            "delete" => Same(200, (await AskAsync(HttpMethod.Delete, $"/api/projects/{_project}", null)).Status),
            "workflows" => await FoundAsync(args.Length == 3 ? $"/api/projects/{_project}/workflow?name={args[2]}" : $"/api/project?name={_name}", said),
            "kill" => Refused(said, await AskAsync(HttpMethod.Post, $"/api/attempts/{args[1]}/kill", [])),
            "attempt" or "tasks" or "log" => await FoundAsync(
                args[0] switch { "attempt" => $"/api/attempts/{args[1]}", "tasks" => $"/api/attempts/{args[1]}/tasks", _ => $"/api/logs/{args[1]}/files" }, said),
            "push" when args[1] is { Length: > 0 } name && name[0] != '-' && (int)result["exit"]! == 1 => Refused(said, await PushAsync(name, "r", _folder.Path)),
            _ => NotOfTheServer,
        };
    }

    private async Task<string?> StartCommandAsync(string[] args, JsonObject result)
    {
        string? Option(string name) => Array.IndexOf(args, name) is var at and >= 0 ? args[at + 1] : null;
        var refused = (int)result["exit"]! != 0;
        var (found, project) = await AskAsync(HttpMethod.Get, $"/api/project?name={args[1]}", null);
        if (found != 200)
        {
            return refused ? null : "there is no such project";
        }

        var revision = Option("--revision") is { } name ? $"&revision={name}" : "";
        var (there, workflow) = await AskAsync(HttpMethod.Get, $"/api/projects/{project!["id"]}/workflow?name={args[2]}{revision}", null);
        if (there != 200)
        {
            return refused ? null : "there is no such workflow";
        }

        if (args.Contains("--dry-run"))
        {
            return null;
        }

        var time = SessionTime.Read(Option("--session"), workflow!["timezone"]!.ToString(), TimeProvider.System);
        var wait = recorded.Record["steps"]!.AsArray().FirstOrDefault(s => s!["do"]!.ToString() == "wait");
        var given = new JsonObject { ["params"] = wait?["attempt"]?["params"]?.DeepClone() };
        return await StartAsync(args[2], time, workflow["id"]!.ToString(), given, refused ? 409 : 200);
    }

    private async Task<string?> StartAsync(string workflow, string time, string? id, JsonObject from, int status)
    {
        id ??= (await AskAsync(HttpMethod.Get, $"/api/projects/{_project}/workflow?name={workflow}", null)).Body!["id"]!.ToString();
        var answer = await AskAsync(HttpMethod.Put, "/api/attempts", new()
        {
            ["workflowId"] = id,
            ["sessionTime"] = time,
            ["params"] = from["params"]?.DeepClone() ?? recorded.Record["params"]?.DeepClone() ?? new JsonObject(),
            ["retryAttemptName"] = from["retry_name"]?.DeepClone(),
        });
        _attempt = answer.Body?["id"]?.ToString() ?? _attempt;
        return Same(status, answer.Status);
    }

    private async Task<string?> WaitAsync(JsonObject step, CancellationToken cancellation)
    {
        JsonObject attempt;
        while (!(bool)(attempt = (await AskAsync(HttpMethod.Get, $"/api/attempts/{_attempt}", null)).Body!)["done"]!)
        {
            await Task.Delay(10, cancellation);
        }

        var tasks = (await AskAsync(HttpMethod.Get, $"/api/attempts/{_attempt}/tasks", null)).Body!["tasks"]!.AsArray();
        var printed = (await AskAsync(HttpMethod.Get, $"/emulator/attempts/{_attempt}/printed", null)).Body!["printed"];
        return Part("attempt", step["attempt"]!.AsObject(), attempt)
            ?? Recorded.Difference("tasks", States(step["tasks"]!.AsArray()), States(tasks))
            ?? Recorded.Difference("echo", step["echo"], printed);
    }

    private async Task<string?> UntilAsync(JsonObject step, CancellationToken cancellation)
    {
        while (!States((await AskAsync(HttpMethod.Get, $"/api/attempts/{_attempt}/tasks", null)).Body!["tasks"]!.AsArray())
            .Any(t => t!.ToString() == $"{step["task"]} {step["state"]}"))
        {
            await Task.Delay(10, cancellation);
        }

        return null;
    }

    private async Task<string?> AttemptsAsync(JsonObject step)
    {
        var ours = (await AskAsync(HttpMethod.Get, $"/api/attempts?project={_name}&include_retried=true", null)).Body!["attempts"]!.AsArray();
        var theirs = step["result"]!.AsArray();
        return theirs.Count != ours.Count
            ? $"{theirs.Count} attempts were recorded, there are {ours.Count}"
            : theirs.Zip(ours.Reverse()).Select(p => Part("attempts", Named(p.First!.AsObject()), p.Second!.AsObject())).FirstOrDefault(d => d is not null);
    }

    private static JsonObject Named(JsonObject attempt)
    {
        var named = attempt.DeepClone().AsObject();
        named.Remove("workflow");
        return named;
    }

    private async Task<string?> PushAgainAsync(JsonObject step)
    {
        using var folder = new TempFolder();
        foreach (var (file, text) in step["files"]!.AsObject())
        {
            folder.Write(file, text!.ToString());
        }

        var answer = await PushAsync(_name, step["revision"]?.ToString() ?? "rev2", folder.Path);
        return step["result"]?["error"]?.ToString() is { } said ? Refused(said, answer) : Same(200, answer.Status);
    }

    private async Task<string?> FoundAsync(string path, string said) =>
        said.Length > 0 ? await MissingAsync(path) : Same(200, (await AskAsync(HttpMethod.Get, path, null)).Status);

    private async Task<string?> MissingAsync(string path) => Same(404, (await AskAsync(HttpMethod.Get, path, null)).Status);

    /// <summary>The command line shows the server's answer as it is.</summary>
    private static string? Refused(string said, (int Status, JsonObject? Body) answer) =>
        said.IndexOf('{', StringComparison.Ordinal) is var at and >= 0
            ? Recorded.Difference("error", JsonNode.Parse(said[at..]), answer.Body)
            : answer.Status >= 400 ? null : $"answered {answer.Status}";

    private static string? Answer(JsonObject step, (int Status, JsonObject? Body) answer) =>
        Same((int)step["status"]!, answer.Status)
        ?? (step["result"] is JsonObject result && result["message"]?.ToString().Contains("io.digdag.", StringComparison.Ordinal) != true
            ? Recorded.Difference("answer", result, answer.Body)
            : null);

    private static string? Part(string path, JsonObject recorded, JsonObject actual) =>
        Recorded.Difference(path, recorded, new JsonObject(recorded.Select(p => KeyValuePair.Create(p.Key, actual[p.Key]?.DeepClone()))));

    private static JsonArray States(JsonArray tasks) => new([.. tasks.Select(t => (JsonNode)$"{t!["fullName"]} {t["state"]}")]);

    private static string? Same(int expected, int actual) => expected == actual ? null : $"status {expected} was recorded, {actual} happened";

    private string Filled(string text) => text
        .Replace("{projid}", _project, StringComparison.Ordinal)
        .Replace("{project}", _name, StringComparison.Ordinal)
        .Replace("{attempt}", _attempt, StringComparison.Ordinal)
        .Replace("{dir}", _folder.Path, StringComparison.Ordinal);

    private async Task<(int Status, JsonObject? Body)> PushAsync(string project, string revision, string folder)
    {
        using var body = new ByteArrayContent(ProjectPack.Of(folder));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/gzip");
        using var response = await emulator.Http.PutAsync($"/api/projects?project={Uri.EscapeDataString(project)}&revision={revision}", body);
        return await ReadAsync(response);
    }

    private async Task<(int Status, JsonObject? Body)> AskAsync(HttpMethod method, string path, JsonObject? body)
    {
        using var request = new HttpRequestMessage(method, path)
        {
            Content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        using var response = await emulator.Http.SendAsync(request);
        return await ReadAsync(response);
    }

    private static async Task<(int Status, JsonObject? Body)> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text)!.AsObject() : null);
    }
}
