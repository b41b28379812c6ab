using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Cdp.Emulator.Tests.Workflows;
using Cdp.Tests;

namespace Cdp.Emulator.Tests.Hosting;

/// <summary>SIGKILL of the real process while workflows run: whatever the instant, every attempt has ended when it is back.</summary>
public sealed class KilledAtAnyInstantTests(RunningEmulator emulator) : IClassFixture<RunningEmulator>
{
    private const int Kills = 12;

    private const string Workflow =
        """
        +group:
          _parallel: true
          +list:
            loop>: 8
            _parallel: {limit: 2}
            _do:
              +say: {echo>: "item ${i}"}
          +chain:
            +a: {echo>: a}
            +b: {echo>: b}
          +slow: {wait>: 1s}
        +fails:
          _retry: 2
          fail>: on purpose
        _error: {echo>: "sorry"}

        """;

    [Fact]
    public async Task Every_attempt_is_finished_or_lost_and_nothing_is_half_recorded()
    {
        var random = new Random(20260104);
        var workflow = await PushAsync();
        var session = DateTimeOffset.UnixEpoch.AddYears(56);
        var acknowledged = new List<string>();
        for (var kill = 0; kill < Kills; kill++)
        {
            var starting = StartSomeAsync(workflow, session.AddDays(kill), acknowledged);
            await Task.Delay(random.Next(5, 2_500));
            await emulator.KillAsync();
            await starting;
            await emulator.RestartAsync();

            foreach (var attempt in await AttemptsAsync())
            {
                await CheckAsync(attempt);
            }
        }

        var known = (await AttemptsAsync()).Select(a => (string)a["id"]!).ToHashSet();
        var lost = 0;
        foreach (var id in known)
        {
            lost += (await TasksAsync(id)).Any(IsLost) ? 1 : 0;
        }

        Assert.Empty(acknowledged.Except(known));
        Assert.InRange(lost, 1, known.Count);
        Figures.Say("digdag-kills", $"the process killed {Kills} times in {known.Count} attempts: "
            + $"{known.Count - lost} ran to their end, {lost} are marked lost, none is half recorded");
    }

    private async Task CheckAsync(JsonObject attempt)
    {
        var id = (string)attempt["id"]!;
        var tasks = await TasksAsync(id);
        Assert.True((bool)attempt["done"]!, $"attempt {id} is not done");
        Assert.Equal("error", (string?)attempt["status"]);
        Assert.NotEmpty(tasks);
        var ids = tasks.Select(t => (string)t["id"]!).ToHashSet();
        Assert.Equal(tasks.Count, ids.Count);
        foreach (var task in tasks)
        {
            var name = (string)task["fullName"]!;
            var state = (string)task["state"]!;
            Assert.True(state is "success" or "error" or "group_error" or "blocked" or "canceled", $"{id} {name} is {state}");
            Assert.True(task["parentId"] is null || ids.Contains((string)task["parentId"]!), $"{id} {name} has no parent");
            Assert.All(task["upstreams"]!.AsArray(), upstream => Assert.Contains((string)upstream!, ids));
            Assert.True(state is not "error" || task["error"]!["message"] is not null, $"{id} {name} does not say why");
        }
    }

    private static bool IsLost(JsonObject task) =>
        ((string?)task["error"]?["message"])?.Contains("stopped", StringComparison.Ordinal) == true;

    /// <summary>Until the process is gone; what it said yes to is noted.</summary>
    private async Task StartSomeAsync(string workflow, DateTimeOffset day, List<string> acknowledged)
    {
        try
        {
            for (var hour = 0; hour < 6; hour++)
            {
                using var response = await emulator.Http.PutAsJsonAsync("/api/attempts", new JsonObject
                {
                    ["workflowId"] = workflow,
                    ["sessionTime"] = day.AddHours(hour).ToString("O"),
                    ["params"] = new JsonObject(),
                });
                acknowledged.Add((string)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["id"]!);
                await Task.Delay(200);
            }
        }
        catch (Exception ex) when (ex is HttpRequestException or IOException)
        {
            // It was killed; what was not acknowledged may be there or not.
        }
    }

    private async Task<string> PushAsync()
    {
        using var body = new ByteArrayContent(TarGz.Of(("main.dig", Workflow)));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/gzip");
        using var response = await emulator.Http.PutAsync("/api/projects?project=killed&revision=r1", body);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return (string)(await emulator.GetAsync("/api/workflow?project=killed&name=main"))["id"]!;
    }

    private async Task<List<JsonObject>> AttemptsAsync() =>
        [.. (await emulator.GetAsync("/api/attempts?project=killed&page_size=1000"))["attempts"]!.AsArray().Cast<JsonObject>()];

    private async Task<List<JsonObject>> TasksAsync(string attempt) =>
        [.. (await emulator.GetAsync($"/api/attempts/{attempt}/tasks"))["tasks"]!.AsArray().Cast<JsonObject>()];
}
