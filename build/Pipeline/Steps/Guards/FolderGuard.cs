using Cdp.Pipeline.Generation;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Runs;
using Cdp.Pipeline.Steps.Repair;

namespace Cdp.Pipeline.Steps.Guards;

/// <summary>Sees that a phase's folder would be accepted before it is pushed: what we generated is restored, what a person
/// wrote is repaired where the cure is evident, and everything else is named with its place.</summary>
internal sealed class FolderGuard(RunParts parts, CellInputs inputs)
{
    private readonly ProjectRepair _repair = new(parts.WorkflowChecker, parts.Files);
    private readonly Questions _questions = new(parts.Pipeline.Config.On);

    public async Task EnsureAsync(IPhaseDefinition phase, CancellationToken cancellation)
    {
        var manifest = Manifest.Read(parts.Files, parts.Workspace.Manifest(phase.Phase));
        Restore(phase, manifest);
        var folder = parts.Workspace.Folder(phase.Phase);
        var plan = _repair.Plan(folder, (path, text) => !manifest.Wrote(path, text));
        foreach (var file in plan.Repairs)
        {
            if (await parts.Prompt.AskAsync(_questions.SyntaxError(phase.Phase.Folder(), plan.Problems, file), cancellation) != Answer.Fix)
            {
                throw new PipelineException($"{Lines(phase.Phase, plan.Problems)}\nCorrect it and run the same command again, or set on.syntax_error: repair.");
            }

            var backup = parts.Workspace.BackupOf(phase.Phase, file.Path);
            _repair.Apply(folder, file, backup);
            parts.View.Say($"✓ {phase.Phase.Folder()}/{file.Path} is repaired; as it was it is kept in {backup}.bak.");
        }

        if (plan.Left.Count > 0)
        {
            throw new PlatformException(
                Fault.YamlError,
                $"{Lines(phase.Phase, plan.Left)}\nCorrect what you wrote, or generate the files again: --target={phase.Phase}-Generate --exclusive --force.");
        }
    }

    /// <summary>A generated file that was deleted is written again, as it was: it is never patched.</summary>
    private void Restore(IPhaseDefinition phase, Manifest manifest)
    {
        var folder = parts.Workspace.Folder(phase.Phase);
        var missing = manifest.Files.Where(f => !parts.Files.Exists(Path.Combine(folder, f.Key))).ToArray();
        if (missing.Length == 0)
        {
            return;
        }

        var rendered = inputs.Rendered(phase, inputs.StoredSchemas(phase.Phase)).All;
        foreach (var (path, hash) in missing)
        {
            if (!rendered.TryGetValue(path, out var text) || Hash.Of(text) != hash)
            {
                throw new PlatformException(
                    Fault.MissingInclude,
                    $"{phase.Phase.Folder()}/{path} is missing. Generate the phase again: --target={phase.Phase}-Generate --exclusive.");
            }

            parts.Files.WriteText(Path.Combine(folder, path), text);
            parts.View.Say($"✓ {phase.Phase.Folder()}/{path} was missing; it is generated again.");
        }
    }

    private static string Lines(Phase phase, IEnumerable<FileProblem> problems) =>
        string.Join('\n', problems.Select(p => $"{phase.Folder()}/{p}"));
}
