using System.Globalization;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Runs;
using Cdp.Pipeline.Steps.Guards;

namespace Cdp.Pipeline.Steps;

/// <summary>Makes a phase's folder the project's latest revision, in three attempts; each fault gets its cure (spec, td_cli §8).</summary>
internal sealed class Pusher(RunParts parts, RunStore store, CellInputs inputs, NameGuard names)
{
    public const int Attempts = 3;

    private const int HashLength = 8;

    private readonly Questions _questions = new(parts.Pipeline.Config.On);
    private readonly FolderGuard _folder = new(parts, inputs);
    private readonly TimeLimit _limit = new(parts);
    private int _suffix = 1;

    /// <returns>Null when the phase is to be skipped.</returns>
    public async Task<PushedRevision?> PushAsync(IPhaseDefinition phase, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await _folder.EnsureAsync(phase, cancellation);
                return Stored(phase.Phase, await OnceAsync(Planned(phase.Phase), cancellation));
            }
            catch (PlatformException ex) when (ex.Fault is not (Fault.Unauthorized or Fault.Forbidden))
            {
                if (attempt < Attempts && await CureAsync(ex, attempt, cancellation))
                {
                    parts.View.Say($"⚠ {parts.Pipeline.Project(phase.Phase)}, attempt {attempt} of {Attempts}: {ex.Message}");
                    continue;
                }

                switch (await parts.Prompt.AskAsync(_questions.DeployFailed(ex.Message + Place(phase.Phase, ex.Details), attempt), cancellation))
                {
                    case Answer.Retry:
                        attempt = 0;
                        break;
                    case Answer.Skip:
                        return null;
                    default:
                        throw new PlatformException(ex.Fault, Exhausted(phase.Phase, attempt, ex), ex.Details, ex);
                }
            }
        }
    }

    /// <summary>What is to be pushed is on disk before the platform hears of it.</summary>
    private ProjectPush Planned(Phase phase)
    {
        var hash = inputs.Folder(phase);
        var suffix = _suffix == 1 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"-{_suffix}");
        var push = new ProjectPush(
            parts.Pipeline.Project(phase),
            parts.Workspace.Folder(phase),
            $"{store.State.PipelineId}-{phase.Folder()}-{hash[..HashLength]}{suffix}");
        store.Save(s => s
            .With(phase, p => p with { Deployed = false, Project = push.Project, Revision = push.Revision })
            .With(new Cell(phase, Step.Deploy), step => step with { Inputs = hash }));
        return push;
    }

    private async Task<PushedRevision> OnceAsync(ProjectPush push, CancellationToken cancellation)
    {
        try
        {
            return await _limit.WithinAsync(
                $"The push of project {push.Project}", limited => parts.Platform.PushAsync(push, limited), cancellation);
        }
        catch (PlatformException ex) when (ex.Fault is Fault.RevisionExists)
        {
            return await parts.Platform.FindProjectAsync(push.Project, cancellation) is { } found && found.Revision == push.Revision
                ? new(found.ProjectId, push.Project, push.Revision)
                : throw Used(ex);
        }
    }

    private PlatformException Used(PlatformException failure)
    {
        _suffix++; // the next attempt goes up under another name
        return failure;
    }

    private PushedRevision Stored(Phase phase, PushedRevision pushed)
    {
        store.Save(s => s.With(phase, p => p with
        {
            Deployed = true,
            DeployedAt = parts.Clock.GetUtcNow(),
            Revision = pushed.Revision,
        }));
        return pushed;
    }

    /// <returns>Whether another attempt may end otherwise. What the folder's own check did not find, only a person can cure.</returns>
    private async Task<bool> CureAsync(PlatformException failure, int attempt, CancellationToken cancellation)
    {
        switch (failure.Action)
        {
            case FaultAction.BackOff or FaultAction.AskAgain:
                await _limit.PauseAsync(attempt, failure, cancellation);
                return true;
            case FaultAction.Adopt:
                return true;
            case FaultAction.Repair:
                return failure.Fault is Fault.NoTdConf;
            case FaultAction.Ask when failure.Fault is Fault.DatabaseMissing:
                await names.DatabasesAsync(cancellation);
                return true;
            default:
                return false;
        }
    }

    private string Exhausted(Phase phase, int attempt, PlatformException failure) => string.Create(
        CultureInfo.InvariantCulture,
        $"{parts.Pipeline.Project(phase)} could not be deployed in {attempt} {(attempt == 1 ? "attempt" : "attempts")}. {failure.Message}{Place(phase, failure.Details)}");

    /// <summary>Where in the project's files to look: the platform names a file, or a task by its workflow and name.</summary>
    private static string Place(Phase phase, FaultDetails details)
    {
        var file = details.File ?? (details.Task?.Split('+', StringSplitOptions.RemoveEmptyEntries) is [var workflow, _, ..] ? $"{workflow}.dig" : null);
        return file is null ? string.Empty : string.Create(
            CultureInfo.InvariantCulture,
            $"\nLook at {phase.Folder()}/{file}{(details.Line is { } line ? $":{line}" : string.Empty)}{(details.Task is { } task ? $", task {task}" : string.Empty)}.");
    }
}
