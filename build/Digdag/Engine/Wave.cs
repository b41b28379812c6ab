namespace Cdp.Digdag.Engine;

/// <summary>
/// Tasks that started together and only compute. digdag leaves open which of them ends first, and with it the order of what
/// they generate; here all of them end in one turn, in order of their ids, so that a workflow runs the same way each time.
/// </summary>
internal sealed class Wave(AttemptRun run)
{
    private readonly SortedDictionary<long, Action> _ends = [];
    private int _open;

    public void Add(TaskNode task)
    {
        task.Wave = this;
        _open++;
    }

    /// <summary>Keeps how a task ended until all have ended.</summary>
    public void End(TaskNode task, Action how)
    {
        lock (_ends)
        {
            _ends.Add(task.Id, how);
            if (_ends.Count < _open)
            {
                return;
            }
        }

        run.Post(
            () =>
            {
                foreach (var end in _ends.Values)
                {
                    end();
                }
            },
            _ends.Keys.First());
    }
}
