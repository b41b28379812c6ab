using System.Collections.Immutable;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Runs;
using Cdp.Pipeline.Steps.Guards;

namespace Cdp.Pipeline.Steps;

/// <summary>Starts the phase's workflows one after another; the last is left to Monitor.</summary>
internal sealed class ExecuteStep(
    RunParts parts, RunStore store, CellInputs inputs, SessionStarter starter, SessionFollower follower, SecretGuard secrets) : IStep
{
    private readonly SessionKiller _killer = new(parts);

    public Step Step => Step.Execute;

    public async Task<StepResult> RunAsync(IPhaseDefinition phase, CancellationToken cancellation)
    {
        var wanted = inputs.Execute(phase);
        await ForgetAsync(phase.Phase, wanted, cancellation);

        if (parts.Pipeline.Config.Platform is PlatformKind.Local)
        {
            await secrets.EnsureAsync(phase.Phase, cancellation); // the emulator keeps them in memory only
        }

        var workflows = phase.Workflows(parts.Pipeline);
        for (var i = 0; i < workflows.Count; i++)
        {
            await StartAsync(phase, i, workflows[i], cancellation);
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
            await _killer.KillAsync(execution.AttemptId!, cancellation);
        }

        store.Save(s => s
            .With(phase, p => p with { Executions = [], UsedSessionTimes = [.. p.UsedSessionTimes, .. p.Executions.Select(e => e.SessionTime)] })
            .With(cell, step => step with { Inputs = wanted }));
    }

    /// <summary>The session time is on disk before the platform is asked: asking again answers the same session.</summary>
    private async Task StartAsync(IPhaseDefinition definition, int index, WorkflowRun workflow, CancellationToken cancellation)
    {
        var phase = definition.Phase;
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

        var start = new WorkflowStart(
            parts.Pipeline.Project(phase), workflow.Workflow, execution.SessionTime, ImmutableDictionary.CreateRange(workflow.Params));
        var attempt = await starter.StartAsync(definition, start, cancellation);
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
