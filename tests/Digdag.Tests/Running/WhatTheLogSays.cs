using Cdp.Digdag.Engine;
using Cdp.Digdag.Tests.Execution;

namespace Cdp.Digdag.Tests.Running;

public class WhatTheLogSays
{
    [Fact]
    public async Task A_parameter_that_nothing_reads_with_what_it_may_have_meant()
    {
        await using var store = Store.With("+a: {if>: true, do: {echo>: x}, _do: {echo>: y}}\n+b: {loop>: 0, mesage: x, _do: {echo>: y}}\n");

        var id = (await store.RunAsync()).Id;

        Assert.Contains(
            "[ERROR] ", Assert.Single(Lines(store, id, 1), line => line.Contains("not used", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains(
            "Parameter 'do' is not used at task +main+a. > Did you mean '[_do]'?", string.Concat(Lines(store, id, 1)), StringComparison.Ordinal);
        Assert.DoesNotContain("not used", string.Concat(Lines(store, id, 2)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("+a: {http>: ignored, retry: false}", "http.uri", "http://localhost:8001/s3cret-path")]
    [InlineData("+a: {http>: \"${secret:uri}\", retry: false}", "uri", "http://localhost:8001/s3cret-path")]
    [InlineData("+a: {http>: \"${secret:uri}\"}", "uri", "not s3cret a url")]
    [InlineData("+a: {http>: \"http://localhost:8001/\", query: {k: \"${secret:uri}\"}, retry: false}", "uri", "s3cret")]
    public async Task No_secret_that_is_an_address_or_in_one(string workflow, string key, string value)
    {
        var options = new EngineOptions { Http = new HttpServerStub(), Secrets = new One(key, value) };
        await using var store = Store.With(options, ("main.dig", workflow + "\n"));

        var id = (await store.RunAsync()).Id;

        var said = string.Concat(Lines(store, id, 1)) + store.Engine.Tasks(id)[1].Error["message"];
        Assert.Equal(TaskState.Error, store.Engine.Tasks(id)[1].State);
        Assert.DoesNotContain("s3cret", said, StringComparison.Ordinal);
        Assert.Contains("***", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_run_and_beside_it_what_it_printed()
    {
        await using var store = Store.With("+a: {echo>: \"day ${session_date}\\n2026-01-02 03:04:05.678 +0000 [INFO] not the engine\"}\n");

        var id = (await store.RunAsync()).Id;

        Assert.Contains("echo>: day 2026-01-02", Lines(store, id, 1)[0], StringComparison.Ordinal);
        Assert.Equal(
            "day 2026-01-02\n2026-01-02 03:04:05.678 +0000 [INFO] not the engine\n", store.Engine.Logs.Printed(id, store.Engine.Tasks(id)[1]));
    }

    private static string[] Lines(Store store, long attempt, int task) =>
        store.Engine.Logs.Read(attempt, store.Engine.Tasks(attempt)[task].Id).Split('\n');

    private sealed class One(string key, string value) : ISecretSource
    {
        public string? Find(long projectId, string name) => name == key ? value : null;
    }
}
