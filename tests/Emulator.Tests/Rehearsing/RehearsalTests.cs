using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cdp.Emulator.Launching;
using Cdp.Emulator.Rehearsing;

namespace Cdp.Emulator.Tests.Rehearsing;

public sealed class RehearsalTests(RunningEmulator emulator) : IClassFixture<RunningEmulator>, IDisposable
{
    private readonly TempFolder _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task A_project_is_pushed_run_and_told()
    {
        _project.Write("hello.dig", "_export:\n  who: world\n+a:\n  echo>: hello ${who}\n+b:\n  echo>: ${session_date} ${x}\n");

        var rehearsal = await RunAsync(session: "2026-01-02", parameters: new JsonObject { ["x"] = 5 });

        Assert.Equal("success", rehearsal.Status);
        Assert.Equal<string>(["hello world", "2026-01-02 5"], rehearsal.Echo);
        Assert.Equal(["+hello", "+hello+a", "+hello+b"], rehearsal.Tasks.Select(t => t.FullName));
        Assert.Equal<string>(["+hello+a"], rehearsal.Tasks[2].Upstreams);
        Assert.Equal("+hello", rehearsal.Tasks[2].Parent);
    }

    [Fact]
    public async Task The_json_is_the_one_of_the_issue()
    {
        _project.Write("one.dig", "+a:\n  echo>: x\n");

        var json = (await RunAsync()).ToJson();

        Assert.Equal(["status", "tasks", "echo"], json.Select(field => field.Key));
        Assert.Equal(
            ["fullName", "parent", "isGroup", "state", "config", "upstreams", "exportParams", "storeParams", "error"],
            json["tasks"]![1]!.AsObject().Select(field => field.Key));
        Assert.Equal("{\"echo>\":\"x\"}", Regex.Unescape(json["tasks"]![1]!["config"]!.ToJsonString()));
    }

    [Fact]
    public async Task A_failing_task_is_shown_with_its_error_and_its_log()
    {
        _project.Write("bad.dig", "+a:\n  echo>: before\n+b:\n  fail>: on purpose\n+c:\n  echo>: never\n");
        using var client = new RehearsalClient(emulator.Endpoint, TimeProvider.System);

        var rehearsal = await client.RunAsync(new RehearsalRequest(_project.Path), null, CancellationToken.None);
        var log = await client.LogAsync(rehearsal.AttemptId, "+bad+b", CancellationToken.None);

        var failed = Assert.Single(rehearsal.Tasks, task => task.Failed);
        Assert.False(rehearsal.Succeeded);
        Assert.Equal("on purpose", (string?)failed.Error["message"]);
        Assert.Equal<string>(["before"], rehearsal.Echo);
        Assert.Contains("on purpose", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_session_can_be_rehearsed_again()
    {
        _project.Write("again.dig", "+a:\n  echo>: ${session_time}\n");

        var first = await RunAsync(session: "2026-01-02 03:04:05");
        var second = await RunAsync(session: "2026-01-02T03:04:05+00:00");

        Assert.NotEqual(first.AttemptId, second.AttemptId);
        Assert.Equal<string>(first.Echo, second.Echo);
    }

    [Fact]
    public async Task Generated_tasks_are_echoed_in_the_order_of_time()
    {
        _project.Write("order.dig", "+a:\n  loop>: 2\n  _do:\n    echo>: loop ${i}\n+b:\n  echo>: after\n");

        Assert.Equal<string>(["loop 0", "loop 1", "after"], (await RunAsync()).Echo);
    }

    [Fact]
    public async Task Code_of_the_project_does_not_run_unless_allowed()
    {
        _project.Write("code.dig", "+a:\n  sh>: echo from the shell\n");

        var refused = await RunAsync();

        Assert.Equal("error", refused.Status);
        Assert.Contains("--allow-code", refused.Tasks[1].Error["message"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Among_several_workflows_one_must_be_named()
    {
        _project.Write("one.dig", "+a:\n  echo>: x\n");
        _project.Write("two.dig", "+a:\n  echo>: y\n");

        var unnamed = await Assert.ThrowsAsync<EmulatorInputException>(() => RunAsync());
        var unknown = await Assert.ThrowsAsync<EmulatorInputException>(() => RunAsync(workflow: "three"));
        var named = await RunAsync(workflow: "two");

        Assert.Equal("The project has several workflows. Say which with --workflow=: one, two.", unnamed.Message);
        Assert.Equal("There is no workflow 'three' in the project. There are: one, two.", unknown.Message);
        Assert.Equal<string>(["y"], named.Echo);
    }

    [Fact]
    public async Task A_project_that_digdag_refuses_is_refused_in_its_words()
    {
        _project.Write("bad.dig", "+a:\n  echo>: x\n  +b:\n    echo>: y\n");

        var error = await Assert.ThrowsAsync<EmulatorException>(() => RunAsync());

        Assert.Equal("A task can't have subtasks: {\"echo>\":\"x\"}", error.Message);
    }

    [Fact]
    public async Task A_cancelled_rehearsal_is_killed()
    {
        _project.Write("slow.dig", "+a:\n  wait>: 10m\n");
        using var client = new RehearsalClient(emulator.Endpoint, TimeProvider.System);
        using var stop = new CancellationTokenSource();
        void StopWhenWaiting(ImmutableArray<RehearsedTask> tasks)
        {
            if (tasks.Any(t => t.State is "retry_waiting" or "running"))
            {
                stop.Cancel();
            }
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => client.RunAsync(new RehearsalRequest(_project.Path), StopWhenWaiting, stop.Token));

        var attempts = (await emulator.GetAsync($"/api/attempts?project={Path.GetFileName(_project.Path)}"))["attempts"]!.AsArray();
        Assert.True((bool?)attempts[0]!["cancelRequested"]);
    }

    [Fact]
    public async Task The_network_is_out_of_reach_but_treasure_data_is_not()
    {
        _project.Write(
            "net.dig",
            """
            +td:
              http>: https://api.eu01.treasuredata.com/v3/system/server_status
              headers:
                - authorization: TD1 ${secret:td.apikey}
              store_content: true
            +tell:
              echo>: ${http.last_content}
            +elsewhere:
              http>: https://example.com/
              retry: false

            """);

        var rehearsal = await RunAsync();

        Assert.Equal<string>(["{\"status\":\"ok\"}"], rehearsal.Echo);
        Assert.Contains(
            "https://example.com is out of reach", rehearsal.Tasks[3].Error["message"]!.ToString(), StringComparison.Ordinal);
    }

    private async Task<Rehearsal> RunAsync(string? workflow = null, string? session = null, JsonObject? parameters = null)
    {
        using var client = new RehearsalClient(emulator.Endpoint, TimeProvider.System);
        return await client.RunAsync(
            new RehearsalRequest(_project.Path, workflow, session, parameters), null, CancellationToken.None);
    }
}
