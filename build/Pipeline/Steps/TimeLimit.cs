using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Runs;

namespace Cdp.Pipeline.Steps;

/// <summary>What may hang does so for a limited time; what failed in passing is asked again after a pause.</summary>
internal sealed class TimeLimit(RunParts parts)
{
    /// <summary>So long one push or start may take (seed, step 2b).</summary>
    public static readonly TimeSpan Answer = TimeSpan.FromMinutes(2);

    /// <summary>spec/td_cli.md §8, "Deploy".</summary>
    private static readonly TimeSpan[] _pauses = [TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30)];

    /// <param name="doing">For the message: <c>The push of project acme_staging</c>.</param>
    /// <exception cref="PlatformException">NoAnswer, when the time is up.</exception>
    public async Task<T> WithinAsync<T>(string doing, Func<CancellationToken, Task<T>> act, CancellationToken cancellation)
    {
        using var timer = new CancellationTokenSource(Answer, parts.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellation);
        try
        {
            return await act(either.Token);
        }
        catch (OperationCanceledException ex) when (!cancellation.IsCancellationRequested)
        {
            throw new PlatformException(
                Fault.NoAnswer,
                $"{doing} had no answer within {Texts.Span(Answer)}. Run the same command again; it learns what became of it.",
                innerException: ex);
        }
    }

    /// <param name="fault">How many times it has failed so far.</param>
    public Task PauseAsync(int fault, PlatformException failure, CancellationToken cancellation)
    {
        var pause = parts.Pipeline.Config.Platform is PlatformKind.Local
            ? TimeSpan.FromSeconds(fault)
            : _pauses[Math.Min(fault, _pauses.Length) - 1];
        return Task.Delay(failure.Details.RetryAfter is { } asked && asked > pause ? asked : pause, parts.Clock, cancellation);
    }
}
