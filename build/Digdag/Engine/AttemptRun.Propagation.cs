using System.Text.Json.Nodes;

namespace Cdp.Digdag.Engine;

internal sealed partial class AttemptRun
{
    /// <summary>Works out everything that follows from the last change (digdag.md §4.1), until nothing moves.</summary>
    private void Propagate()
    {
        bool moved;
        do
        {
            moved = false;
            for (var i = 0; i < _tasks.Count; i++)
            {
                moved |= _tasks.All[i] switch
                {
                    { State: TaskState.Blocked } task => Unblock(task),
                    { State: TaskState.Ready } task => Start(task),
                    _ => false,
                };
            }

            for (var i = _tasks.Count - 1; i >= 0; i--)
            {
                moved |= _tasks.All[i].State is TaskState.Planned && FinishFromChildren(_tasks.All[i]);
            }
        }
        while (moved);
    }

    private bool Unblock(TaskNode task)
    {
        if (task.Parent?.State is not (TaskState.Planned or TaskState.Success) || !task.CanStart)
        {
            return false;
        }

        var next = task.IsGroup ? TaskState.Planned : task.CancelRequested ? TaskState.Canceled : TaskState.Ready;
        Change(task, now => now with { State = next });
        return true;
    }

    private bool Start(TaskNode task)
    {
        if (task.IsGroup)
        {
            CopyForRetry(task);
            Change(task, now => now with
            {
                State = TaskState.Planned,
                ExportParams = null,
                StoreParams = null,
                ResetStoreParams = [],
            });
            return true;
        }

        Change(task, now => now with
        {
            State = TaskState.Running,
            RetryAt = null,
            StartedAt = now.StartedAt ?? _context.Options.Time.GetUtcNow(),
        });
        _started.Add(task);
        return true;
    }

    private bool FinishFromChildren(TaskNode task)
    {
        if (task.Children.Exists(c => c.State.IsProgressing() || (c.State is TaskState.Blocked && c.CanStart)))
        {
            return false;
        }

        switch (task)
        {
            case { CancelRequested: true }:
                return End(task, TaskState.Canceled);
            case { Now.DelayedError: true }:
                return End(task, TaskState.Error);
            case { Now.DelayedGroupError: true }:
                return End(task, TaskState.GroupError);
        }

        if (!task.Children.GroupBy(c => c.FullName).Any(g => g.Last().State.IsError()))
        {
            return End(task, TaskState.Success);
        }

        return Retry(task) || DelayForErrorTasks(task) || End(task, TaskState.GroupError);
    }

    private bool End(TaskNode task, TaskState state)
    {
        Change(task, now => now with { State = state });
        return true;
    }

    private bool Retry(TaskNode task)
    {
        RetryRule rule;
        try
        {
            rule = RetryRule.Of(task.Merged(), task.Now.StateParams);
        }
        catch (TaskFailure)
        {
            _context.Log(task).Warn("Ignore retry parameter because of invalid retry configuration.");
            return false;
        }

        if (!rule.HasMore)
        {
            return false;
        }

        var wait = TimeSpan.FromSeconds(rule.NextInterval / _context.Options.Hurry);
        WaitFor(task, TaskState.GroupRetryWaiting, wait, rule.NextState(task.Now.StateParams));
        return true;
    }

    private bool DelayForErrorTasks(TaskNode task)
    {
        var added = false;
        if (task.ParentId is null)
        {
            var alert = new JsonObject { ["_type"] = "notify", ["_command"] = "Workflow session attempt failed" };
            AddTasks(DigdagLanguage.Compile(task.FullName, "^failure-alert", alert), task, rootUpstream: null, initial: false);
            added = true;
        }

        try
        {
            added |= AddErrorTasks(task, export => Visibility.CollectErrors(export, task));
        }
        catch (TaskFailure ex)
        {
            _context.Log(task).Warn($"Skipping the _error of {task.FullName}: {ex.FullMessage}");
        }

        if (added)
        {
            Change(task, now => now with { DelayedGroupError = true });
        }

        return added;
    }

    private bool AddErrorTasks(TaskNode task, Action<JsonObject> describe)
    {
        if (task.Merged()["_error"] is not JsonObject { Count: > 0 } body)
        {
            return false;
        }

        var config = Params.Clone(body);
        var export = Params.Clone(config["_export"] as JsonObject);
        describe(export);
        config["_export"] = export;
        return AddGenerated(task, "^error", config, upstream: null, initial: false) is not null;
    }

    private TaskNode? AddGenerated(TaskNode task, string name, JsonObject config, TaskNode? upstream, bool initial)
    {
        var planned = DigdagLanguage.Compile(task.FullName, name, config);
        if (planned.IsEmpty)
        {
            return null;
        }

        if (_tasks.Count + planned.Length > _context.Options.MaxTasks)
        {
            throw new TaskFailure(TooMany(_tasks.Count, planned.Length), TaskFailure.TooMany);
        }

        AddTasks(planned, task, upstream, initial);
        return task.Children[^1];
    }

    /// <summary>
    /// Copies what stood below a group at the start; what was generated is made anew by its operator. Copies are not
    /// copied again, which is why retries of nested groups do not multiply.
    /// </summary>
    private void CopyForRetry(TaskNode group)
    {
        var initial = Visibility.Below(group)
            .Where(t => t.Initial && !t.FullName[group.FullName.Length..].Contains("^sub", StringComparison.Ordinal))
            .OrderBy(t => t.Id)
            .ToList();
        var copies = new Dictionary<TaskNode, TaskNode>();
        var id = _context.Store.NextTaskIds(initial.Count);
        foreach (var task in initial)
        {
            var parent = copies.GetValueOrDefault(task.Parent!, task.Parent!);
            var copy = new TaskNode
            {
                Id = id++,
                FullName = task.FullName,
                ParentId = parent.Id,
                IsGroup = task.IsGroup,
                Local = Params.Clone(task.Local),
                Export = Params.Clone(task.Export),
                Now = new() { UpdatedAt = _context.Options.Time.GetUtcNow() },
                CancelRequested = group.CancelRequested,
            };
            copies[task] = copy;
            Insert(copy, task.Upstreams.Select(u => copies[u]));
        }
    }
}
