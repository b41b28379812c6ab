using System.Collections.Immutable;
using Cdp.Pipeline.Files;
using Cdp.Pipeline.Runs;

namespace Cdp.Pipeline.Generation;

/// <summary>Brings a phase's folder to what was rendered, without losing what a person wrote there.</summary>
public sealed class ProjectWriter(FileStore files, Workspace workspace)
{
    /// <summary>Files that are neither what we wrote nor what we want to write.</summary>
    public IReadOnlyList<string> Edited(RenderedPhase phase)
    {
        var manifest = Manifest.Read(files, workspace.Manifest(phase.Phase));
        return
        [
            .. phase.All.Where(f =>
                files.TryReadText(At(phase.Phase, f.Key)) is { } text && text != f.Value && !manifest.Wrote(f.Key, text)).Select(f => f.Key),
        ];
    }

    /// <summary>The manifest knows old and new texts before the first file is touched: a crash in between loses nothing.</summary>
    /// <returns>Files no longer generated that were kept because they had been edited.</returns>
    public IReadOnlyList<string> Write(RenderedPhase phase)
    {
        var manifestFile = workspace.Manifest(phase.Phase);
        var before = Manifest.Read(files, manifestFile);
        var after = Manifest.Of(phase.All);
        if (!IsCurrent(phase, before))
        {
            (after with { Before = OnDisk(phase.Phase, before) }).Write(files, manifestFile);
        }

        foreach (var (path, text) in phase.All.Where(f => files.TryReadText(At(phase.Phase, f.Key)) != f.Value))
        {
            Keep(phase.Phase, path, before);
            files.WriteText(At(phase.Phase, path), text);
        }

        var stale = before.Files.Keys.Union(before.Before.Keys).Where(path => !phase.All.ContainsKey(path)).ToArray();
        var kept = stale.Where(path => !Remove(phase.Phase, path, before)).ToArray();
        if (!IsCurrent(phase, before))
        {
            after.Write(files, manifestFile);
        }

        return kept;
    }

    /// <summary>Everything in the folder is as the manifest says, and nothing was cut off.</summary>
    public bool IsCurrent(RenderedPhase phase) => IsCurrent(phase, Manifest.Read(files, workspace.Manifest(phase.Phase)))
        && phase.All.All(f => files.TryReadText(At(phase.Phase, f.Key)) == f.Value);

    /// <summary>Of all files that a push would send, a user's own among them.</summary>
    public string FolderHash(Phase phase)
    {
        var folder = workspace.Folder(phase);
        return Hash.Of(files.List(folder)
            .Where(path => path != "manifest.json" && !path.EndsWith(".tmp", StringComparison.Ordinal))
            .Select(path => KeyValuePair.Create(path, files.ReadText(Path.Combine(folder, path)))));
    }

    private static bool IsCurrent(RenderedPhase phase, Manifest manifest) =>
        manifest.Before.IsEmpty && manifest.Files.SequenceEqual(Manifest.Of(phase.All).Files);

    private ImmutableSortedDictionary<string, string> OnDisk(Phase phase, Manifest manifest) =>
        manifest.Files.Keys.Union(manifest.Before.Keys)
            .Select(path => (path, text: files.TryReadText(At(phase, path))))
            .Where(f => f.text is not null && manifest.Wrote(f.path, f.text))
            .ToImmutableSortedDictionary(f => f.path, f => Hash.Of(f.text!), StringComparer.Ordinal);

    private void Keep(Phase phase, string path, Manifest before)
    {
        if (files.TryReadText(At(phase, path)) is { } text && !before.Wrote(path, text))
        {
            files.WriteText(workspace.Backup(phase, path), text);
        }
    }

    private bool Remove(Phase phase, string path, Manifest before)
    {
        if (files.TryReadText(At(phase, path)) is { } text)
        {
            if (!before.Wrote(path, text))
            {
                return false;
            }

            files.Delete(At(phase, path));
        }

        return true;
    }

    private string At(Phase phase, string path) => Path.Combine(workspace.Folder(phase), path);
}
