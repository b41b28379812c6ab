using System.Collections.Concurrent;

namespace Cdp.TreasureData.Tests;

/// <summary>A clock on which no wait is ever over, until it is struck: then all are.</summary>
internal sealed class HeldClock : TimeProvider
{
    private readonly ConcurrentQueue<(TimerCallback Callback, object? State)> _waiting = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _waiting.Enqueue((callback, state));
        return new Timer();
    }

    /// <summary>Strikes until the work is done.</summary>
    public async Task StruckUntilAsync(Task work)
    {
        while (!work.IsCompleted)
        {
            while (_waiting.TryDequeue(out var one))
            {
                one.Callback(one.State);
            }

            await Task.WhenAny(work, Task.Delay(20));
        }

        await work;
    }

    private sealed class Timer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
