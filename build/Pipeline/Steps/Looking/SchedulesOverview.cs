using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Runs;

namespace Cdp.Pipeline.Steps.Looking;

/// <summary>The schedules of the pipeline's projects, as the platform has them.</summary>
public sealed class SchedulesOverview(RunParts parts)
{
    public async Task<IReadOnlyList<WorkflowSchedule>> ListAsync(CancellationToken cancellation)
    {
        var all = new List<WorkflowSchedule>();
        foreach (var phase in PhaseNames.All)
        {
            all.AddRange(await parts.Platform.ListSchedulesAsync(parts.Pipeline.Project(phase), cancellation));
        }

        return all;
    }

    /// <param name="workflow">Null for all.</param>
    /// <returns>The schedules as they are afterwards.</returns>
    public async Task<IReadOnlyList<WorkflowSchedule>> SwitchAsync(string? workflow, bool enabled, CancellationToken cancellation)
    {
        var all = await ListAsync(cancellation);
        var meant = all.Where(s => workflow is null || s.Workflow == workflow).ToArray();
        if (meant.Length == 0)
        {
            throw new PipelineException(
                workflow is null
                    ? "No workflow of this pipeline has a schedule. Write schedule: into the configuration, and deploy."
                    : $"No workflow '{workflow}' of this pipeline has a schedule.{Suggestion.For(workflow, all.Select(s => s.Workflow))}",
                ExitCode.WrongInput);
        }

        foreach (var schedule in meant.Where(s => s.Enabled != enabled))
        {
            await parts.Platform.SetScheduleEnabledAsync(schedule.Project, schedule.Workflow, enabled, cancellation);
        }

        return await ListAsync(cancellation);
    }
}
