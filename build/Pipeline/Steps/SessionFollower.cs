using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Runs;
using Cdp.Pipeline.Steps.Guards;

namespace Cdp.Pipeline.Steps;

/// <summary>Brings a started workflow to its end, asking what to do when it does not go well.</summary>
internal sealed class SessionFollower(RunParts parts, RunStore store, NameGuard names, SecretGuard secrets)
{
    /// <summary>So often a workflow is taken up again by itself after its emulator died.</summary>
    private const int LossesTolerated = 20;

    private readonly SessionWatcher _watcher = new(parts);
    private readonly FailureReport _failures = new(parts);
    private readonly SessionKiller _killer = new(parts);
    private readonly Questions _questions = new(parts.Pipeline.Config.On);

    /// <returns>False when the phase is to be skipped.</returns>
    public async Task<bool> FollowAsync(Phase phase, int index, CancellationToken cancellation)
    {
        var cell = new Cell(phase, index == store.State[phase].Executions.Length - 1 ? Step.Monitor : Step.Execute);
        if (Current(phase, index).Status is ExecutionStatus.Error or ExecutionStatus.Killed or ExecutionStatus.Starting)
        {
            await RetryAsync(phase, index, cancellation);
        }

        while (Current(phase, index).Status is not ExecutionStatus.Success)
        {
            var attempt = await _watcher.WaitAsync(cell, Current(phase, index), newer => Record(phase, index, newer), cancellation);
            Record(phase, index, attempt);
            if (!await SettleAsync(phase, index, attempt, cancellation))
            {
                return false;
            }
        }

        return true;
    }

    private async Task<bool> SettleAsync(Phase phase, int index, Attempt attempt, CancellationToken cancellation)
    {
        switch (attempt.Status)
        {
            case AttemptStatus.Success:
                return true;
            case AttemptStatus.Running:
                await TimedOutAsync(phase, index, cancellation);
                return true;
            case AttemptStatus.Error when await _failures.WasLostAsync(attempt, cancellation) && Current(phase, index).Retries < LossesTolerated:
                parts.View.Say($"{attempt.Workflow} was cut off when its platform stopped; it goes on where it was.");
                await RetryAsync(phase, index, cancellation);
                return true;
            default:
                return await FailedAsync(phase, index, attempt, cancellation);
        }
    }

    private async Task<bool> FailedAsync(Phase phase, int index, Attempt attempt, CancellationToken cancellation)
    {
        var failure = await _failures.TellAsync(phase, attempt, Current(phase, index), cancellation);
        while (true)
        {
            var question = attempt.Status is AttemptStatus.Killed
                ? _questions.Killed(failure.Summary, Current(phase, index).Retries)
                : _questions.WorkflowFailed(failure.Summary, Current(phase, index).Retries);
            switch (await parts.Prompt.AskAsync(question, cancellation))
            {
                case Answer.Retry:
                    await RetryAsync(phase, index, cancellation, attempt.Status is AttemptStatus.Killed ? RetryMode.All : RetryMode.ResumeFailed);
                    return true;
                case Answer.Logs:
                    parts.View.Say(failure.Log);
                    break;
                case Answer.Fix:
                    await FixAsync(phase, failure, cancellation);
                    break;
                case Answer.Skip when await parts.Prompt.AskAsync(_questions.ReallySkip(), cancellation) == Answer.Skip:
                    return false;
                case Answer.Skip:
                    break;
                default:
                    throw new PipelineException($"{attempt.Workflow} (session {attempt.SessionId}) ended in an error: {failure.First}\n{failure.Advice}");
            }
        }
    }

    /// <summary>What can be put right from here is; then the person chooses again.</summary>
    private async Task FixAsync(Phase phase, Failure failure, CancellationToken cancellation)
    {
        foreach (var cause in failure.Causes)
        {
            parts.View.Say($"- {cause.Text}");
            switch (cause.Kind)
            {
                case CauseKind.Secret:
                    await secrets.EnsureAsync(phase, cancellation);
                    break;
                case CauseKind.Database:
                    await names.DatabasesAsync(cancellation);
                    break;
            }
        }

        parts.View.Say(failure.Advice);
    }

    private async Task TimedOutAsync(Phase phase, int index, CancellationToken cancellation)
    {
        var limit = parts.Pipeline.Config.Monitor.Timeout;
        var execution = Current(phase, index);
        var details = $"⚠ [4/6] Monitor execution - Timeout\n  Workflow: {execution.WorkflowName}\n  Session ID: {execution.SessionId}\n  Status: Still running\n  Elapsed: {Texts.Elapsed(limit)}";
        while (true)
        {
            switch (await parts.Prompt.AskAsync(_questions.TimedOut(details, limit), cancellation))
            {
                case Answer.Wait:
                    return;
                case Answer.Logs:
                    parts.View.Say(ComeBack.Text(parts, [execution]));
                    break;
                case Answer.Kill:
                    Record(phase, index, await _killer.KillAndWaitAsync(execution.AttemptId!, cancellation));
                    throw new PipelineException(
                        $"Session {execution.SessionId} of {execution.WorkflowName} was still running after {Texts.Span(limit)} and was killed. "
                        + "Run the same command again to resume what was not done.",
                        ExitCode.TimedOut);
                default:
                    throw new PipelineException(
                        $"Session {execution.SessionId} of {execution.WorkflowName} is still running after {Texts.Span(limit)}. "
                        + "It goes on by itself: run the same command again to go on watching, or raise monitor.timeout.",
                        ExitCode.TimedOut);
            }
        }
    }

    /// <summary>Under a name that is on disk before it is asked for: asked twice, it is one attempt.</summary>
    private async Task RetryAsync(
        Phase phase, int index, CancellationToken cancellation, RetryMode mode = RetryMode.ResumeFailed)
    {
        var execution = Current(phase, index);
        if (execution.Status is not ExecutionStatus.Starting)
        {
            execution = execution with { Status = ExecutionStatus.Starting, Retries = execution.Retries + 1, CompletedAt = null };
            Save(phase, index, execution);
        }

        var name = $"{store.State.PipelineId}-{execution.Retries}";
        var attempt = await parts.Platform.RetryAsync(execution.AttemptId!, mode, name, cancellation);
        Save(phase, index, execution with { AttemptId = attempt.AttemptId, Status = ExecutionStatus.Running });
    }

    private void Record(Phase phase, int index, Attempt attempt)
    {
        var execution = Current(phase, index);
        var ended = attempt.FinishedAt ?? parts.Clock.GetUtcNow();
        Save(phase, index, attempt.Status is AttemptStatus.Running
            ? execution with { AttemptId = attempt.AttemptId, Status = ExecutionStatus.Running }
            : execution with
            {
                AttemptId = attempt.AttemptId,
                CompletedAt = ended,
                DurationSeconds = Math.Round(Math.Max(0, (ended - (attempt.CreatedAt ?? execution.StartedAt)).TotalSeconds), 3),
                Status = attempt.Status switch
                {
                    AttemptStatus.Success => ExecutionStatus.Success,
                    AttemptStatus.Killed => ExecutionStatus.Killed,
                    _ => ExecutionStatus.Error,
                },
            });
    }

    private Execution Current(Phase phase, int index) => store.State[phase].Executions[index];

    private void Save(Phase phase, int index, Execution execution) =>
        store.Save(s => s.With(phase, p => p with { Executions = p.Executions.SetItem(index, execution) }));
}
