using Cdp.Pipeline.Files;
using Cdp.Pipeline.Generation;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Reports;
using Cdp.Pipeline.Runs;
using Cdp.Pipeline.Steps.Guards;

namespace Cdp.Pipeline.Steps.Looking;

/// <summary>Says what the next run would push, create and start, beside what is deployed now. Changes nothing.</summary>
public sealed class Planner
{
    private readonly RunParts _parts;
    private readonly RunStore _store;
    private readonly CellInputs _inputs;
    private readonly StatusReport _status;

    /// <param name="runner">Of the same parts.</param>
    public Planner(RunParts parts, Runner runner)
    {
        _parts = parts;
        _store = new(new StateFile(parts.Files, parts.Workspace), parts);
        _inputs = new(parts, _store);
        _status = new(runner, parts.Workspace);
    }

    public async Task<RunPlan> PlanAsync(CancellationToken cancellation)
    {
        var cells = _status.Plan();
        var existing = await _parts.Platform.ListDatabasesAsync(cancellation);
        var phases = new List<PlannedPhase>();
        foreach (var phase in _parts.Phases)
        {
            phases.Add(await PhaseAsync(phase, [.. cells.Where(c => c.Cell.Phase == phase.Phase).Select(c => c.Cell.Step)], cancellation));
        }

        return new(
            _store.State.PipelineId,
            _parts.Platform.Name,
            cells,
            [.. _parts.Pipeline.Databases.Except(existing, StringComparer.Ordinal)],
            await ForeignAsync(_parts.Pipeline.Databases.Intersect(existing, StringComparer.Ordinal), cancellation),
            phases);
    }

    private async Task<IReadOnlyList<string>> ForeignAsync(IEnumerable<string> databases, CancellationToken cancellation)
    {
        var guard = new NameGuard(_parts, _store);
        var foreign = new List<string>();
        foreach (var database in databases)
        {
            if (await guard.IsForeignAsync(database, cancellation))
            {
                foreign.Add(database);
            }
        }

        return foreign;
    }

    private async Task<PlannedPhase> PhaseAsync(IPhaseDefinition phase, IReadOnlyList<Step> runs, CancellationToken cancellation)
    {
        var project = _parts.Pipeline.Project(phase.Phase);
        var found = await _parts.Platform.FindProjectAsync(project, cancellation);
        var foreign = await new NameGuard(_parts, _store).IsForeignAsync(phase.Phase, cancellation);
        var (files, note) = Files(phase, runs);
        var changes = files is null ? []
            : Changes(found is null ? new Dictionary<string, string>() : await _parts.Platform.DownloadProjectAsync(project, cancellation), files);
        var set = found is null ? [] : await _parts.Platform.ListSecretsAsync(project, cancellation);
        return new(
            phase.Phase,
            project,
            found?.Revision,
            foreign,
            runs.Contains(Step.Deploy) || changes.Count > 0 && runs.Contains(Step.Generate),
            changes,
            note,
            runs.Contains(Step.Execute) ? [.. phase.Workflows(_parts.Pipeline).Select(w => w.Workflow)] : [],
            [.. SecretNeeds.Of(_parts.Files, _parts.Workspace.Folder(phase.Phase)).Except(set, StringComparer.Ordinal)]);
    }

    /// <summary>The files as they would be pushed; null where they are not known yet.</summary>
    private (IReadOnlyDictionary<string, string>? Files, string? Note) Files(IPhaseDefinition phase, IReadOnlyList<Step> runs)
    {
        if (!runs.Contains(Step.Generate))
        {
            return (OnDisk(phase.Phase), null);
        }

        var schemas = _inputs.StoredSchemas(phase.Phase);
        if (phase.Schemas(_parts.Pipeline).Count > 0 && !schemas.Tables.Any())
        {
            return (null, "its files follow from the tables that the phase before will make");
        }

        var files = _inputs.Rendered(phase, schemas).All.Where(f => IsPushed(f.Key)).ToDictionary(StringComparer.Ordinal);
        var manifest = Manifest.Read(_parts.Files, _parts.Workspace.Manifest(phase.Phase));
        foreach (var (path, text) in OnDisk(phase.Phase).Where(f => !manifest.Files.ContainsKey(f.Key)))
        {
            files.TryAdd(path, text);
        }

        return (files, phase.Phase is Phase.Ingestion ? null : "its tables are described again after the phase before has run; the files may change with them");
    }

    private Dictionary<string, string> OnDisk(Phase phase)
    {
        var folder = _parts.Workspace.Folder(phase);
        return _parts.Files.List(folder)
            .Where(IsPushed)
            .ToDictionary(path => path, path => _parts.Files.ReadText(Path.Combine(folder, path)), StringComparer.Ordinal);
    }

    private static List<FileChange> Changes(IReadOnlyDictionary<string, string> deployed, IReadOnlyDictionary<string, string> files) =>
    [
        .. deployed.Keys.Where(IsPushed).Union(files.Keys).Order(StringComparer.Ordinal)
            .Select(path => (path, before: deployed.GetValueOrDefault(path), after: files.GetValueOrDefault(path)))
            .Where(f => f.before != f.after)
            .Select(f => f switch
            {
                { after: null } => new FileChange(f.path, ChangeKind.Removed, []),
                { before: null } => new FileChange(f.path, ChangeKind.Added, LineDiff.Of(string.Empty, f.after)),
                _ => new FileChange(f.path, ChangeKind.Changed, LineDiff.Of(f.before, f.after)),
            }),
    ];

    /// <summary>The manifest goes up too, but says nothing that the files do not.</summary>
    private static bool IsPushed(string path) =>
        path != "manifest.json" && !path.EndsWith(".tmp", StringComparison.Ordinal) && !path.Split('/').Any(part => part.StartsWith('.'));
}
