using Cdp.Digdag.Language;
using Cdp.Pipeline.Ports;

namespace Cdp.Build.Hosting;

/// <summary>Generate's question to the digdag room: would a push of these files be accepted?</summary>
internal sealed class WorkflowChecker(TimeProvider clock) : IWorkflowChecker
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

            return
            [
                .. ProjectCheck.Run(folder, clock.GetUtcNow()).Errors.Select(error => new FileProblem(
                    error.Position.File, error.Position.Line, error.Position.Column, error.Message)),
            ];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
