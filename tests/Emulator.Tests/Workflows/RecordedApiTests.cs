using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Cdp.Emulator.Tests.Workflows;

/// <summary>All requests of <c>digdag_rest.jsonl</c>, in their order, to the real process.</summary>
public sealed partial class RecordedApiTests(RunningEmulator emulator) : IClassFixture<RunningEmulator>
{
    /// <summary>Where our answer differs, and why. The real server's HTML pages and Java class names are not wanted.</summary>
    private static readonly Dictionary<string, string> Deviations = new()
    {
        ["version check without client"] = "an HTML page there",
        ["push a workflow that is not YAML"] = "their text comes from another YAML parser",
        ["start without a session time"] = "names Java classes",
        ["start with a bad session time"] = "names Java classes",
        ["start without a workflow"] = "names Java classes",
        ["start with broken JSON"] = "names Java classes",
        ["resume from an unknown task"] = "names a Java class",
        ["log file, unknown"] = "names a Java class",
        ["set a secret without a value"] = "names Java classes",
    };

    /// <summary>There an agent has to see first that it is to stop; here the attempt may have ended by now.</summary>
    private static readonly string[] Faster = ["attempt, just after kill", "kill again"];

    private readonly AnswerComparison _comparison = new();

    [Fact]
    public async Task Every_recorded_request_is_answered_as_the_real_server_did()
    {
        // One answer names a day: that after the recording.
        await emulator.PutAsync("/emulator/clock", new JsonObject { ["now"] = "2026-11-24T12:00:00Z" });
        var failures = new List<string>();
        foreach (var recorded in RecordedRequest.All)
        {
            await UntilAsRecordedAsync(recorded);
            var differences = await DifferencesAsync(recorded);
            if (!Faster.Contains(recorded.Title) && Deviations.ContainsKey(recorded.Title) == (differences.Count == 0))
            {
                failures.Add($"{recorded.Title}: {(differences.Count == 0 ? "no deviation any more" : string.Join("; ", differences))}");
            }
        }

        Assert.True(
            failures.Count == 0,
            $"{failures.Count} of {RecordedRequest.All.Count}\n{string.Join('\n', failures)}");
    }

    private async Task<IReadOnlyList<string>> DifferencesAsync(RecordedRequest recorded)
    {
        using var response = await SendAsync(recorded);
        var differences = new List<string>();
        if (recorded.Answer.Status != (int)response.StatusCode)
        {
            differences.Add($"status {recorded.Answer.Status} ≠ {(int)response.StatusCode}");
        }

        var type = response.Content.Headers.ContentType?.ToString() ?? "";
        if (recorded.Answer.ContentType != type)
        {
            differences.Add($"content type '{recorded.Answer.ContentType}' ≠ '{type}'");
        }

        if (recorded.Answer.Allow is { } allow && !Words(allow).SetEquals(response.Content.Headers.Allow))
        {
            differences.Add($"allow {allow} ≠ {string.Join(", ", response.Content.Headers.Allow)}");
        }

        if (recorded.Answer.Json is { } json && type == "application/json")
        {
            var ours = JsonNode.Parse(await response.Content.ReadAsStringAsync());
            differences.AddRange(_comparison.Differences(Settled(recorded, json), Settled(recorded, ours)));
        }

        return differences;
    }

    private async Task<HttpResponseMessage> SendAsync(RecordedRequest recorded)
    {
        using var request = new HttpRequestMessage(new HttpMethod(recorded.Method), await PathAsync(recorded));
        if (recorded.Body?.ToString() == "<tar.gz>")
        {
            request.Content = new ByteArrayContent(RecordedProject.Archive(recorded.Title));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/gzip");
        }
        else if (recorded.Body is JsonObject body)
        {
            request.Content = new StringContent(Translated(body).ToJsonString(), Encoding.UTF8, "application/json");
        }
        else if (recorded.Body is { } text)
        {
            request.Content = new StringContent(text.ToString(), Encoding.UTF8, "application/json");
        }

        return await emulator.Http.SendAsync(request);
    }

    private async Task<string> PathAsync(RecordedRequest recorded)
    {
        var path = IdInPath().Replace(recorded.Path, match => match.Groups["kind"].Value + "/" + _comparison.Translate(
            match.Groups["kind"].Value is "logs" ? "attempt" : match.Groups["kind"].Value[..^1], match.Groups["id"].Value));
        if (!path.Contains('<', StringComparison.Ordinal))
        {
            return path;
        }

        var task = path[(path.LastIndexOf('/') + 1)..path.IndexOf('@', StringComparison.Ordinal)];
        var list = path[..path.LastIndexOf('/')];
        using var response = await emulator.Http.GetAsync(list);
        var files = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["files"]?.AsArray() ?? [];
        return $"{list}/{files.FirstOrDefault(f => (string?)f!["taskName"] == task)?["fileName"] ?? "nothing"}";
    }

    private JsonObject Translated(JsonObject body)
    {
        var translated = body.DeepClone().AsObject();
        Translate(translated, "workflowId", "workflow");
        Translate(translated["resume"] as JsonObject, "attemptId", "attempt");
        if (translated["value"]?.ToString() == "<20000 characters>")
        {
            translated["value"] = new string('x', 20000);
        }

        if (translated["fromTime"]?.ToString() == "<time>")
        {
            translated["fromTime"] = "2026-11-25T00:00:00+09:00";
        }

        return translated;
    }

    private void Translate(JsonObject? body, string key, string kind)
    {
        if (body?[key] is { } id)
        {
            body[key] = _comparison.Translate(kind, id.ToString());
        }
    }

    /// <summary>Waits for what the recording waited for: an attempt that is done, a task that waits.</summary>
    private async Task UntilAsRecordedAsync(RecordedRequest recorded)
    {
        if (recorded.Method != "GET" || recorded.Title == "attempt of a deleted project")
        {
            return;
        }

        var states = recorded.Answer.Json?["tasks"]?.AsArray().Select(t => (string?)t!["state"]).ToArray() ?? [];
        var done = recorded.Answer.Json?["done"]?.GetValue<bool>() is true;
        var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while ((done || states.Length > 0) && !patience.IsCancellationRequested)
        {
            using var response = await emulator.Http.GetAsync(await PathAsync(recorded));
            if (!response.IsSuccessStatusCode)
            {
                return;
            }

            var now = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
            if (done ? (bool)now["done"]! : states.SequenceEqual(now["tasks"]!.AsArray().Select(t => (string?)t!["state"])))
            {
                return;
            }

            await Task.Delay(10);
        }
    }

    /// <summary>Without what depends on how far the attempt had got when it was asked for.</summary>
    private static JsonNode? Settled(RecordedRequest recorded, JsonNode? json)
    {
        if (json is JsonObject attempt && attempt.ContainsKey("sessionUuid") && recorded.Method != "GET" && attempt.ContainsKey("done"))
        {
            attempt = attempt.DeepClone().AsObject();
            foreach (var key in (string[])["status", "done", "success", "finishedAt"])
            {
                attempt.Remove(key);
            }

            return attempt;
        }

        return json;
    }

    private static HashSet<string> Words(string text) => [.. text.Split(", ")];

    [GeneratedRegex("(?<kind>attempts|sessions|workflows|projects|schedules|logs)/(?<id>[0-9]+)(?=[/?]|$)")]
    private static partial Regex IdInPath();
}
