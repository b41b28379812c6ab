using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Runs;
using Cdp.Pipeline.Steps.Guards;

namespace Cdp.Pipeline.Steps;

/// <summary>Databases, the project's revision, its secrets, its schedules: in this order, as each needs the one before.</summary>
internal sealed class DeployStep(RunParts parts, CellInputs inputs, NameGuard names, Pusher pusher, SecretGuard secrets) : IStep
{
    public Step Step => Step.Deploy;

    public async Task<StepResult> RunAsync(IPhaseDefinition phase, CancellationToken cancellation)
    {
        await names.DatabasesAsync(cancellation);
        await names.ProjectAsync(phase.Phase, cancellation);
        if (await pusher.PushAsync(phase, cancellation) is not { } pushed)
        {
            return StepResult.Skipped("The phase was skipped because it could not be deployed; later phases will likely fail.");
        }

        await secrets.EnsureAsync(phase.Phase, cancellation);
        var schedules = await new ScheduleCheck(parts).VerifyAsync(phase.Phase, cancellation);
        return StepResult.Done(
            inputs.Folder(phase.Phase),
            [
                ("Project", pushed.Project),
                ("Status", "Deployed successfully"),
                ("Revision", pushed.Revision),
                .. schedules.Select(s => ("Schedule", ScheduleCheck.Text(s))),
            ]);
    }
}
