using System.Text.Json.Nodes;
using Cdp.Digdag.Operators;

namespace Cdp.Digdag.Engine;

internal sealed partial class AttemptRun
{
    public void Succeeded(TaskNode task, TaskResult result) => Ended(task, () => Succeed(task, result));

    public void Failed(TaskNode task, TaskFailure failure) => Ended(task, () => Fail(task, failure.Error(task.FullName)));

    /// <summary>The operator wants to be run again later.</summary>
    public void Again(TaskNode task, RunAgain again) => Ended(task, () =>
    {
        if (task.State is not TaskState.Running)
        {
            return;
        }

        // A task that is to be cancelled runs once more, to release what it holds elsewhere.
        WaitFor(task, TaskState.RetryWaiting, task.CancelRequested ? TimeSpan.Zero : again.Wait, again.State);
        if (again.OrWhenDone is { } other)
        {
            var count = task.Now.RetryCount;
            _context.Engine.WhenDone(other, () => Post(() => Wake(task, count)));
        }
    });

    /// <summary>The time that <c>sla:</c> gives is over: its tasks become children of the root.</summary>
    public void AddSla(JsonObject workflow) => Post(() =>
    {
        if (_tasks.Root.State.IsDone())
        {
            return;
        }

        foreach (var (name, body) in Sla.Tasks(workflow))
        {
            try
            {
                AddTasks(DigdagLanguage.Compile(_tasks.Root.FullName, name, body), _tasks.Root, rootUpstream: null, initial: false);
            }
            catch (TaskFailure ex)
            {
                _context.Log(_tasks.Root).Warn($"Skipping the sla of {_tasks.Root.FullName}: {ex.FullMessage}");
            }
        }
    });

    private void Ended(TaskNode task, Action how)
    {
        if (task.Wave is { } wave)
        {
            wave.End(task, how);
        }
        else
        {
            Post(how, task.Id);
        }
    }

    private void Succeed(TaskNode task, TaskResult result)
    {
        if (task.State is not TaskState.Running || CancelIfAsked(task))
        {
            return;
        }

        bool planned;
        try
        {
            planned = AddFollowers(task, result);
        }
        catch (TaskFailure ex)
        {
            TellWhy(task, ex);
            Fail(task, ex.Error(task.FullName));
            return;
        }

        task.Evaluated = null;
        Change(task, now => now with
        {
            State = planned ? TaskState.Planned : TaskState.Success,
            ExportParams = result.Export,
            StoreParams = result.Store,
            ResetStoreParams = result.Reset,
        });
    }

    private void TellWhy(TaskNode task, TaskFailure failure)
    {
        if (failure.Kind is TaskFailure.TooMany)
        {
            _context.Log(task).Warn("Failed to add subtasks because of task limit");
        }
        else
        {
            _context.Log(task).Error($"Configuration error at task {task.FullName}: {failure.FullMessage}");
        }
    }

    private bool AddFollowers(TaskNode task, TaskResult result)
    {
        var sub = result.Subtasks is { Count: > 0 } subtasks
            ? AddGenerated(task, "^sub", subtasks, upstream: null, initial: true)
            : null;
        var check = task.Merged()["_check"] is JsonObject { Count: > 0 } body
            ? AddGenerated(task, "^check", Params.Clone(body), sub, initial: false)
            : null;
        return sub is not null || check is not null;
    }

    private void Fail(TaskNode task, JsonObject error)
    {
        if (task.State is not TaskState.Running || CancelIfAsked(task))
        {
            return;
        }

        var handled = false;
        try
        {
            handled = AddErrorTasks(task, export => export["error"] = error.DeepClone());
        }
        catch (TaskFailure ex)
        {
            _context.Log(task).Warn($"Skipping the _error of {task.FullName}: {ex.FullMessage}");
        }

        task.Evaluated = null;
        Change(task, now => now with
        {
            State = handled ? TaskState.Planned : TaskState.Error,
            DelayedError = handled,
            Error = error,
        });
    }

    private bool CancelIfAsked(TaskNode task) => task.CancelRequested && End(task, TaskState.Canceled);

    private void WaitFor(TaskNode task, TaskState state, TimeSpan wait, JsonObject stateParams)
    {
        var due = _context.Options.Time.GetUtcNow() + wait;
        Change(task, now => now with
        {
            State = state,
            StateParams = stateParams,
            RetryAt = due,
            RetryCount = now.RetryCount + 1,
        });
        var count = task.Now.RetryCount;
        if (wait <= TimeSpan.Zero)
        {
            Post(() => Wake(task, count));
            return;
        }

        _timers.GetValueOrDefault(task.Id)?.Dispose();
        _timers[task.Id] = _context.Options.Time.CreateTimer(
            _ => Post(() => Wake(task, count)), null, wait, Timeout.InfiniteTimeSpan);
    }

    private void Wake(TaskNode task, int retryCount)
    {
        if (task.State is TaskState.RetryWaiting or TaskState.GroupRetryWaiting && task.Now.RetryCount == retryCount)
        {
            Change(task, now => now with { State = TaskState.Ready });
        }
    }

    private void WakeWaiting()
    {
        foreach (var task in _tasks.All.Where(t => t.State is TaskState.RetryWaiting or TaskState.GroupRetryWaiting).ToList())
        {
            Wake(task, task.Now.RetryCount);
        }
    }
}
