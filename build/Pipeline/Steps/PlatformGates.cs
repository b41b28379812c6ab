using System.Collections.Immutable;
using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Gates;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Runs;

namespace Cdp.Pipeline.Steps;

/// <summary>Deploy, and then the gates that ask the platform: what fails now has started nothing yet.</summary>
internal sealed class PlatformGates(DeployStep deploy, RunParts parts, RunStore store, CellInputs inputs) : IStep
{
    private readonly GateJudge _judge = new(parts.Pipeline.Config.Validation);
    private readonly Questions _questions = new(parts.Pipeline.Config.On);

    public Step Step => Step.Deploy;

    public async Task<StepResult> RunAsync(IPhaseDefinition phase, CancellationToken cancellation)
    {
        var deployed = await deploy.RunAsync(phase, cancellation);
        if (deployed.SkipsPhase || parts.Gates.OfPlatform.IsEmpty)
        {
            return deployed;
        }

        var outcomes = await LookAsync(phase, cancellation);
        store.Save(s => s.With(phase.Phase, p => p with { PlatformChecks = outcomes }));
        var failed = outcomes.Where(o => o.Verdict is CheckVerdict.Failed).ToArray();
        if (failed.Length > 0 && await parts.Prompt.AskAsync(_questions.GatesFailed(Lines(failed)), cancellation) != Answer.Proceed)
        {
            throw new PipelineException(
                $"{phase.Phase.Folder()} is deployed, but not ready to run; nothing was started.\n{Lines(failed)}\n"
                + "Correct the cause and run the same command again; what is as it should be may be noted under validation.exceptions, with a reason.",
                ExitCode.ValidationFailed);
        }

        foreach (var warning in outcomes.Where(o => o.Verdict is CheckVerdict.Warning))
        {
            parts.View.Say($"⚠ {warning.Id} {warning.Subject}: {warning.Message}");
        }

        return deployed;
    }

    private Task<ImmutableArray<CheckOutcome>> LookAsync(IPhaseDefinition phase, CancellationToken cancellation)
    {
        var schemas = inputs.StoredSchemas(phase.Phase);
        return _judge.LookAsync(
            parts.Gates.OfPlatform, inputs.Scope(phase, inputs.Rendered(phase, schemas), schemas), parts.Platform, cancellation);
    }

    private static string Lines(IEnumerable<CheckOutcome> outcomes) =>
        string.Join('\n', outcomes.Select(o => $"  {o.Id} {o.Subject}: {o.Message}"));
}
