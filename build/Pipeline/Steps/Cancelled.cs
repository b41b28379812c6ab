using System.Text.Json.Nodes;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Runs;

namespace Cdp.Pipeline.Steps;

/// <summary>Ctrl-C: what runs goes on and is found again, or, with <c>--on-cancel=kill</c>, is stopped with its children.</summary>
internal sealed class Cancelled(RunParts parts, RunStore store, EventLog events)
{
    /// <summary>Longer than a platform needs to take a kill; then the process leaves whatever came of it.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(6);

    public async Task LeaveAsync(Cell cell)
    {
        var running = Running(cell.Phase);
        if ((parts.Options.OnCancel ?? parts.Pipeline.Config.On.Cancel) is CancelAnswer.Kill && running.Length > 0)
        {
            await KillAsync(cell, running);
            return;
        }

        events.Write("cell_detached", new() { ["cell"] = cell.ToString() });
        parts.View.Say($"Detached. {ComeBack.Text(parts, running)}");
    }

    private async Task KillAsync(Cell cell, Execution[] running)
    {
        using var patience = new CancellationTokenSource(_patience, parts.Clock); // the run's own token is cancelled already
        foreach (var execution in running)
        {
            try
            {
                var attempt = await new SessionKiller(parts).KillAndWaitAsync(execution.AttemptId!, patience.Token);
                Store(cell.Phase, execution, attempt);
                events.Write("killed", new() { ["cell"] = cell.ToString(), ["attempt"] = JsonValue.Create(execution.AttemptId) });
                parts.View.Say($"{execution.WorkflowName} (session {execution.SessionId}) was killed. Run the same command again to resume what was not done.");
            }
            catch (PlatformException ex)
            {
                parts.View.Say($"{execution.WorkflowName} could not be killed: {ex.Message}\n{ComeBack.Text(parts, [execution])}");
            }
        }
    }

    private void Store(Phase phase, Execution execution, Attempt attempt)
    {
        if (attempt.Status is not AttemptStatus.Running)
        {
            store.Save(s => s.With(phase, p => p with
            {
                Executions = p.Executions.Replace(execution, execution with
                {
                    Status = attempt.Status is AttemptStatus.Success ? ExecutionStatus.Success : ExecutionStatus.Killed,
                    CompletedAt = attempt.FinishedAt ?? parts.Clock.GetUtcNow(),
                }),
            }));
        }
    }

    private Execution[] Running(Phase phase) =>
        [.. store.State[phase].Executions.Where(e => e is { Status: ExecutionStatus.Running, AttemptId: not null })];
}
