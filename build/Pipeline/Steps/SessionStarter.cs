using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Runs;

namespace Cdp.Pipeline.Steps;

/// <summary>Starts one workflow. An answer that was lost is learnt by asking the very same again: a session time is used once.</summary>
internal sealed class SessionStarter(RunParts parts, RunStore store, Pusher pusher)
{
    private const int Faults = 3;

    private static readonly TimeSpan _firstWait = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan _longestWait = TimeSpan.FromSeconds(300);
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(30);

    private readonly Questions _questions = new(parts.Pipeline.Config.On);
    private readonly TimeLimit _limit = new(parts);

    public async Task<Attempt> StartAsync(IPhaseDefinition phase, WorkflowStart start, CancellationToken cancellation)
    {
        var tries = new Tries();
        while (true)
        {
            try
            {
                var attempt = await _limit.WithinAsync(
                    $"The start of {start.Workflow}", limited => parts.Platform.StartAsync(start, limited), cancellation);
                return Told(start, attempt, tries);
            }
            catch (PlatformException ex) when (ex is { Fault: Fault.SessionExists, Details.AttemptId: { } id })
            {
                return Told(start, await parts.Platform.GetAttemptAsync(id, cancellation) with { Adopted = true }, tries);
            }
            catch (PlatformException ex) when (ex.Fault is not (Fault.Unauthorized or Fault.Forbidden))
            {
                if (!await CureAsync(phase, start, ex, tries, cancellation))
                {
                    await AskAsync(phase, start, ex, tries, cancellation);
                }
            }
        }
    }

    /// <summary>A session that is there before anything was heard to go wrong is worth a word.</summary>
    private Attempt Told(WorkflowStart start, Attempt attempt, Tries tries)
    {
        if (attempt.Adopted && tries.Faults == 0)
        {
            parts.View.Say($"{start.Workflow} has session {attempt.SessionId} of {Texts.Time(start.SessionTime)} already: it is followed, and nothing is started twice.");
        }

        return attempt;
    }

    private async Task<bool> CureAsync(
        IPhaseDefinition phase, WorkflowStart start, PlatformException failure, Tries tries, CancellationToken cancellation)
    {
        switch (failure.Action)
        {
            case FaultAction.BackOff when failure.Fault is Fault.AttemptLimit:
                return await WaitForRoomAsync(failure, tries, cancellation);
            case FaultAction.BackOff or FaultAction.AskAgain when ++tries.Faults < Faults:
                await _limit.PauseAsync(tries.Faults, failure, cancellation);
                return true;
            case FaultAction.Repair when failure.Fault is Fault.ProjectMissing or Fault.WorkflowMissing && !tries.Deployed:
                parts.View.Say($"⚠ {failure.Message} It is deployed once more.");
                return tries.Deployed = await pusher.PushAsync(phase, cancellation) is not null;
            default:
                return false;
        }
    }

    /// <summary>60 s, then twice as long each time up to 300 s, half an hour in all.</summary>
    private async Task<bool> WaitForRoomAsync(PlatformException failure, Tries tries, CancellationToken cancellation)
    {
        if (tries.Waited >= _patience)
        {
            return false;
        }

        tries.Wait = tries.Wait == TimeSpan.Zero ? _firstWait : tries.Wait * 2 < _longestWait ? tries.Wait * 2 : _longestWait;
        parts.View.Say($"⚠ {failure.Message} The next try is in {Texts.Span(tries.Wait)}.");
        await Task.Delay(tries.Wait, parts.Clock, cancellation);
        tries.Waited += tries.Wait;
        return true;
    }

    private async Task AskAsync(
        IPhaseDefinition phase, WorkflowStart start, PlatformException failure, Tries tries, CancellationToken cancellation)
    {
        var answer = await parts.Prompt.AskAsync(_questions.StartFailed(start.Workflow, failure.Message, tries.Questions), cancellation);
        if (answer is not (Answer.Retry or Answer.Deploy))
        {
            throw new PlatformException(
                failure.Fault, $"{start.Workflow} of {start.Project} could not be started. {failure.Message}", failure.Details, failure);
        }

        if (answer == Answer.Deploy)
        {
            await VerifyAsync(phase, start, cancellation);
        }

        tries.Again();
    }

    /// <summary>Says how the project stands on the platform, and deploys it where that is not as it should be.</summary>
    private async Task VerifyAsync(IPhaseDefinition phase, WorkflowStart start, CancellationToken cancellation)
    {
        var found = await parts.Platform.FindProjectAsync(start.Project, cancellation);
        var wanted = store.State[phase.Phase].Revision;
        parts.View.Say(found is null
            ? $"There is no project {start.Project}: it is deployed now."
            : $"The project {start.Project} is there; its latest revision is {found.Revision}, ours is {wanted}.{(found.Revision == wanted ? string.Empty : " It is deployed now.")}");
        if (found?.Revision != wanted)
        {
            await pusher.PushAsync(phase, cancellation);
        }
    }

    private sealed class Tries
    {
        public int Faults { get; set; }

        public int Questions { get; private set; }

        public bool Deployed { get; set; }

        public TimeSpan Wait { get; set; }

        public TimeSpan Waited { get; set; }

        public void Again()
        {
            Questions++;
            Faults = 0;
            Deployed = false;
            Wait = Waited = TimeSpan.Zero;
        }
    }
}
