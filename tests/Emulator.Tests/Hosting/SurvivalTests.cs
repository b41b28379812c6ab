using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Cdp.Emulator.Tests.Workflows;

namespace Cdp.Emulator.Tests.Hosting;

/// <summary>What is there after the process was killed and started again.</summary>
public sealed class SurvivalTests(RunningEmulator emulator) : IClassFixture<RunningEmulator>
{
    [Fact]
    public async Task An_attempt_that_ran_is_lost_and_can_be_retried()
    {
        var workflow = await PushAsync("lost", "+a:\n  echo>: once\n+b:\n  wait>: 10m\n");
        var attempt = await StartAsync(Start(workflow));
        await UntilAsync(attempt, tasks => tasks.Any(t => (string?)t!["state"] == "retry_waiting"));

        await emulator.KillAsync();
        await emulator.RestartAsync();

        var after = await emulator.GetAsync($"/api/attempts/{attempt}");
        Assert.Equal("error", (string?)after["status"]);
        Assert.True((bool?)after["done"]);
        var request = Start(workflow);
        request["retryAttemptName"] = "again";
        request["resume"] = new JsonObject { ["mode"] = "failed", ["attemptId"] = attempt };
        var retry = await StartAsync(request);
        Assert.NotEqual(attempt, retry);
        Assert.Equal((string?)after["sessionId"], (string?)(await emulator.GetAsync($"/api/attempts/{retry}"))["sessionId"]);
        using var killed = await emulator.Http.PostAsync($"/api/attempts/{retry}/kill", null);
    }

    [Fact]
    public async Task The_same_session_time_conflicts_after_a_restart_too()
    {
        var workflow = await PushAsync("twice", "+a:\n  echo>: x\n");
        var attempt = await StartAsync(Start(workflow));
        await UntilAsync(attempt, tasks => tasks.All(t => (string?)t!["state"] == "success"));

        await emulator.KillAsync();
        await emulator.RestartAsync();

        using var again = await emulator.Http.PutAsJsonAsync("/api/attempts", Start(workflow));
        Assert.Equal(409, (int)again.StatusCode);
        Assert.Equal(attempt, (string?)JsonNode.Parse(await again.Content.ReadAsStringAsync())!["id"]);
    }

    [Fact]
    public async Task Databases_loads_and_stand_ins_are_there_again_and_secrets_are_not()
    {
        var file = emulator.PathOf("kept.csv", "id\n1\n2\n");
        await emulator.PutAsync("/emulator/stand_ins", new JsonObject
        {
            ["stand_ins"] = new JsonArray(new JsonObject
            {
                ["match"] = new JsonObject { ["type"] = "kept" },
                ["path"] = file,
                ["format"] = "csv",
            }),
        });
        await emulator.PostFormAsync("/v3/database/create/kept_db");
        var issued = await LoadAsync("first");
        await emulator.FinishedAsync((string)issued["job_id"]!);
        await PushAsync("kept", "+a:\n  echo>: x\n");
        var project = (string)(await emulator.GetAsync("/api/project?name=kept"))["id"]!;
        await emulator.PutAsync($"/api/projects/{project}/secrets/shop.key", new JsonObject { ["value"] = "s3cret" });

        await emulator.KillAsync();
        await emulator.RestartAsync();

        var job = await emulator.GetAsync($"/v3/job/show/{issued["job_id"]}");
        var second = await emulator.FinishedAsync((string)(await LoadAsync("second"))["job_id"]!);
        Assert.Equal("success", (string?)job["status"]);
        Assert.Equal(2, (int?)job["num_records"]);
        Assert.Equal("success", (string?)second["status"]);
        Assert.Equal(4, (int?)(await emulator.GetAsync("/v3/table/show/kept_db/rows"))["count"]);
        Assert.Empty((await emulator.GetAsync($"/api/projects/{project}/secrets"))["secrets"]!.AsArray());
        await emulator.StopAsync();
        Assert.DoesNotContain(
            Directory.EnumerateFiles(emulator.Folder, "*", SearchOption.AllDirectories),
            path => File.ReadAllText(path).Contains("s3cret", StringComparison.Ordinal));
        await emulator.RestartAsync();
    }

    private async Task<JsonObject> LoadAsync(string domainKey) => await emulator.PostJsonAsync(
        $"/v3/job/issue/bulkload/kept_db?table=rows&domain_key={domainKey}",
        new JsonObject { ["config"] = new JsonObject { ["in"] = new JsonObject { ["type"] = "kept", ["password"] = "s3cret" } } });

    private async Task<string> PushAsync(string project, string workflow)
    {
        using var body = new ByteArrayContent(TarGz.Of(("main.dig", workflow)));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/gzip");
        using var response = await emulator.Http.PutAsync($"/api/projects?project={project}&revision=r1", body);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return (string)(await emulator.GetAsync($"/api/workflow?project={project}&name=main"))["id"]!;
    }

    private static JsonObject Start(string workflow) => new()
    {
        ["workflowId"] = workflow,
        ["sessionTime"] = "2026-01-02T00:00:00Z",
        ["params"] = new JsonObject(),
    };

    private async Task<string> StartAsync(JsonObject request) =>
        (string)(await emulator.PutAsync("/api/attempts", request))["id"]!;

    private async Task UntilAsync(string attempt, Func<JsonArray, bool> reached)
    {
        while (!reached((await emulator.GetAsync($"/api/attempts/{attempt}/tasks"))["tasks"]!.AsArray()))
        {
            await Task.Delay(5);
        }
    }
}
