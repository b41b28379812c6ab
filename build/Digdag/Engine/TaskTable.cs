namespace Cdp.Digdag.Engine;

/// <summary>The tasks of one attempt, in order of id, tied to their parents and upstreams.</summary>
internal sealed class TaskTable
{
    private readonly SortedDictionary<long, TaskNode> _tasks = [];

    public int Count => _tasks.Count;

    public TaskNode Root => _tasks.Values.First();

    public IEnumerable<TaskNode> All => _tasks.Values;

    public TaskNode this[long id] => _tasks[id];

    public void Add(TaskNode task, IEnumerable<TaskNode> upstreams)
    {
        task.Upstreams.AddRange(upstreams);
        if (task.ParentId is { } parent)
        {
            task.Parent = _tasks[parent];
            task.Parent.Children.Add(task);
        }

        _tasks.Add(task.Id, task);
    }

    public void Apply(Turn turn)
    {
        foreach (var added in turn.Added ?? [])
        {
            var task = new TaskNode
            {
                Id = added.Id,
                FullName = added.FullName,
                ParentId = added.ParentId,
                IsGroup = added.IsGroup,
                Initial = added.Initial,
                Local = added.Local,
                Export = added.Export,
                Now = added.Now,
            };
            Add(task, (added.Upstreams.IsDefault ? [] : added.Upstreams).Select(id => _tasks[id]));
        }

        foreach (var (id, now) in turn.Changed ?? [])
        {
            _tasks[id].Now = now;
        }

        if (turn.CancelRequested)
        {
            RequestCancel();
        }
    }

    /// <summary>Marks every task that is not done; false when there is none.</summary>
    public bool RequestCancel()
    {
        var open = _tasks.Values.Where(t => !t.State.IsDone()).ToList();
        open.ForEach(t => t.CancelRequested = true);
        return open.Count > 0;
    }

    public static TaskTable Of(IEnumerable<Turn> turns)
    {
        var table = new TaskTable();
        foreach (var turn in turns)
        {
            table.Apply(turn);
        }

        return table;
    }
}
