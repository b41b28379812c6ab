using System.Collections.Immutable;
using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Runs;

namespace Cdp.Pipeline.Steps;

/// <summary>Looks at what the phase made: tables, then checks of the data, then figures for the report.</summary>
internal sealed class ValidateStep(RunParts parts, RunStore store, CellInputs inputs) : IStep
{
    private readonly Questions _questions = new(parts.Pipeline.Config.On);
    private readonly DataChecks _checks = new(parts.Platform, parts.Pipeline.Config.Validation);
    private readonly TableChecks _tables = new(parts.Platform, parts.Pipeline.Config.Validation);

    public Step Step => Step.Validate;

    public async Task<StepResult> RunAsync(IPhaseDefinition phase, CancellationToken cancellation)
    {
        var (tables, existing) = await _tables.RunAsync(phase.Phase, phase.Tables(parts.Pipeline), cancellation);
        ImmutableArray<CheckOutcome> outcomes = [.. existing, .. await _checks.RunAsync(inputs.Checks(phase), cancellation)];
        var failed = outcomes.Where(o => o.Verdict is CheckVerdict.Failed).ToArray();
        var figures = await Metrics.AskAsync(parts.Platform, phase.Metrics(parts.Pipeline), cancellation);
        store.Save(s => s.With(phase.Phase, p => p with { Tables = tables, Checks = outcomes, Figures = figures }));

        var listed = $"Tables validated:\n{string.Join('\n', tables.Select(t => $"  {t.Database}.{t.Table}: {Texts.Count(t.Rows)} rows"))}";
        var warnings = outcomes.Where(o => o.Verdict is CheckVerdict.Warning or CheckVerdict.Accepted).ToArray();
        if (failed.Length > 0)
        {
            await AskForFailedAsync(phase.Phase, failed, cancellation);
        }
        else if (warnings.Any(w => w.Verdict is CheckVerdict.Warning))
        {
            await AskForWarningsAsync(tables.Length, warnings, cancellation);
        }

        return new(inputs.Validate(phase), End(listed, outcomes, [.. failed, .. warnings]));
    }

    private static StepEnd End(string listed, ImmutableArray<CheckOutcome> outcomes, CheckOutcome[] noted)
    {
        var passed = outcomes.Count(o => o.Verdict is CheckVerdict.Passed);
        var accepted = noted.Length == 0 ? string.Empty : $"\n\nAccepted:\n{Lines(noted)}";
        return noted.All(n => n.Verdict is CheckVerdict.Accepted)
            ? new(EndMark.Done, "Complete", [("Checks", $"{passed} passed")], $"{listed}{accepted}\n\nAll checks passed!", TimeSpan.Zero)
            : new(
                EndMark.Warning,
                "Complete with warnings",
                [("Checks", $"{passed} passed, {noted.Length} noted")],
                string.Empty, // the question has said them
                TimeSpan.Zero);
    }

    private async Task AskForWarningsAsync(int tables, CheckOutcome[] warnings, CancellationToken cancellation)
    {
        var text = $"⚠ [5/6] Validate output - Complete with warnings\n\nTables validated: {tables}\n\nWarnings:\n{Lines(warnings)}";
        if (await parts.Prompt.AskAsync(_questions.Warnings(text), cancellation) != Answer.Proceed)
        {
            throw new PipelineException($"Stopped because of warnings:\n{Lines(warnings)}", ExitCode.ValidationFailed);
        }
    }

    private async Task AskForFailedAsync(Phase phase, CheckOutcome[] failed, CancellationToken cancellation)
    {
        var absent = failed.Where(TableChecks.IsAbsent).ToArray();
        var listed = absent.Length == 0 ? string.Empty : $"Expected tables not found:\n{string.Join('\n', absent.Select(a => $"  {a.Subject}"))}\n\n";
        var text = $"✗ [5/6] Validate output - Failed\n\n{listed}{Lines(failed.Except(absent))}".TrimEnd();
        while (true)
        {
            switch (await parts.Prompt.AskAsync(_questions.ValidationFailed(text), cancellation))
            {
                case Answer.Proceed:
                    return;
                case Answer.Logs:
                    parts.View.Say($"The logs of the workflows are in {parts.Workspace.Logs(parts.Clock.GetUtcNow())}.");
                    break;
                case Answer.Retry:
                    store.Save(s => s.With(new Cell(phase, Step.Execute), _ => new StepState()));
                    throw new RetryPhaseException();
                default:
                    throw new PipelineException(
                        $"{failed.Length} checks of {phase.Folder()} failed: {string.Join(", ", failed.Select(f => $"{f.Id} {f.Subject} ({f.Message})"))}.\n"
                        + "Correct the cause and run the same command again; what is as it should be may be noted under validation.exceptions, with a reason.",
                        ExitCode.ValidationFailed);
            }
        }
    }

    private static string Lines(IEnumerable<CheckOutcome> outcomes) =>
        string.Join('\n', outcomes.Select(o => $"  {o.Id} {o.Subject}: {o.Message}"));
}
