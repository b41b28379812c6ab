using Cdp.Pipeline;

namespace Cdp.Build.Commands;

internal static class ProjectFolder
{
    /// <summary>The folder of <c>--project</c>; it must be there.</summary>
    public static string Of(BuildContext context)
    {
        var folder = context.Argument("project")
            ?? throw new PipelineException("Say which project: --project=DIR, a folder with .dig files.", ExitCode.WrongInput);
        return Directory.Exists(folder)
            ? folder
            : throw new PipelineException($"There is no folder {folder}.", ExitCode.WrongInput);
    }
}
