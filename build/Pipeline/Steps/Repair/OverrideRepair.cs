using Cdp.Pipeline.Generation;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Runs;
using Cdp.Pipeline.Templating;

namespace Cdp.Pipeline.Steps.Repair;

/// <summary>Repairs slips in the workflow templates of the user's own folder; ours are never patched.</summary>
internal sealed class OverrideRepair(RunParts parts)
{
    private readonly ProjectRepair _repair = new(parts.WorkflowChecker, parts.Files);
    private readonly Questions _questions = new(parts.Pipeline.Config.On);

    /// <returns>Whether a template was changed, so that the phase is to be rendered again.</returns>
    public async Task<bool> RepairAsync(RenderedPhase phase, CancellationToken cancellation)
    {
        var changed = false;
        foreach (var path in parts.WorkflowChecker.Check(phase.Files).Select(p => p.Path).Distinct(StringComparer.Ordinal).ToArray())
        {
            var source = phase.Sources.FirstOrDefault(s => s.Path == path && path.EndsWith(".dig", StringComparison.Ordinal));
            var template = $"{phase.Phase.Folder()}/{source?.Template}";
            if (source is not null && parts.Templates.OwnFile(template) is { } file && Repaired(phase, source, template, file) is { } repaired)
            {
                changed |= await AskAsync(phase, path, file, repaired, cancellation);
            }
        }

        return changed;
    }

    private async Task<bool> AskAsync(RenderedPhase phase, string path, string file, RepairedFile repaired, CancellationToken cancellation)
    {
        var problems = parts.WorkflowChecker.Check(phase.Files).Where(p => p.Path == path).Select(p => p with { Path = repaired.Path });
        if (await parts.Prompt.AskAsync(_questions.SyntaxError(parts.Pipeline.Config.TemplateFolder!, problems, repaired), cancellation) != Answer.Fix)
        {
            return false; // then the check names the place
        }

        var backup = Path.Combine(parts.Workspace.Root, "backup", "templates", repaired.Path);
        _repair.Apply(file[..^(repaired.Path.Length + 1)], repaired, backup);
        parts.View.Say($"✓ {file} is repaired; as it was it is kept in {backup}.bak.");
        return true;
    }

    private RepairedFile? Repaired(RenderedPhase phase, GeneratedFile source, string template, string file) =>
        new DigRepair(text => Problems(phase, source, template, text)).Repair(template, parts.Files.ReadText(file));

    private IReadOnlyList<FileProblem> Problems(RenderedPhase phase, GeneratedFile source, string template, string text)
    {
        try
        {
            var rendered = new TemplateRenderer(parts.Templates.With(template, text)).Render(template, source.Model);
            return [.. parts.WorkflowChecker.Check(phase.Files.SetItem(source.Path, rendered)).Where(p => p.Path == source.Path)];
        }
        catch (PipelineException ex)
        {
            return [new(source.Path, 0, 0, ex.Message)]; // the change broke the template
        }
    }
}
