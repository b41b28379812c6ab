using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Runs;

namespace Cdp.Pipeline.Steps;

/// <summary>Waits for the workflow that Execute started last.</summary>
internal sealed class MonitorStep(RunParts parts, RunStore store, SessionFollower follower) : IStep
{
    public Step Step => Step.Monitor;

    public async Task<StepResult> RunAsync(IPhaseDefinition phase, CancellationToken cancellation)
    {
        var last = store.State[phase.Phase].Executions.Length - 1;
        if (last < 0)
        {
            throw new PipelineException(
                $"Nothing of {phase.Phase.Folder()} was started yet. Run --target={new Cell(phase.Phase, Step.Execute)} first.", ExitCode.WrongInput);
        }

        if (!await follower.FollowAsync(phase.Phase, last, cancellation))
        {
            return StepResult.Skipped("The phase was skipped because a workflow failed; later phases will likely fail.");
        }

        var state = store.State[phase.Phase];
        await KeepLogAsync(phase.Phase, state.Executions[last], cancellation);
        return new(state.Token, new(
            EndMark.Done,
            "Complete",
            [
                ("Workflow", state.Executions[last].WorkflowName),
                ("Session ID", state.Executions[last].SessionId!),
                ("Status", "SUCCESS"),
                ("Duration", Texts.Elapsed(TimeSpan.FromSeconds(state.Executions.Sum(e => e.DurationSeconds ?? 0)))),
            ],
            "Workflow executed successfully!",
            TimeSpan.Zero));
    }

    private async Task KeepLogAsync(Phase phase, Execution execution, CancellationToken cancellation) =>
        new EventLog(parts.Files, parts.Workspace, parts.Clock).Keep(
            $"{phase.Folder()}-{execution.WorkflowName}-{execution.AttemptId}.log",
            await parts.Platform.GetLogAsync(execution.AttemptId!, null, cancellation));
}
