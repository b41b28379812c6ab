using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Runs;

namespace Cdp.Pipeline.Steps;

/// <summary>Looks at a running attempt until it ends, or until the time is up.</summary>
internal sealed class SessionWatcher(RunParts parts)
{
    /// <summary>So often a look asks whether somebody retried the session elsewhere.</summary>
    private const int LooksPerSession = 10;

    private const int FaultsTolerated = 5;

    private static readonly TimeSpan _local = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan _remote = TimeSpan.FromSeconds(30);

    private TimeSpan Every => parts.Pipeline.Config.Monitor.PollInterval
        ?? (parts.Pipeline.Config.Platform is PlatformKind.Local ? _local : _remote);

    /// <returns>The attempt as it ended; still running when <c>monitor.timeout</c> has passed.</returns>
    public async Task<Attempt> WaitAsync(Cell cell, Execution execution, CancellationToken cancellation)
    {
        var started = parts.Clock.GetTimestamp();
        for (var look = 1; ; look++)
        {
            var attempt = await LookAsync(execution, look % LooksPerSession == 0, cancellation);
            var elapsed = parts.Clock.GetElapsedTime(started);
            if (attempt.Status is not AttemptStatus.Running || elapsed > parts.Pipeline.Config.Monitor.Timeout)
            {
                return attempt;
            }

            parts.View.StepProgress(cell, new(execution.WorkflowName, execution.SessionId!, "running", elapsed, Every));
            await Task.Delay(Every, parts.Clock, cancellation);
        }
    }

    /// <summary>The run itself does not suffer when a look fails: a few are let pass.</summary>
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
            catch (PipelineException ex) when (ex.ExitCode is ExitCode.StepFailed or ExitCode.TimedOut && fault < FaultsTolerated)
            {
                await Task.Delay(TimeSpan.FromSeconds(fault), parts.Clock, cancellation);
            }
        }
    }
}
