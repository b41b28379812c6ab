using System.Collections.Immutable;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Runs;

namespace Cdp.Pipeline.Steps;

/// <summary>Looks at a running attempt until it ends, or until the time is up.</summary>
internal sealed class SessionWatcher(RunParts parts)
{
    /// <summary>So often a look asks whether somebody retried the session elsewhere.</summary>
    private const int LooksPerSession = 10;

    /// <summary>The run itself does not suffer when a look fails (spec, td_cli §8, "Monitor").</summary>
    public const int FaultsTolerated = 10;

    private static readonly TimeSpan _local = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan _remote = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _longestPause = TimeSpan.FromSeconds(60);

    /// <summary>So often at most the running tasks are asked for besides.</summary>
    private static readonly TimeSpan _tasksEvery = TimeSpan.FromSeconds(5);

    private readonly Questions _questions = new(parts.Pipeline.Config.On);
    private readonly RunningTasks _tasks = new(parts.Platform);

    private TimeSpan Every => parts.Pipeline.Config.Monitor.PollInterval
        ?? (parts.Pipeline.Config.Platform is PlatformKind.Local ? _local : _remote);

    /// <param name="newer">Told of an attempt that somebody else has started in the same session; it is followed from here on.</param>
    /// <returns>The attempt as it ended; still running when <c>monitor.timeout</c> has passed.</returns>
    public async Task<Attempt> WaitAsync(Cell cell, Execution execution, Action<Attempt> newer, CancellationToken cancellation)
    {
        var started = parts.Clock.GetTimestamp();
        TimeSpan? told = null;
        ImmutableArray<string> running = [];
        for (var look = 1; ; look++)
        {
            var attempt = await LookAsync(execution, look % LooksPerSession == 0, cancellation);
            if (attempt.Status is AttemptStatus.Error or AttemptStatus.Killed)
            {
                attempt = await LookAsync(execution, latest: true, cancellation);
            }

            if (attempt.AttemptId != execution.AttemptId)
            {
                parts.View.Say($"{execution.WorkflowName} was started again elsewhere: attempt {attempt.AttemptId} of session {attempt.SessionId} is followed now.");
                execution = execution with { AttemptId = attempt.AttemptId };
                newer(attempt);
            }

            var elapsed = parts.Clock.GetElapsedTime(started);
            if (attempt.Status is not AttemptStatus.Running || elapsed > parts.Pipeline.Config.Monitor.Timeout)
            {
                return attempt;
            }

            if (told is not { } last || elapsed - last >= _tasksEvery)
            {
                told = elapsed;
                running = await RunningAsync(attempt.AttemptId, cancellation);
            }

            parts.View.StepProgress(cell, new(execution.WorkflowName, execution.SessionId!, "running", elapsed, Every) { Running = running });
            await Task.Delay(Every, parts.Clock, cancellation);
        }
    }

    private async Task<Attempt> LookAsync(Execution execution, bool latest, CancellationToken cancellation)
    {
        for (var fault = 1; ; fault++)
        {
            try
            {
                return latest
                    ? await parts.Platform.GetLatestAttemptAsync(execution.SessionId!, cancellation)
                    : await parts.Platform.GetAttemptAsync(execution.AttemptId!, cancellation);
            }
            catch (PlatformException ex) when (ex.Action is FaultAction.BackOff or FaultAction.AskAgain or FaultAction.Repair)
            {
                if (fault >= FaultsTolerated)
                {
                    await AskAsync(execution, ex, fault, cancellation);
                    fault = 0;
                }

                var pause = TimeSpan.FromSeconds(Math.Pow(2, fault));
                await Task.Delay(pause < _longestPause ? pause : _longestPause, parts.Clock, cancellation);
            }
        }
    }

    private async Task AskAsync(Execution execution, PlatformException failure, int looks, CancellationToken cancellation)
    {
        var question = _questions.MonitorLost(execution.WorkflowName, failure.Message, looks);
        if (await parts.Prompt.AskAsync(question, cancellation) != Answer.Wait)
        {
            throw new PlatformException(
                failure.Fault,
                $"{execution.WorkflowName} (session {execution.SessionId}) goes on, but the platform did not tell {looks} times how it stands. {failure.Message} "
                + "Run the same command again to go on watching.",
                failure.Details,
                failure);
        }
    }

    /// <summary>Only for the eye: a fault here is none.</summary>
    private async Task<ImmutableArray<string>> RunningAsync(string attemptId, CancellationToken cancellation)
    {
        try
        {
            return [.. (await _tasks.OfAsync(attemptId, cancellation)).Select(t => t.FullName)];
        }
        catch (PlatformException)
        {
            return [];
        }
    }
}
