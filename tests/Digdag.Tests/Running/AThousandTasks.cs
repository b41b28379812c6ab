using System.Diagnostics;
using System.Globalization;
using Cdp.Digdag.Engine;
using Xunit.Abstractions;

namespace Cdp.Digdag.Tests.Running;

public class AThousandTasks(ITestOutputHelper output)
{
    /// <summary>Far more than the two milliseconds that are meant, which the benchmark holds: here all tests run at once.</summary>
    private const double MostMilliseconds = 50;

    [Theory]
    [InlineData("one after another", "")]
    [InlineData("at once", "_parallel: true\n")]
    public async Task Cost_little_each(string how, string parallel)
    {
        const int Count = 998;
        var tasks = Enumerable.Range(0, Count).Select(i => string.Create(CultureInfo.InvariantCulture, $"+t{i}: {{echo>: hello}}\n"));
        await using var store = Store.With(parallel + string.Concat(tasks));
        await store.RunAsync("2026-01-01T00:00:00Z");
        var watch = Stopwatch.StartNew();
        var processor = Environment.CpuUsage.TotalTime;

        var attempt = await store.RunAsync();

        var each = watch.Elapsed.TotalMilliseconds / Count;
        output.WriteLine($"{Count} tasks {how}: {each:0.000} ms each, {(Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / Count:0.000} ms of the processor");
        Assert.True(attempt.Success);
        Assert.InRange(each, 0, MostMilliseconds);
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
