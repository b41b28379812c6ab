using Cdp.Pipeline.Runs;
using Cdp.Pipeline.Tests.Fakes;

namespace Cdp.Pipeline.Tests.Runs;

/// <summary>The disk fails, or the process dies, at each writing call of a whole run in turn; the same command then finishes it.</summary>
public sealed class CrashTests
{
    /// <summary>Prime, so that over the phases it meets every kind of write.</summary>
    private const int Stride = 11;

    [Fact]
    public async Task A_full_disk_at_any_write_is_a_sentence_and_the_run_goes_on_later()
    {
        var writes = await CountAsync();

        for (var at = 1; at <= writes; at += Stride)
        {
            using var run = NewRun();
            Fail(run, at, FaultyFiles.DiskFull);

            var error = await Assert.ThrowsAsync<PipelineException>(() => run.RunAllAsync());
            run.Disk.Before = (_, _) => { };
            await run.RunAllAsync();

            Assert.Contains("the disk is full", error.Message, StringComparison.Ordinal);
            AssertWhole(run);
        }
    }

    [Fact]
    public async Task A_death_at_any_write_starts_nothing_twice()
    {
        var writes = await CountAsync();

        for (var at = 1; at <= writes; at += Stride)
        {
            using var run = NewRun();
            Fail(run, at, new InvalidOperationException("killed here"));

            await Assert.ThrowsAsync<InvalidOperationException>(() => run.RunAllAsync());
            run.Disk.Before = (_, _) => { };
            await run.RunAllAsync();

            AssertWhole(run);
        }

        Cdp.Tests.Figures.Say("run state", $"a run killed at {writes / Stride} of its {writes} writes started no session twice");
    }

    private static void AssertWhole(TestRun run)
    {
        using var runner = run.Open();
        Assert.NotNull(runner.State.CompletedAt);
        Assert.Equal(5, run.Platform.Effects.Count(e => e.StartsWith("start", StringComparison.Ordinal)));
        Assert.DoesNotContain(
            Directory.EnumerateFiles(run.Workspace.Root, "*.tmp", SearchOption.AllDirectories),
            file => !file.Contains("owner", StringComparison.Ordinal));
    }

    private static async Task<int> CountAsync()
    {
        using var run = NewRun();
        var writes = 0;
        run.Disk.Before = (_, _) => writes++;
        await run.RunAllAsync();
        return writes;
    }

    private static void Fail(TestRun run, int at, Exception failure)
    {
        var count = 0;
        run.Disk.Before = (verb, _) =>
        {
            if (++count >= at && verb != "delete")
            {
                throw failure;
            }
        };
    }

    private static TestRun NewRun()
    {
        var run = new TestRun();
        foreach (var phase in PhaseNames.All)
        {
            run.Give(phase, "id", "time");
        }

        return run;
    }
}
