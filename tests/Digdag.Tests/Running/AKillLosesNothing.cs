using Cdp.Digdag.Engine;

namespace Cdp.Digdag.Tests.Running;

public class AKillLosesNothing
{
    [Fact]
    public async Task What_ran_is_lost_and_says_so()
    {
        await using var store = Store.With("+a: {echo>: a}\n+g:\n  +w: {wait>: 1h}\n+z: {echo>: z}\n");
        var id = store.Start().Attempt.Id;
        await store.UntilAsync(id, "+main+g+w", TaskState.RetryWaiting);

        await store.DieAsync();
        store.Open();

        var attempt = store.Engine.Store.FindAttempt(id)!;
        Assert.True(attempt is { Done: true, Success: false, Status: "error" });
        Assert.Contains("stopped while this attempt ran", attempt.Lost, StringComparison.Ordinal);
        Assert.Equal(
            new Dictionary<string, TaskState>
            {
                ["+main"] = TaskState.GroupError,
                ["+main+a"] = TaskState.Success,
                ["+main+g"] = TaskState.GroupError,
                ["+main+g+w"] = TaskState.Error,
                ["+main+z"] = TaskState.Blocked,
            },
            store.States(id));
        Assert.Contains("stopped", store.Engine.Tasks(id)[3].Error["message"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_engine_that_stops_never_ends_an_attempt_that_ran()
    {
        await using var store = Store.With("+w: {wait>: 1h}\n");
        for (var i = 0; i < 100; i++)
        {
            var id = store.Start($"2026-01-02T00:{i / 60:00}:{i % 60:00}Z").Attempt.Id;
            await store.UntilAsync(id, "+main+w", TaskState.RetryWaiting);

            await store.DieAsync();
            store.Open();

            Assert.NotNull(store.Engine.Store.FindAttempt(id)!.Lost);
        }
    }

    [Fact]
    public async Task A_lost_attempt_keeps_its_session_and_can_be_resumed()
    {
        await using var store = Store.With("+a: {echo>: a}\n+b:\n  if>: ${typeof go == 'undefined'}\n  _do: {wait>: 1h}\n");
        var first = store.Start().Attempt;
        await store.UntilAsync(first.Id, "+main+b^sub", TaskState.RetryWaiting);
        await store.DieAsync();
        store.Open();

        var again = store.Start();
        var retry = store.Start(name: "second", resume: new(first.Id, null), given: new() { ["go"] = 1 });
        var done = await store.Engine.WaitAsync(retry.Attempt.Id, CancellationToken.None);

        Assert.True(again.Conflict);
        Assert.Equal(first.Id, again.Attempt.Id);
        Assert.True(done is { Success: true, Index: 2 });
        Assert.Equal(first.SessionId, done.SessionId);
        var ids = store.Engine.Tasks(first.Id).Concat(store.Engine.Tasks(done.Id)).Select(t => t.Id).ToList();
        Assert.Equal(ids.Order().Distinct(), ids);
    }

    [Fact]
    public async Task Cut_off_at_any_byte_the_journal_opens_and_every_attempt_is_finished_or_lost()
    {
        await using var store = Store.With(
            "+a: {echo>: a}\n+l:\n  loop>: 3\n  _parallel: true\n  _do: {echo>: \"${i}\"}\n+f: {fail>: no}\n_error: {echo>: e}\n");
        var id = (await store.RunAsync()).Id;
        await store.DieAsync();
        var tasks = Path.Combine(store.Path, "attempts", $"{id}.jsonl");
        var journal = Path.Combine(store.Path, "store.jsonl");
        var whole = await File.ReadAllBytesAsync(tasks);
        var started = string.Concat((await File.ReadAllLinesAsync(journal)).Where(l => !l.Contains("\"tasks\"") && !l.Contains("\"e\":\"attempt\"")).Select(l => l + "\n"));

        foreach (var cut in Enumerable.Range(0, 60).Select(i => whole.Length * i / 59))
        {
            await File.WriteAllBytesAsync(tasks, whole[..cut]);
            await File.WriteAllTextAsync(journal, started + "{\"e\":\"attem");
            store.Open();
            var attempt = store.Engine.Store.FindAttempt(id)!;
            var states = store.Engine.Tasks(id).Select(t => t.State).ToList();
            await store.DieAsync();

            Assert.True(attempt.Done);
            Assert.Equal(cut < whole.Length, attempt.Lost is not null);
            Assert.DoesNotContain(states, s => s.IsProgressing());
        }

        store.Open();
    }

    [Fact]
    public async Task A_finished_attempt_reads_the_same_after_opening_again()
    {
        await using var store = Store.With("+a: {echo>: a}\n+b:\n  for_each>: {x: [1, 2]}\n  _do: {echo>: \"${x}\"}\n");
        var id = (await store.RunAsync()).Id;
        var before = store.Engine.Tasks(id).Select(t => (t.Id, t.FullName, t.State, Config: t.Config.ToJsonString())).ToList();

        await store.DieAsync();
        store.Open();

        Assert.Equal(before, store.Engine.Tasks(id).Select(t => (t.Id, t.FullName, t.State, t.Config.ToJsonString())));
        Assert.True(store.Engine.Store.FindAttempt(id)!.Success);
        Assert.Equal("1\n", store.Engine.Logs.Printed(id, store.Engine.Tasks(id)[^2]));
    }
}
