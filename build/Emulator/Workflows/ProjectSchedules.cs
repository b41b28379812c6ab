using System.Collections.Immutable;
using Cdp.Digdag.Engine;

namespace Cdp.Emulator.Workflows;

/// <summary>The schedules that a push brings.</summary>
internal sealed class ProjectSchedules(WorkflowStore store)
{
    public ImmutableArray<Schedule> Plan(ImmutableArray<PushedWorkflow> workflows, DateTimeOffset? from) => [];

    public void Take(Project project, ImmutableArray<Schedule> planned, ScheduleSwitches switches)
    {
        if (!switches.Skip)
        {
            store.Reschedule(project.Id, planned);
        }
    }
}
