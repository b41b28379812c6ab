using System.Text.Json.Nodes;
using System.Threading.Channels;
using Cdp.Digdag.Language;

namespace Cdp.Digdag.Engine;

/// <summary>
/// One running attempt: digdag's state machine, driven by messages. Each message is one turn — the tasks change, everything
/// that follows from it is worked out, the journal gets one line, and only then are tasks started and waiters told.
/// </summary>
internal sealed partial class AttemptRun : IDisposable
{
    private readonly Channel<Message> _inbox = Channel.CreateUnbounded<Message>(new() { SingleReader = true });
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _kill = new();
    private readonly Dictionary<long, ITimer> _timers = [];
    private readonly List<TaskNode> _started = [];
    private readonly Journal<Turn> _journal;
    private readonly TaskTable _tasks;
    private readonly AttemptContext _context;
    private readonly Dictionary<string, TaskView> _resuming;
    private Turn _turn = new();

    public AttemptRun(AttemptContext context, Journal<Turn> journal, IEnumerable<TaskView> resuming)
    {
        _context = context;
        _journal = journal;
        _tasks = new();
        _resuming = resuming.GroupBy(t => t.FullName).ToDictionary(g => g.Key, g => g.Last());
    }

    public AttemptContext Context => _context;

    /// <summary>Ends when the attempt is done, or faults when its journal cannot be written.</summary>
    public Task Done => _done.Task;

    public CancellationToken Killed => _kill.Token;

    public bool IsCancelRequested => Read(() => _tasks.Root.CancelRequested);

    public bool HasStores => _tasks.HasStores;

    /// <summary>Writes the first turn: the static tree, on disk before the attempt is.</summary>
    public void Plan(IReadOnlyList<CompiledTask> tasks)
    {
        const int RootAlone = 1;
        if (RootAlone + tasks.Count > _context.Options.MaxTasks)
        {
            throw new EngineException(EngineFault.Invalid, TooMany(RootAlone, tasks.Count));
        }

        AddTasks(tasks, parent: null, rootUpstream: null, initial: true);
        Change(_tasks.Root, now => now with { State = TaskState.Planned });
        Record();
        _journal.Sync();
    }

    public void Go()
    {
        _ = Task.Run(LoopAsync);
        Post(Nothing);
    }

    public List<TaskView> Tasks()
    {
        lock (_gate)
        {
            return [.. _tasks.All.Select(t => t.View())];
        }
    }

    public bool RequestCancel()
    {
        lock (_gate)
        {
            if (_tasks.Root.State.IsDone() || !_tasks.RequestCancel())
            {
                return false;
            }

            _journal.Write(new Turn { CancelRequested = true });
        }

        // Not on this thread: what waits for the token may run long, and this answers a request.
        _ = _kill.CancelAsync();
        Post(WakeWaiting);
        return true;
    }

    /// <summary>For effects outside of this process: what led to them must survive a power cut.</summary>
    public void Sync() => _journal.Sync();

    public T Read<T>(Func<T> read)
    {
        lock (_gate)
        {
            return read();
        }
    }

    /// <summary>Messages that wait together are taken in order of their tasks.</summary>
    public void Post(Action message, long taskId = 0) => _inbox.Writer.TryWrite(new(taskId, message));

    public void Dispose()
    {
        _inbox.Writer.TryComplete();
        _stop.Cancel();
        lock (_gate)
        {
            foreach (var timer in _timers.Values)
            {
                timer.Dispose();
            }

            _journal.Dispose();
        }
    }

    private sealed record Message(long TaskId, Action Apply);

    private static void Nothing()
    {
    }

    private static string TooMany(int current, int adding, int limit) =>
        $"Too many tasks. Limit: {limit}, Current: {current}, Adding: {adding}";

    private string TooMany(int current, int adding) => TooMany(current, adding, _context.Options.MaxTasks);

    private async Task LoopAsync()
    {
        try
        {
            while (!_tasks.Root.State.IsDone())
            {
                if (!await _inbox.Reader.WaitToReadAsync(_stop.Token))
                {
                    // The engine stops. The attempt is not at its end, and opening the store again finds it lost.
                    _done.TrySetCanceled();
                    return;
                }

                TakeTurn();
                Launch();
            }

            _context.Finish(this, _tasks.Root.State is TaskState.Success, lost: null);
            _done.TrySetResult();
        }
        catch (OperationCanceledException)
        {
            _done.TrySetCanceled();
        }
        catch (Exception ex)
        {
            // The border of an attempt: a full disk, or a fault of ours. What happened since is not on disk, so it is lost.
            _context.Finish(this, success: false, $"The attempt was stopped because its state could not be kept: {ex.Message}");
            _done.TrySetResult();
        }
    }

    private void TakeTurn()
    {
        lock (_gate)
        {
            foreach (var message in Waiting().OrderBy(m => m.TaskId))
            {
                message.Apply();
            }

            Propagate();
            Record();
        }
    }

    private IEnumerable<Message> Waiting()
    {
        while (_inbox.Reader.TryRead(out var message))
        {
            yield return message;
        }
    }

    private void Record()
    {
        if (!_turn.IsEmpty)
        {
            _journal.Write(_turn);
            _turn = new();
        }
    }

    private void Launch()
    {
        var wave = new Wave(this);
        foreach (var task in _started)
        {
            task.Wave = null;
            if (_context.Runner.IsImmediate(task))
            {
                wave.Add(task);
            }
        }

        foreach (var task in _started)
        {
            // Fair: started in this order, although the loop itself runs on a thread of the pool.
            _ = Task.Factory.StartNew(
                () => _context.Runner.RunAsync(this, task), CancellationToken.None, TaskCreationOptions.PreferFairness, TaskScheduler.Default);
        }

        _started.Clear();
    }

    private void Change(TaskNode task, Func<TaskProgress, TaskProgress> change)
    {
        task.Now = change(task.Now) with { UpdatedAt = _context.Options.Time.GetUtcNow() };
        _tasks.NoteStores(task.Now);
        if (_turn.Added?.Find(t => t.Id == task.Id) is { } added)
        {
            _turn.Added[_turn.Added.IndexOf(added)] = added with { Now = task.Now };
            return;
        }

        _turn = _turn.Changed is null ? _turn with { Changed = [] } : _turn;
        _turn.Changed![task.Id] = task.Now;
    }
}
