namespace Cdp.Pipeline.Tests.Fakes;

/// <summary>Every wait is over at once, and the clock is then as late as it would be. Limits on answers pass only when told to.</summary>
internal sealed class ImpatientClock(DateTimeOffset start) : TimeProvider
{
    private long _ticks = start.UtcTicks;

    /// <summary>Each pause, in order.</summary>
    public List<TimeSpan> Waits { get; } = [];

    /// <summary>Whether a limit on an answer is reached.</summary>
    public bool LimitsPass { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Increment(ref _ticks), TimeSpan.Zero);

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > TimeSpan.Zero && (LimitsPass || state is not CancellationTokenSource))
        {
            if (state is not CancellationTokenSource)
            {
                Waits.Add(dueTime);
                Interlocked.Add(ref _ticks, dueTime.Ticks);
            }

            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }

        return new Nothing();
    }

    private sealed class Nothing : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
