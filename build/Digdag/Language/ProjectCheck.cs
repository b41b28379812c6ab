using System.Collections.Immutable;
using Cdp.Digdag.Schedules;

namespace Cdp.Digdag.Language;

/// <summary>
/// Loads, compiles and schedules a project without running it. Refuses what digdag's <c>check</c> refuses, and what
/// only its <c>push</c> does.
/// </summary>
public static class ProjectCheck
{
    /// <param name="now">From when the next session of a schedule is counted.</param>
    public static CheckedProject Run(string folder, DateTimeOffset now)
    {
        var project = WorkflowLoader.Load(folder);
        var errors = project.Errors.ToBuilder();
        var workflows = ImmutableArray.CreateBuilder<CheckedWorkflow>();
        foreach (var workflow in project.Workflows)
        {
            try
            {
                workflows.Add(Check(workflow, now));
            }
            catch (DigdagConfigException ex)
            {
                errors.Add(ProjectError.Of(ex, workflow.File));
            }
        }

        return new(workflows.ToImmutable(), [.. errors.OrderBy(e => e.Position.File, StringComparer.Ordinal).ThenBy(e => e.Position.Line)]);
    }

    private static CheckedWorkflow Check(WorkflowDefinition workflow, DateTimeOffset now)
    {
        var tasks = WorkflowCompiler.Compile(workflow);
        CheckRequired(workflow, tasks);
        var next = Scheduler.Of(workflow)?.First(now);
        Scheduler.RefuseUnusedKeys(workflow);
        return new(workflow, tasks, next);
    }

    /// <summary><c>check</c> lists what each workflow requires and stumbles over a name that is none.</summary>
    private static void CheckRequired(WorkflowDefinition workflow, ImmutableArray<CompiledTask> tasks)
    {
        foreach (var task in tasks)
        {
            try
            {
                task.Config.GetStringOrNull("require>");
            }
            catch (DigdagConfigException ex)
            {
                throw ex.At(workflow.Sources.Find(SourceMap.Join(task.KeyPath, "require>")));
            }
        }
    }
}

/// <summary>What a check found. A project with an error is refused as a whole.</summary>
public sealed record CheckedProject(ImmutableArray<CheckedWorkflow> Workflows, ImmutableArray<ProjectError> Errors)
{
    public bool IsAccepted => Errors.IsEmpty;
}

/// <param name="Tasks">In order of index; the first is the root.</param>
/// <param name="NextSession">Null without a schedule.</param>
public sealed record CheckedWorkflow(
    WorkflowDefinition Definition, ImmutableArray<CompiledTask> Tasks, ScheduleTime? NextSession);
