using Cdp.Digdag.Engine;
using Cdp.Digdag.Tests.Execution;

namespace Cdp.Digdag.Tests.Running;

public class WhatLeavesTheEngine
{
    [Fact]
    public async Task A_killed_attempt_kills_its_job()
    {
        using var td = new TdStub();
        using var http = new HttpMessageInvoker(td, disposeHandler: false);
        var options = new EngineOptions { Td = td, TdHttp = http, MinPoll = TimeSpan.FromMilliseconds(5) };
        await using var store = Store.With(options, ("main.dig", "+a: {td>: {data: never_ends}, database: db1}\n"));
        var id = store.Start().Attempt.Id;
        await UntilAsync(() => td.Requests.Exists(r => r["path"]!.ToString() == "/v3/job/status/101"), td);

        var killed = store.Engine.Kill(id);
        var attempt = await store.Engine.WaitAsync(id, CancellationToken.None);

        Assert.True(killed);
        Assert.Equal("killed", attempt.Status);
        Assert.Contains(td.Requests, r => r["path"]!.ToString() == "/v3/job/kill/101");
        Assert.Equal(TaskState.Canceled, store.States(id)["+main+a"]);
        Assert.False(store.Engine.Kill(id));
    }

    [Fact]
    public async Task A_request_that_always_fails_is_given_up()
    {
        var options = new EngineOptions { Http = new HttpServerStub(), Hurry = 10000, MaxHttpRetries = 3 };
        await using var store = Store.With(options, ("main.dig", "+a: {http>: \"http://localhost:8000/status/503\"}\n"));

        var attempt = await store.RunAsync();

        var task = store.Engine.Tasks(attempt.Id)[1];
        Assert.Equal(TaskState.Error, task.State);
        Assert.EndsWith("(given up after 3 retries)", task.Error["message"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_do_not_run_unless_allowed()
    {
        await using var store = Store.With(new EngineOptions(), ("main.dig", "+a: {sh>: echo no}\n"));

        var attempt = await store.RunAsync();

        var error = store.Engine.Tasks(attempt.Id)[1].Error["message"]!.ToString();
        Assert.Contains("sh> does not exist on Treasure Data", error, StringComparison.Ordinal);
        Assert.Contains("--allow-code", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_goes_to_the_spool()
    {
        using var folder = new TempFolder();
        var options = new EngineOptions { MailSpool = folder.Path };
        await using var store = Store.With(
            options, ("main.dig", "+a: {mail>: {data: \"all ${1 + 1} done\"}, subject: report, to: [a@example.com]}\n"));

        var attempt = await store.RunAsync();

        Assert.True(attempt.Success);
        var mail = await File.ReadAllTextAsync(Directory.EnumerateFiles(folder.Path).Single());
        Assert.Contains("Subject: report", mail, StringComparison.Ordinal);
        Assert.EndsWith("all 2 done", mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_not_valid_fails_its_task_and_nothing_else()
    {
        await using var store = Store.With("+a:\n  if>: true\n  _do: {_export: text, echo>: x}\n");

        var attempt = await store.RunAsync();

        var task = store.Engine.Tasks(attempt.Id).Single(t => t.FullName == "+main+a");
        Assert.Equal("Parameter '_export' must be an object (config)", task.Error["message"]!.ToString());
        Assert.Equal("error", attempt.Status);
    }

    [Fact]
    public async Task Another_projects_workflow_can_be_required()
    {
        await using var store = Store.With("+r: {require>: other, project_name: q, params: {x: 7}}\n");
        using var folder = new TempFolder();
        store.Engine.Store.Push(new("q", "r1", folder.Path, "md5",
            [new("other", "UTC", new() { ["+a"] = new System.Text.Json.Nodes.JsonObject { ["echo>"] = "${x}" } })]));

        var attempt = await store.RunAsync();

        var other = store.Engine.Store.Attempts(workflow: "other").Single();
        Assert.True(attempt.Success && other.Success);
        Assert.Equal("7\n", store.Engine.Logs.Printed(other.Id, store.Engine.Tasks(other.Id)[1]));
    }

    private static async Task UntilAsync(Func<bool> there, TdStub td)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (true)
        {
            lock (td.Requests)
            {
                if (there())
                {
                    return;
                }
            }

            await Task.Delay(5, limit.Token);
        }
    }
}
