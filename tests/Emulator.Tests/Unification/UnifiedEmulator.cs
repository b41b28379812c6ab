using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cdp.Emulator.Rehearsing;
using Cdp.Pipeline.Tests.Phases.Unification;

namespace Cdp.Emulator.Tests.Unification;

/// <summary>Runs generated unification projects in an emulator, and reads what they publish.</summary>
internal sealed partial class UnifiedEmulator(RunningEmulator emulator)
{
    private static int _day;

    /// <summary>A session time that nobody has used: parts of a run that have succeeded at theirs are not run again.</summary>
    public static string NextSession() => new DateTime(2025, 1, 1, 4, 0, 0, DateTimeKind.Utc).AddDays(Interlocked.Increment(ref _day))
        .ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Generates the project of the tiny client with further settings, separated by semicolons.</summary>
    public static void Write(TempFolder folder, string settings)
    {
        foreach (var (path, text) in TinyClient.Files(TinyClient.Config(settings)))
        {
            folder.Write(path, text);
        }
    }

    public async Task<Rehearsal> RunAsync(string folder, string session, string workflow = "unif_runner")
    {
        using var client = new RehearsalClient(emulator.Endpoint, TimeProvider.System);
        return await client.RunAsync(new RehearsalRequest(folder, workflow, session), null, CancellationToken.None);
    }

    /// <summary>As <see cref="RunAsync"/>, and it succeeds.</summary>
    public async Task SucceedAsync(string folder, string session, string workflow = "unif_runner")
    {
        var run = await RunAsync(folder, session, workflow);
        if (run.Status != "success")
        {
            Assert.Fail(string.Join('\n', await WhyAsync(run.Tasks)));
        }
    }

    /// <summary>What has failed, down into the workflows that were required.</summary>
    private async Task<IEnumerable<string>> WhyAsync(IEnumerable<RehearsedTask> tasks)
    {
        var lines = new List<string>();
        foreach (var (name, message) in tasks.Where(t => t.Failed).Select(t => (t.FullName, $"{t.Error["message"]}")))
        {
            lines.Add($"{name}: {message}");
            if (Dependent().Match(message) is { Success: true } required)
            {
                using var client = new WorkflowClient(emulator.Endpoint);
                lines.AddRange(await WhyAsync(TaskNames.Resolve(await client.GetAsync($"api/attempts/{required.Groups[1].Value}/tasks", CancellationToken.None))));
            }
        }

        return lines;
    }

    [GeneratedRegex("attempt id: ([0-9]+)")]
    private static partial Regex Dependent();

    /// <summary>Goes on where an attempt has failed, with the project as it is now.</summary>
    public async Task<Rehearsal> ResumeAsync(string folder, Rehearsal failed)
    {
        using var client = new WorkflowClient(emulator.Endpoint);
        var name = Path.GetFileName(folder);
        var revision = $"resume-{failed.AttemptId}";
        var project = await client.PushAsync(name, revision, ProjectPack.Of(folder), CancellationToken.None);
        var workflows = (await client.GetAsync($"api/projects/{project["id"]}/workflows", CancellationToken.None))["workflows"]!.AsArray();
        var (attempt, _) = await client.StartAsync(
            new JsonObject
            {
                ["workflowId"] = (string)workflows.Single(w => (string?)w!["name"] == failed.Workflow)!["id"]!,
                ["sessionTime"] = failed.SessionTime.ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture),
                ["params"] = new JsonObject(),
                ["retryAttemptName"] = revision,
                ["resume"] = new JsonObject { ["attemptId"] = failed.AttemptId, ["mode"] = "failed" },
            },
            CancellationToken.None);
        var id = (string)attempt["id"]!;
        while (!(bool)(attempt = await client.GetAsync($"api/attempts/{id}", CancellationToken.None))["done"]!)
        {
            await Task.Delay(10);
        }

        return failed with
        {
            AttemptId = id,
            Status = (string)attempt["status"]!,
            Tasks = TaskNames.Resolve(await client.GetAsync($"api/attempts/{id}/tasks", CancellationToken.None)),
        };
    }

    /// <summary>Rows as JSON texts, in order.</summary>
    public async Task<List<string>> RowsAsync(string sql)
    {
        var job = await ExecuteAsync(sql);
        var text = await emulator.Http.GetStringAsync($"/v3/job/result/{job}?format=json");
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];
    }

    public async Task<string> ExecuteAsync(string sql)
    {
        using var created = await emulator.Http.PostAsync("/v3/database/create/tiny_stg", null);
        var id = (string)(await emulator.PostFormAsync("/v3/job/issue/trino/tiny_stg", ("query", sql)))["job_id"]!;
        JsonObject job = await emulator.FinishedAsync(id);
        Assert.True((string?)job["status"] == "success", $"{job["debug"]}\n{sql}");
        return id;
    }

    public async Task DropAsync(params string[] databases)
    {
        foreach (var database in databases)
        {
            using var dropped = await emulator.Http.PostAsync($"/v3/database/delete/{database}", null);
        }
    }
}
