using Cdp.Digdag.Engine;

namespace Cdp.Digdag.Tests.Running;

public class TheSameEachTime
{
    [Fact]
    public async Task What_parallel_tasks_generate_is_in_their_order_although_the_first_is_the_slowest()
    {
        await using var store = Store.With(
            """
            _parallel: true
            +slow:
              fail>: ${(function () { for (var i = 0; i < 1000000; i++) { } return 'slow'; })()}
              _error: {echo>: e}
            +quick:
              fail>: quick
              _error: {echo>: e}
            """);

        var attempt = await store.RunAsync();

        Assert.Equal(
            ["+main+slow^error", "+main+quick^error"],
            store.Engine.Tasks(attempt.Id).Select(t => t.FullName).Where(n => n.EndsWith("^error", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_task_that_waits_holds_up_no_other()
    {
        await using var store = Store.With("_parallel: true\n+w: {wait>: 1h}\n+g:\n  +a: {echo>: a}\n  +b: {echo>: b}\n");
        var id = store.Start().Attempt.Id;

        await store.UntilAsync(id, "+main+g", TaskState.Success);

        Assert.NotEqual(TaskState.Success, store.States(id)["+main+w"]);
        store.Engine.Kill(id);
        await store.Engine.WaitAsync(id, CancellationToken.None);
    }
}
