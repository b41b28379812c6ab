using System.Collections.Immutable;
using System.Globalization;
using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Gates;
using Cdp.Pipeline.Generation;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Resolution;
using Cdp.Pipeline.Runs;
using Cdp.Pipeline.Schemas;
using Cdp.Pipeline.Steps.Repair;

namespace Cdp.Pipeline.Steps;

/// <summary>Describes tables, renders, checks, and only then writes.</summary>
internal sealed class GenerateStep(RunParts parts, RunStore store, CellInputs inputs) : IStep
{
    private readonly ProjectWriter _writer = new(parts.Files, parts.Workspace);
    private readonly RenderedCheck _check = new(parts.Templates, parts.WorkflowChecker, parts.SqlChecker);
    private readonly OverrideRepair _overrides = new(parts);
    private readonly GateJudge _judge = new(parts.Pipeline.Config.Validation);
    private readonly StagingProfile _profile = new(parts);
    private readonly Questions _questions = new(parts.Pipeline.Config.On);

    public Step Step => Step.Generate;

    public async Task<StepResult> RunAsync(IPhaseDefinition phase, CancellationToken cancellation)
    {
        var known = inputs.StoredSchemas(phase.Phase);
        var schemas = await SchemasAsync(phase, cancellation);
        if (phase.Phase is Phase.Staging && parts.Pipeline.Config.Staging.Profile)
        {
            await _profile.ProposeAsync(schemas, cancellation);
            inputs.Profiled = true;
        }

        var rendered = await ExpectedAsync(phase, schemas, cancellation);
        if (await _overrides.RepairAsync(rendered, cancellation))
        {
            inputs.Forget(phase.Phase);
            rendered = await ExpectedAsync(phase, schemas, cancellation);
        }

        Refuse(phase.Phase, _check.Check(rendered, schemas));
        var outcomes = _judge.Look(parts.Gates.OfFiles, inputs.Scope(phase, rendered, schemas));
        Refuse(phase.Phase, outcomes);
        await AskForEditedAsync(rendered, cancellation);

        var kept = _writer.Write(rendered);

        store.Save(s => s.With(phase.Phase, p => p with
        {
            SchemasOf = inputs.SchemasOf(phase),
            FilesGenerated = rendered.Files.Count,
            FileChecks = outcomes,
        }));
        foreach (var notice in Drift(phase, known, schemas).Concat(phase.Notices(parts.Pipeline, schemas)))
        {
            parts.View.Say($"⚠ {notice}");
        }

        foreach (var path in kept)
        {
            parts.View.Say($"⚠ {phase.Phase.Folder()}/{path} is no longer generated, but was edited; it stays. Delete it when it is not needed.");
        }

        return StepResult.Done(
            rendered.ContentHash, ("Files created", string.Create(CultureInfo.InvariantCulture, $"{rendered.Files.Count} workflow files")));
    }

    /// <summary>Described once per run of the phase before; until then what is stored counts.</summary>
    private async Task<SchemaCatalog> SchemasAsync(IPhaseDefinition phase, CancellationToken cancellation)
    {
        var wanted = phase.Schemas(parts.Pipeline);
        if (wanted.Count == 0)
        {
            return SchemaCatalog.Empty;
        }

        if (parts.IsOffline)
        {
            var offline = inputs.Offline(phase);
            parts.View.Say($"Columns of {offline.Tables.Count()} tables are as checked in under {parts.CheckedIn!.Folder}; the platform was not asked.");
            return offline;
        }

        return store.State[phase.Phase].SchemasOf == inputs.SchemasOf(phase)
            ? inputs.StoredSchemas(phase.Phase)
            : await LiveSchemas.DescribeAsync(parts.Platform, wanted, cancellation);
    }

    /// <summary>What others changed since the last look (spec, cdp_phases §4.2, B-ING-17), and where the files that are checked in say otherwise.</summary>
    private IEnumerable<string> Drift(IPhaseDefinition phase, SchemaCatalog known, SchemaCatalog now)
    {
        foreach (var table in now.Tables.Where(t => phase.Tables(parts.Pipeline).All(own => own.Name != t.Name)))
        {
            if (known.Find(table.Name) is { } before && SchemaDrift.Between(before, table) is { Count: > 0 } changes)
            {
                yield return $"{table.Name} has changed since it was last described: {string.Join("; ", changes)}.";
            }

            if (parts.CheckedIn?.Find(table.Name) is { } file && SchemaDrift.Between(file, table) is { Count: > 0 } differences)
            {
                yield return $"{parts.CheckedIn.PathOf(table.Name)} is not what the platform has: {string.Join("; ", differences)}. Write it again: ./build.sh --target=Schemas --action=write";
            }
        }
    }

    /// <summary>What is generated is a function of templates and configuration: a retry helps who changed a template meanwhile.</summary>
    private async Task<RenderedPhase> ExpectedAsync(IPhaseDefinition phase, SchemaCatalog schemas, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            var rendered = inputs.Rendered(phase, schemas);
            var missing = phase.ExpectedFiles(parts.Pipeline).Where(f => !rendered.Files.ContainsKey(f)).ToArray();
            if (missing.Length == 0)
            {
                return rendered;
            }

            if (await parts.Prompt.AskAsync(_questions.MissingFiles(missing, rendered.Files.Keys, tries), cancellation) != Answer.Retry)
            {
                throw new PipelineException(
                    $"{phase.Phase.Folder()} lacks {string.Join(", ", missing)}. Compare your template folder with templates/, then run the same command again.");
            }

            inputs.Forget(phase.Phase);
        }
    }

    private static void Refuse(Phase phase, IReadOnlyList<FileProblem> problems)
    {
        if (problems.Count > 0)
        {
            throw new PipelineException(
                $"What was generated for {phase.Folder()} is not right; nothing was written.\n"
                + string.Join('\n', problems.Select(p => $"{phase.Folder()}/{p}")));
        }
    }

    private void Refuse(Phase phase, ImmutableArray<CheckOutcome> outcomes)
    {
        var failed = outcomes.Where(o => o.Verdict is CheckVerdict.Failed).ToArray();
        if (failed.Length > 0)
        {
            throw new PipelineException(
                $"{phase.Folder()} does not pass its gates; nothing was written.\n"
                + string.Join('\n', failed.Select(o => $"{o.Id} {o.Subject}: {o.Message}"))
                + "\nCorrect the template or the configuration; what is as it should be may be noted under validation.exceptions, with a reason.",
                ExitCode.ValidationFailed);
        }

        foreach (var warning in outcomes.Where(o => o.Verdict is CheckVerdict.Warning))
        {
            parts.View.Say($"⚠ {warning.Id} {warning.Subject}: {warning.Message}");
        }
    }

    private async Task AskForEditedAsync(RenderedPhase rendered, CancellationToken cancellation)
    {
        var edited = _writer.Edited(rendered);
        if (edited.Count == 0 || parts.Options.Force)
        {
            return;
        }

        if (await parts.Prompt.AskAsync(_questions.EditedFiles(rendered.Phase, edited), cancellation) != Answer.Overwrite)
        {
            throw new PipelineException(
                $"{string.Join(", ", edited.Select(f => $"{rendered.Phase.Folder()}/{f}"))} was edited by hand and would be overwritten. "
                + "Put your text into a file of template_folder:, or pass --force; a copy is kept under backup/.");
        }
    }
}
