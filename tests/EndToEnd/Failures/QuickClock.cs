namespace Cdp.EndToEnd.Failures;

/// <summary>A pause is over in a moment, and the clock is then as late as it would be. A limit on an answer is reached once
/// <paramref name="strikes"/> says so.</summary>
internal sealed class QuickClock(DateTimeOffset start, Func<bool> strikes) : TimeProvider
{
    private static readonly TimeSpan _moment = TimeSpan.FromMilliseconds(5);

    private readonly Lock _gate = new();
    private readonly List<TimeSpan> _waits = [];
    private long _ticks = start.UtcTicks;

    /// <summary>Each pause, in order.</summary>
    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (_gate)
            {
                return [.. _waits];
            }
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (state is CancellationTokenSource)
        {
            return new Limit(callback, state, strikes);
        }

        if (dueTime > TimeSpan.Zero)
        {
            lock (_gate)
            {
                _waits.Add(dueTime);
            }

            Interlocked.Add(ref _ticks, dueTime.Ticks);
        }

        return System.CreateTimer(callback, state, dueTime > _moment ? _moment : dueTime, period);
    }

    /// <summary>Looks every moment whether it is reached.</summary>
    private sealed class Limit : ITimer
    {
        private readonly ITimer _looks;

        public Limit(TimerCallback callback, object? state, Func<bool> strikes) => _looks = System.CreateTimer(
            _ =>
            {
                if (strikes())
                {
                    callback(state);
                }
            },
            null,
            TimeSpan.FromMilliseconds(20),
            TimeSpan.FromMilliseconds(20));

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() => _looks.Dispose();

        public ValueTask DisposeAsync() => _looks.DisposeAsync();
    }
}
