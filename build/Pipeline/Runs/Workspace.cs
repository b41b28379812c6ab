using System.Globalization;

namespace Cdp.Pipeline.Runs;

/// <summary>The folder that holds what a run makes (DESIGN, "Command line").</summary>
public sealed record Workspace(string Root)
{
    public string StateFile => Path.Combine(Root, "pipeline_state.json");

    public string ConfigFile => Path.Combine(Root, "pipeline_config.json");

    public string ReportFile => Path.Combine(Root, "pipeline_report.md");

    public string LockFile => Path.Combine(Root, "pipeline.lock");

    public string OwnerFile => Path.Combine(Root, "pipeline_owner.json");

    public string Folder(Phase phase) => Path.Combine(Root, phase.Folder());

    public string Manifest(Phase phase) => Path.Combine(Folder(phase), "manifest.json");

    /// <summary>Where files edited by hand are kept before they are overwritten: outside the project, so never pushed.</summary>
    public string Backup(Phase phase, string path) => BackupOf(phase, path) + ".bak";

    /// <summary>The same without its ending, for who keeps several.</summary>
    public string BackupOf(Phase phase, string path) => Path.Combine(Root, "backup", phase.Folder(), path);

    /// <summary>The day's folder of logs.</summary>
    public string Logs(DateTimeOffset at) =>
        Path.Combine(Root, "pipeline_logs", at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
