using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Runs;

namespace Cdp.Pipeline.Steps;

/// <summary>Makes the phase's folder the project's latest revision.</summary>
internal sealed class DeployStep(RunParts parts, RunStore store, CellInputs inputs) : IStep
{
    public const int Attempts = 3;

    private const int HashLength = 8;

    private readonly Questions _questions = new(parts.Pipeline.Config.On);

    public Step Step => Step.Deploy;

    public async Task<StepResult> RunAsync(IPhaseDefinition phase, CancellationToken cancellation)
    {
        await CreateDatabasesAsync(cancellation);
        var hash = inputs.Folder(phase.Phase);
        var push = new ProjectPush(
            parts.Pipeline.Project(phase.Phase),
            parts.Workspace.Folder(phase.Phase),
            $"{store.State.PipelineId}-{phase.Phase.Folder()}-{hash[..HashLength]}");
        store.Save(s => s
            .With(phase.Phase, p => p with { Deployed = false, Project = push.Project, Revision = push.Revision })
            .With(new Cell(phase.Phase, Step), step => step with { Inputs = hash }));

        if (await PushAsync(push, cancellation) is not { } pushed)
        {
            return StepResult.Skipped("The phase was skipped because it could not be deployed; later phases will likely fail.");
        }

        store.Save(s => s.With(phase.Phase, p => p with
        {
            Deployed = true,
            DeployedAt = parts.Clock.GetUtcNow(),
            Revision = pushed.Revision,
        }));
        return StepResult.Done(hash, ("Project", pushed.Project), ("Status", "Deployed successfully"), ("Revision", pushed.Revision));
    }

    /// <summary>Null when the phase is to be skipped.</summary>
    private async Task<PushedRevision?> PushAsync(ProjectPush push, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await parts.Platform.PushAsync(push, cancellation);
            }
            catch (PipelineException ex) when (ex.ExitCode is ExitCode.StepFailed or ExitCode.TimedOut)
            {
                if (attempt < Attempts)
                {
                    await Task.Delay(TimeSpan.FromSeconds(attempt), parts.Clock, cancellation);
                    continue;
                }

                switch (await parts.Prompt.AskAsync(_questions.DeployFailed(ex.Message), cancellation))
                {
                    case Answer.Retry:
                        attempt = 0;
                        break;
                    case Answer.Skip:
                        return null;
                    default:
                        throw new PipelineException($"{push.Project} could not be deployed in {Attempts} attempts. {ex.Message}", ex.ExitCode, ex);
                }
            }
        }
    }

    private async Task CreateDatabasesAsync(CancellationToken cancellation)
    {
        var existing = await parts.Platform.ListDatabasesAsync(cancellation);
        foreach (var database in parts.Pipeline.Databases.Except(existing, StringComparer.Ordinal))
        {
            if (parts.Pipeline.Config.Platform is not PlatformKind.Local
                && await parts.Prompt.AskAsync(_questions.MissingDatabase(database), cancellation) != Answer.Create)
            {
                throw new PipelineException($"The database {database} does not exist. Create it, or set on.missing_database: create.");
            }

            await parts.Platform.CreateDatabaseAsync(database, cancellation);
        }
    }
}
