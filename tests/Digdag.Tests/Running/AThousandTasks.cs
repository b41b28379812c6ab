using System.Diagnostics;
using System.Globalization;
using Cdp.Digdag.Engine;
using Xunit.Abstractions;

namespace Cdp.Digdag.Tests.Running;

public class AThousandTasks(ITestOutputHelper output)
{
    /// <summary>How much a task costs is said here and bounded by the benchmark: here all tests run at once.</summary>
    [Theory]
    [InlineData("one after another", "")]
    [InlineData("at once", "_parallel: true\n")]
    public async Task Run_to_the_end(string how, string parallel)
    {
        const int Count = 998;
        var tasks = Enumerable.Range(0, Count).Select(i => string.Create(CultureInfo.InvariantCulture, $"+t{i}: {{echo>: hello}}\n"));
        await using var store = Store.With(parallel + string.Concat(tasks));
        await store.RunAsync("2026-01-01T00:00:00Z");
        var watch = Stopwatch.StartNew();
        var processor = Environment.CpuUsage.TotalTime;

        var attempt = await store.RunAsync();

        output.WriteLine($"{Count} tasks {how}: {watch.Elapsed.TotalMilliseconds / Count:0.000} ms each, {(Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / Count:0.000} ms of the processor");
        Assert.True(attempt.Success);
    }

    [Fact]
    public async Task Are_the_most_that_start()
    {
        var tasks = Enumerable.Range(0, 999).Select(i => string.Create(CultureInfo.InvariantCulture, $"+t{i}: {{echo>: x}}\n"));
        await using var store = Store.With(string.Concat(tasks));

        var refused = Assert.Throws<EngineException>(() => store.Start());

        Assert.Equal("Too many tasks. Limit: 1000, Current: 1, Adding: 1000", refused.Message);
        Assert.Empty(store.Engine.Store.Sessions());
    }
}
