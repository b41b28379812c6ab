using System.Text.RegularExpressions;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Runs;

namespace Cdp.Pipeline.Steps;

/// <summary>After a push: every <c>schedule:</c> of the project's files is known to the platform, with its next run.</summary>
internal sealed partial class ScheduleCheck(RunParts parts)
{
    public async Task<IReadOnlyList<WorkflowSchedule>> VerifyAsync(Phase phase, CancellationToken cancellation)
    {
        var wanted = Scheduled(phase);
        if (wanted.Length == 0)
        {
            return [];
        }

        var project = parts.Pipeline.Project(phase);
        var found = await parts.Platform.ListSchedulesAsync(project, cancellation);
        var lost = wanted.Except(found.Select(s => s.Workflow), StringComparer.Ordinal).ToArray();
        if (lost.Length > 0)
        {
            throw new PipelineException(
                $"{project} was pushed, but the platform does not list the schedule of {string.Join(", ", lost)}. Run the same command again; if it stays so, look at the project in TD Console.");
        }

        Tell(found);
        return [.. found.Where(s => wanted.Contains(s.Workflow))];
    }

    public static string Text(WorkflowSchedule schedule) => schedule switch
    {
        { Enabled: false } => $"{schedule.Workflow}, disabled",
        { NextRunTime: { } next } => $"{schedule.Workflow}, next run {Texts.Time(next)}",
        _ => schedule.Workflow,
    };

    private void Tell(IReadOnlyList<WorkflowSchedule> found)
    {
        foreach (var schedule in found.Where(s => !s.Enabled))
        {
            parts.View.Say($"⚠ The schedule of {schedule.Workflow} is disabled. Enable it with --target=Schedules --action=enable --workflow={schedule.Workflow}.");
        }

        if (found.Count > 0 && parts.Pipeline.Config.Platform is PlatformKind.Local)
        {
            parts.View.Say("On this machine schedules fire only while the emulator stays up: --target=Emulator --action=start --keep.");
        }
    }

    private string[] Scheduled(Phase phase)
    {
        var folder = parts.Workspace.Folder(phase);
        return
        [
            .. parts.Files.List(folder)
                .Where(path => path.EndsWith(".dig", StringComparison.Ordinal) && !path.Contains('/', StringComparison.Ordinal))
                .Where(path => Block().IsMatch(parts.Files.ReadText(Path.Combine(folder, path))))
                .Select(path => path[..^".dig".Length]),
        ];
    }

    [GeneratedRegex(@"(?m)^schedule:")]
    private static partial Regex Block();
}
