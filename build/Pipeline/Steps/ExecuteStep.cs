using System.Collections.Immutable;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Runs;

namespace Cdp.Pipeline.Steps;

/// <summary>Starts the phase's workflows one after another; the last is left to Monitor.</summary>
internal sealed class ExecuteStep(RunParts parts, RunStore store, CellInputs inputs, SessionFollower follower) : IStep
{
    private readonly Questions _questions = new(parts.Pipeline.Config.On);

    public Step Step => Step.Execute;

    public async Task<StepResult> RunAsync(IPhaseDefinition phase, CancellationToken cancellation)
    {
        var wanted = inputs.Execute(phase);
        await ForgetAsync(phase.Phase, wanted, cancellation);

        var workflows = phase.Workflows(parts.Pipeline);
        for (var i = 0; i < workflows.Count; i++)
        {
            await StartAsync(phase.Phase, i, workflows[i], cancellation);
            if (i < workflows.Count - 1 && !await follower.FollowAsync(phase.Phase, i, cancellation))
            {
                return StepResult.Skipped("The phase was skipped because a workflow failed; later phases will likely fail.");
            }
        }

        var last = store.State[phase.Phase].Executions[^1];
        return new(wanted, new(
            EndMark.Done,
            "Started",
            [
                ("Workflow", string.Join(", ", workflows.Select(w => w.Workflow))),
                ("Session ID", last.SessionId!),
                ("Started at", Texts.Time(last.StartedAt)),
            ],
            "Monitoring execution...",
            TimeSpan.Zero));
    }

    /// <summary>Sessions of other inputs, or of a cell that is to run again, are no longer meant. One that still runs is stopped.</summary>
    private async Task ForgetAsync(Phase phase, string wanted, CancellationToken cancellation)
    {
        var cell = new Cell(phase, Step);
        var before = store.State[phase];
        if (before[Step].Inputs == wanted && !store.RunsAgain(cell))
        {
            return;
        }

        foreach (var execution in before.Executions.Where(e => e is { Status: ExecutionStatus.Running, AttemptId: not null }))
        {
            if ((await parts.Platform.GetAttemptAsync(execution.AttemptId!, cancellation)).Status is AttemptStatus.Running)
            {
                await parts.Platform.KillAsync(execution.AttemptId!, cancellation);
            }
        }

        store.Save(s => s
            .With(phase, p => p with { Executions = [], UsedSessionTimes = [.. p.UsedSessionTimes, .. p.Executions.Select(e => e.SessionTime)] })
            .With(cell, step => step with { Inputs = wanted }));
    }

    /// <summary>The session time is on disk before the platform is asked: asking again answers the same session.</summary>
    private async Task StartAsync(Phase phase, int index, WorkflowRun workflow, CancellationToken cancellation)
    {
        if (store.State[phase].Executions.Length <= index)
        {
            var planned = new Execution
            {
                WorkflowName = workflow.Workflow,
                Source = workflow.Source,
                SessionTime = UnusedTime(store.State[phase]),
                StartedAt = parts.Clock.GetUtcNow(),
            };
            store.Save(s => s.With(phase, p => p with { Executions = p.Executions.Add(planned) }));
        }

        var execution = store.State[phase].Executions[index];
        if (execution.AttemptId is not null)
        {
            return;
        }

        var attempt = await AskAsync(phase, new(
            parts.Pipeline.Project(phase),
            workflow.Workflow,
            execution.SessionTime,
            ImmutableDictionary.CreateRange(workflow.Params)), cancellation);
        store.Save(s => s.With(phase, p => p with
        {
            Executions = p.Executions.SetItem(index, execution with
            {
                SessionId = attempt.SessionId,
                AttemptId = attempt.AttemptId,
                Status = ExecutionStatus.Running,
            }),
        }));
    }

    private async Task<Attempt> AskAsync(Phase phase, WorkflowStart start, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return await parts.Platform.StartAsync(start, cancellation);
            }
            catch (PipelineException ex) when (ex.ExitCode is ExitCode.StepFailed)
            {
                var answer = await parts.Prompt.AskAsync(_questions.StartFailed(start.Workflow, ex.Message), cancellation);
                if (answer == Answer.Deploy)
                {
                    await parts.Platform.PushAsync(
                        new(start.Project, parts.Workspace.Folder(phase), store.State[phase].Revision!), cancellation);
                }
                else if (answer != Answer.Retry)
                {
                    throw new PipelineException($"{start.Workflow} of {start.Project} could not be started. {ex.Message}", ex.ExitCode, ex);
                }
            }
        }
    }

    /// <summary>A session time is used once, also under a fixed clock: the second would be answered by the first's session.</summary>
    private DateTimeOffset UnusedTime(PhaseState phase)
    {
        var time = RunStore.Seconds(parts.Options.SessionTime ?? parts.Clock.GetUtcNow());
        while (phase.UsedSessionTimes.Contains(time))
        {
            time = time.AddSeconds(1);
        }

        return time;
    }
}
