using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Runs;

namespace Cdp.Pipeline.Steps;

/// <summary>Stops an attempt and what its <c>require></c> tasks have started: the platform itself stops only the first.</summary>
internal sealed class SessionKiller(RunParts parts)
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(5);

    /// <summary>The parent first, so that it starts no further child. What has ended is no error.</summary>
    public async Task KillAsync(string attemptId, CancellationToken cancellation)
    {
        var children = await RunningAsync(attemptId, cancellation);
        await OneAsync(attemptId, cancellation);
        foreach (var child in children)
        {
            await OneAsync(child, cancellation);
        }
    }

    /// <summary>Kills and waits until the platform says so, five minutes at most.</summary>
    /// <returns>The attempt as it was last seen.</returns>
    public async Task<Attempt> KillAndWaitAsync(string attemptId, CancellationToken cancellation)
    {
        await KillAsync(attemptId, cancellation);
        var every = parts.Pipeline.Config.Platform is PlatformKind.Local ? TimeSpan.FromMilliseconds(200) : TimeSpan.FromSeconds(5);
        var started = parts.Clock.GetTimestamp();
        while (true)
        {
            var attempt = await parts.Platform.GetAttemptAsync(attemptId, cancellation);
            if (attempt.Status is not AttemptStatus.Running || parts.Clock.GetElapsedTime(started) > _patience)
            {
                return attempt;
            }

            await Task.Delay(every, parts.Clock, cancellation);
        }
    }

    private async Task<IReadOnlyList<string>> RunningAsync(string attemptId, CancellationToken cancellation)
    {
        var tasks = await new RunningTasks(parts.Platform).OfAsync(attemptId, cancellation);
        return [.. tasks.Select(t => t.AttemptId).Where(id => id != attemptId).Distinct(StringComparer.Ordinal)];
    }

    private async Task OneAsync(string attemptId, CancellationToken cancellation)
    {
        try
        {
            await parts.Platform.KillAsync(attemptId, cancellation);
        }
        catch (PlatformException ex) when (ex.Fault is Fault.Refused or Fault.NotFound)
        {
            parts.View.Say($"Attempt {attemptId} could not be stopped, perhaps it has ended: {ex.Message}");
        }
    }
}
