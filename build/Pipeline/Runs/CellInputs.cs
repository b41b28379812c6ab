using System.Collections.Immutable;
using System.Text.Json;
using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Gates;
using Cdp.Pipeline.Generation;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Schemas;
using Cdp.Pipeline.Templating;

namespace Cdp.Pipeline.Runs;

/// <summary>What each cell is done for, as a hash: as long as it is the same, done stays done (DESIGN, "Done").</summary>
internal sealed class CellInputs(RunParts parts, RunStore store)
{
    private PhaseRenderer _renderer = new(parts.Pipeline, new TemplateRenderer(parts.Templates));
    private readonly ProjectWriter _writer = new(parts.Files, parts.Workspace);
    private readonly Dictionary<Phase, (string Schemas, RenderedPhase Rendered)> _rendered = [];

    /// <summary>This process has looked at the data for <c>staging.profile</c>.</summary>
    public bool Profiled { get; set; }

    /// <summary>Null when the cell is done, else why it is not, as the end of "…, because".</summary>
    public string? WhyUndone(Cell cell)
    {
        var phase = store.State[cell.Phase];
        if (phase.Status is PhaseStatus.Skipped)
        {
            return null;
        }

        return phase[cell.Step].Status switch
        {
            StepStatus.Pending => "it has not run yet",
            StepStatus.Running => "it was interrupted",
            StepStatus.Failed => "it failed",
            _ => cell.Step switch
            {
                Step.Generate => Generate(parts.Definition(cell.Phase), phase),
                Step.Deploy => Same(phase, Step.Deploy, Folder(cell.Phase), "the project's files changed"),
                Step.Execute => Same(phase, Step.Execute, Execute(parts.Definition(cell.Phase)), "what it executes changed, or the phase before ran again"),
                Step.Monitor => Same(phase, Step.Monitor, phase.Token, "other sessions were started"),
                _ => Same(phase, Step.Validate, Validate(parts.Definition(cell.Phase)), "other sessions were started, or the checks changed"),
            },
        };
    }

    /// <summary>Token of what the phase before has executed; nothing for the first.</summary>
    public string Upstream(Phase phase) => phase is Phase.Ingestion ? string.Empty : store.State[phase - 1].Token;

    /// <summary>What the stored descriptions are of: the run of the phase before, or the files that are checked in.</summary>
    public string SchemasOf(IPhaseDefinition phase) => parts.IsOffline
        ? $"checked in {Hash.Of(string.Concat(Offline(phase).Tables.Select(SchemaFiles.Write)))}"
        : Upstream(phase.Phase);

    /// <summary>What the phase reads, as the files beside the configuration have it.</summary>
    public SchemaCatalog Offline(IPhaseDefinition phase) => parts.CheckedIn!.Of(phase, parts.Phases, parts.Pipeline);

    public string Folder(Phase phase) => _writer.FolderHash(phase);

    public string Execute(IPhaseDefinition phase) => Hash.Of(JsonSerializer.Serialize(new
    {
        Files = Folder(phase.Phase),
        Upstream = Upstream(phase.Phase),
        Workflows = phase.Workflows(parts.Pipeline).Select(w => new { w.Workflow, Params = w.Params.OrderBy(p => p.Key, StringComparer.Ordinal) }),
    }));

    public string Validate(IPhaseDefinition phase) => Hash.Of(JsonSerializer.Serialize(new
    {
        store.State[phase.Phase].Token,
        Tables = phase.Tables(parts.Pipeline).Select(t => t.ToString()),
        Checks = Checks(phase).Select(c => new { c.Id, c.Subject, c.Severity, c.Description, c.Sql }),
        parts.Pipeline.Config.Validation,
    }));

    /// <summary>The questions of the gates that ask data.</summary>
    public IReadOnlyList<DataCheck> Checks(IPhaseDefinition phase)
    {
        var schemas = StoredSchemas(phase.Phase);
        var scope = Scope(phase, Rendered(phase, schemas), schemas);
        return [.. parts.Gates.OfData.Where(g => g.Info.Concerns(phase.Phase)).SelectMany(g => g.Checks(scope))];
    }

    /// <summary>The descriptions kept in the phase's folder.</summary>
    public SchemaCatalog StoredSchemas(Phase phase)
    {
        var folder = Path.Combine(parts.Workspace.Folder(phase), SchemaFiles.Folder);
        return new(parts.Files.List(folder)
            .Where(file => file.EndsWith(".yml", StringComparison.Ordinal))
            .Select(file => SchemaFiles.Read(parts.Files.ReadText(folder + file), folder + file)));
    }

    /// <summary>Rendered once per set of schemas: cells ask for it again and again.</summary>
    public RenderedPhase Rendered(IPhaseDefinition phase, SchemaCatalog schemas)
    {
        var key = Hash.Of(string.Concat(schemas.Tables.Select(SchemaFiles.Write)));
        if (!_rendered.TryGetValue(phase.Phase, out var known) || known.Schemas != key)
        {
            known = (key, _renderer.Render(phase, schemas));
            _rendered[phase.Phase] = known;
        }

        return known.Rendered;
    }

    /// <summary>What the gates look at.</summary>
    public GateScope Scope(IPhaseDefinition phase, RenderedPhase rendered, SchemaCatalog schemas) => new()
    {
        Pipeline = parts.Pipeline,
        Phase = phase.Phase,
        Files = rendered.Files,
        Added = [.. rendered.Files.Keys.Except(rendered.Sources.Select(s => s.Path))],
        Expected = phase.ExpectedFiles(parts.Pipeline),
        Schemas = schemas,
        Reads = [.. phase.Schemas(parts.Pipeline).Except(phase.Tables(parts.Pipeline).Select(t => t.Name))],
        Now = parts.Clock.GetUtcNow(),
    };

    /// <summary>The templates may have changed since.</summary>
    public void Forget(Phase phase)
    {
        _renderer = new(parts.Pipeline, new TemplateRenderer(parts.Templates));
        _rendered.Remove(phase);
    }

    private string? Generate(IPhaseDefinition phase, PhaseState state)
    {
        if (phase.Schemas(parts.Pipeline).Count > 0 && state.SchemasOf != SchemasOf(phase))
        {
            return parts.IsOffline
                ? "the descriptions of tables that are checked in have changed"
                : "the phase before ran again, so its tables are described again";
        }

        if (phase.Phase is Phase.Staging && !Profiled
            && parts.Pipeline.Config is { Staging.Profile: true, On.ProfileProposals: WriteOrShow.Write })
        {
            return "staging.profile asks for a look at the data";
        }

        var rendered = Rendered(phase, StoredSchemas(phase.Phase));
        return rendered.ContentHash != state[Step.Generate].Inputs ? "the configuration, a template or a table changed"
            : !_writer.IsCurrent(rendered) ? "a generated file is missing or was edited"
            : null;
    }

    private static string? Same(PhaseState phase, Step step, string now, string otherwise) =>
        phase[step].Inputs == now ? null : otherwise;
}
