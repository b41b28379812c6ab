namespace Cdp.Emulator.Hosting;

/// <summary>Treasure Data in a box: everything that lives as long as the process does.</summary>
internal sealed class Box : IAsyncDisposable
{
    private Box(EmulatorOptions options, EmulatorLog log, TimeProvider time)
    {
        Options = options;
        Log = log;
        Time = time;
        Clock = new EmulatorClock(time);
        Started = time.GetUtcNow();
    }

    public EmulatorOptions Options { get; }

    public EmulatorLog Log { get; }

    public TimeProvider Time { get; }

    public EmulatorClock Clock { get; }

    public DateTimeOffset Started { get; }

    public int RunningAttempts => 0;

    public int RunningJobs => 0;

    public static Box Open(EmulatorOptions options, EmulatorLog log, TimeProvider time) => new(options, log, time);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
