namespace Cdp.Emulator.Hosting;

/// <summary>Knows when nobody needs the process any more. One timer, moved by each request; nothing is polled.</summary>
internal sealed class IdleWatch : IDisposable
{
    private readonly TimeSpan _idle;
    private readonly Func<bool> _isBusy;
    private readonly Action _leave;
    private readonly ITimer _timer;
    private int _requests;

    /// <param name="idle">Infinite to stay until told to leave.</param>
    /// <param name="isBusy">An attempt or a job is running.</param>
    /// <param name="leave">Called when the time has passed and nothing runs.</param>
    public IdleWatch(TimeSpan idle, TimeProvider time, Func<bool> isBusy, Action leave)
    {
        _idle = idle;
        _isBusy = isBusy;
        _leave = leave;
        _timer = time.CreateTimer(_ => OnIdle(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>From now on it can be found: starting up is not being idle.</summary>
    public void Begin() => Restart();

    public void Enter() => Interlocked.Increment(ref _requests);

    public void Exit()
    {
        Interlocked.Decrement(ref _requests);
        Restart();
    }

    public void Dispose() => _timer.Dispose();

    private void OnIdle()
    {
        if (Volatile.Read(ref _requests) > 0 || _isBusy())
        {
            Restart();
            return;
        }

        _leave();
    }

    private void Restart() => _timer.Change(_idle, Timeout.InfiniteTimeSpan);
}
