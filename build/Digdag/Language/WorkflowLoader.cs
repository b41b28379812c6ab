using System.Collections.Immutable;

namespace Cdp.Digdag.Language;

/// <summary>Reads the workflows of a project (spec §1.3).</summary>
public static class WorkflowLoader
{
    private const string Suffix = ".dig";

    /// <summary>Loads every <c>.dig</c> file of the root; what fails is listed, the rest is there.</summary>
    public static LoadedProject Load(string folder)
    {
        var files = new ProjectFiles(folder);
        var workflows = ImmutableArray.CreateBuilder<WorkflowDefinition>();
        var errors = ImmutableArray.CreateBuilder<ProjectError>();
        foreach (var file in files.WorkflowFiles())
        {
            try
            {
                workflows.Add(WorkflowFile.Read(files, file, file[..^Suffix.Length]));
            }
            catch (DigdagConfigException ex)
            {
                errors.Add(ProjectError.Of(ex, file));
            }
        }

        return new(files, workflows.ToImmutable(), errors.ToImmutable());
    }

    /// <summary>One file at run time, as <c>call></c> and <c>http_call></c> load it: a file in a folder gets its <c>_workdir</c>.</summary>
    /// <param name="file">Relative to the project's root, with or without <c>.dig</c>.</param>
    /// <exception cref="DigdagConfigException">Missing (<see cref="DigdagConfigException.NoSuchFile"/>) or not a workflow.</exception>
    public static WorkflowDefinition LoadFile(ProjectFiles files, string file) =>
        WorkflowFile.Read(files, file, file.EndsWith(Suffix, StringComparison.Ordinal) ? file[..^Suffix.Length] : file);
}
