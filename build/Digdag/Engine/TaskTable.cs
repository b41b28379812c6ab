namespace Cdp.Digdag.Engine;

/// <summary>The tasks of one attempt, in order of id, tied to their parents and upstreams.</summary>
internal sealed class TaskTable
{
    private readonly List<TaskNode> _inOrder = [];
    private readonly Dictionary<long, TaskNode> _tasks = [];

    public int Count => _inOrder.Count;

    public TaskNode Root => _inOrder[0];

    /// <summary>In order of id, which is the order in which they were made.</summary>
    public IReadOnlyList<TaskNode> All => _inOrder;

    /// <summary>Whether any task stored parameters; while none did, nobody has to look for them.</summary>
    public bool HasStores { get; private set; }

    public void Add(TaskNode task, IEnumerable<TaskNode> upstreams)
    {
        task.Upstreams.AddRange(upstreams);
        if (task.ParentId is { } parent)
        {
            task.Parent = _tasks[parent];
            task.Parent.Children.Add(task);
        }

        _tasks.Add(task.Id, task);
        _inOrder.Add(task);
        NoteStores(task.Now);
    }

    public void NoteStores(TaskProgress now) =>
        HasStores |= now.StoreParams is not null || !now.ResetStoreParams.IsDefaultOrEmpty;

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
        var open = _inOrder.Where(t => !t.State.IsDone()).ToList();
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
