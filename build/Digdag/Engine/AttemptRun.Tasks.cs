using System.Text.Json.Nodes;
using Cdp.Digdag.Language;

namespace Cdp.Digdag.Engine;

internal sealed partial class AttemptRun
{
    private void AddTasks(IReadOnlyList<CompiledTask> tasks, TaskNode? parent, TaskNode? rootUpstream, bool initial)
    {
        // All are looked at before the first is added: a body that is not valid adds nothing.
        var configs = tasks.Select(t => DigdagLanguage.Parted(_resuming.GetValueOrDefault(t.FullName)?.Config ?? t.Config)).ToList();
        var id = _context.Store.NextTaskIds(tasks.Count);
        var made = new TaskNode[tasks.Count];
        foreach (var planned in tasks)
        {
            var upstreams = planned.Upstreams.Select(i => made[i]);
            var node = Node(planned, configs[planned.Index], id++, planned.ParentIndex is { } p ? made[p] : parent, initial);
            made[planned.Index] = node;
            Insert(node, planned.Index == 0 && rootUpstream is not null ? upstreams.Append(rootUpstream) : upstreams);
        }
    }

    private TaskNode Node(CompiledTask planned, TaskConfig config, long id, TaskNode? parent, bool initial)
    {
        var taken = _resuming.GetValueOrDefault(planned.FullName);
        var now = new TaskProgress { UpdatedAt = _context.Options.Time.GetUtcNow() };
        return new()
        {
            Id = id,
            FullName = planned.FullName,
            ParentId = parent?.Id,
            IsGroup = planned.IsGroup,
            Initial = initial,
            Local = config.Local,
            Export = config.Export,
            Now = taken is null ? now : now with
            {
                State = TaskState.Success,
                ExportParams = taken.ExportParams.Copy(),
                StoreParams = taken.StoreParams.Copy(),
            },
        };
    }

    private void Insert(TaskNode node, IEnumerable<TaskNode> upstreams)
    {
        _tasks.Add(node, upstreams);
        _turn = _turn.Added is null ? _turn with { Added = [] } : _turn;
        _turn.Added!.Add(node.Added());
    }
}
