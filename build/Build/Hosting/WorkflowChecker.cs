using Cdp.Digdag.Language;
using Cdp.Pipeline.Ports;

namespace Cdp.Build.Hosting;

/// <summary>Generate's question to the digdag room: would a push of these files be accepted?</summary>
internal sealed class WorkflowChecker : IWorkflowChecker
{
    public IReadOnlyList<FileProblem> Check(IReadOnlyDictionary<string, string> files)
    {
        var folder = Directory.CreateTempSubdirectory("cdp-check-").FullName;
        try
        {
            foreach (var (path, text) in files)
            {
                var file = Path.Combine(folder, path);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                File.WriteAllText(file, text);
            }

            return [.. Problems(WorkflowLoader.Load(folder))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<FileProblem> Problems(LoadedProject project)
    {
        foreach (var error in project.Errors)
        {
            yield return Problem(error);
        }

        foreach (var workflow in project.Workflows)
        {
            if (Compiled(workflow) is { } error)
            {
                yield return Problem(error);
            }
        }
    }

    private static ProjectError? Compiled(WorkflowDefinition workflow)
    {
        try
        {
            WorkflowCompiler.Compile(workflow);
            return null;
        }
        catch (DigdagConfigException ex)
        {
            return new(ex.Position ?? new(workflow.File, 1, 1), ex.Message);
        }
    }

    private static FileProblem Problem(ProjectError error) =>
        new(error.Position.File, error.Position.Line, error.Position.Column, error.Message);
}
