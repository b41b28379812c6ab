using System.Text.Json.Nodes;
using Cdp.Digdag.Engine;

namespace Cdp.Digdag.Operators;

/// <summary>The project's files as a task names them: relative to <c>_workdir</c>, never outside of the project.</summary>
internal sealed class Workspace(string projectFolder, JsonObject config)
{
    public string Project => projectFolder;

    public string Folder => Path.GetFullPath(Path.Combine(projectFolder, Workdir));

    private string Workdir => config["_workdir"] is JsonValue dir ? dir.ToString() : "";

    public string PathOf(string name)
    {
        var path = Path.GetFullPath(Path.Combine(Folder, name));
        return path.StartsWith(Path.GetFullPath(projectFolder) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new TaskFailure(
                $"File name must not be outside of project path ({projectFolder} {Path.Combine(Workdir, name)}", "illegal argument");
    }

    /// <summary>Path relative to the project, with slashes.</summary>
    public string Relative(string name) =>
        Path.GetRelativePath(Path.GetFullPath(projectFolder), PathOf(name)).Replace('\\', '/');

    public string Read(string name)
    {
        var path = PathOf(name);
        return File.Exists(path) ? File.ReadAllText(path) : throw TaskFailure.Config($"File not found: {name}");
    }
}
