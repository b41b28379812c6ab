using Cdp.Digdag.Engine;
using Cdp.Digdag.Language;
using Cdp.Digdag.Schedules;
using Cdp.Emulator.Http;
using WorkflowDefinition = Cdp.Digdag.Engine.WorkflowDefinition;

namespace Cdp.Emulator.Workflows;

/// <summary>What <c>start --session hourly|daily|…</c> makes of a moment, in the workflow's own zone.</summary>
internal static class SessionTimeTruncation
{
    public static DateTimeOffset Apply(WorkflowDefinition workflow, DateTimeOffset time, string? mode)
    {
        if (mode is null)
        {
            return time;
        }

        if (!SessionTruncation.IsMode(mode))
        {
            throw ApiException.NotFound($"There is no mode '{mode}'. Use hour, day, schedule or next_schedule.");
        }

        try
        {
            return SessionTruncation.Truncate(
                new(workflow.Name, workflow.Name + ".dig", workflow.Timezone, workflow.Config, new SourceMap()), time, mode);
        }
        catch (DigdagConfigException ex)
        {
            throw ApiException.BadRequest(ex.Message);
        }
    }
}
