using System.Text;

namespace Cdp.Digdag.Language;

/// <summary>A project's folder. Paths are relative to it, with <c>/</c>; none leads outside.</summary>
public sealed class ProjectFiles
{
    private readonly IgnoreRules _ignored;

    public ProjectFiles(string folder)
    {
        Folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var rules = Path.Combine(Folder, ".digdagignore");
        _ignored = IgnoreRules.Parse(File.Exists(rules) ? File.ReadAllText(rules) : "");
    }

    public string Folder { get; }

    /// <summary>Files and folders that belong to the project, in order of name: no dot-files, nothing that <c>.digdagignore</c> names.</summary>
    public IEnumerable<ProjectEntry> Entries() => Entries("");

    /// <summary>The root's <c>NAME.dig</c> files: only these are workflows.</summary>
    public IEnumerable<string> WorkflowFiles() =>
        Listed("")
            .Where(e => !e.IsFolder && e.Path.EndsWith(".dig", StringComparison.Ordinal) && File.Exists(FullPath(e.Path)))
            .Select(e => e.Path);

    public string FullPath(string path) => Path.Combine(Folder, path);

    /// <exception cref="DigdagConfigException">There is no such file, or it cannot be read.</exception>
    public string ReadText(string path)
    {
        try
        {
            return File.ReadAllText(FullPath(path), Encoding.UTF8);
        }
        catch (Exception ex) when (ex is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DigdagConfigException(path, DigdagConfigException.NoSuchFile, innerException: ex);
        }
        catch (UnauthorizedAccessException ex)
        {
            throw new DigdagConfigException(
                Directory.Exists(FullPath(path)) ? $"{path}: Is a directory" : $"{path}: not readable", "io", innerException: ex);
        }
        catch (Exception ex) when (ex is IOException or NotSupportedException or ArgumentException)
        {
            throw new DigdagConfigException($"{path}: {ex.Message}", "io", innerException: ex);
        }
    }

    /// <summary>A path given in a file: relative to that file's folder and inside it, else null.</summary>
    internal string? Beside(string file, string name)
    {
        if (name.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        var folder = Path.GetDirectoryName(FullPath(file))!;
        var target = Path.GetFullPath(Path.Combine(folder, name));
        return target == folder || target.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? Relative(target)
            : null;
    }

    private string Relative(string fullPath) => Path.GetRelativePath(Folder, fullPath).Replace('\\', '/');

    private IEnumerable<ProjectEntry> Entries(string folder)
    {
        foreach (var entry in Listed(folder))
        {
            yield return entry;
            if (!entry.IsFolder || entry.IsLink)
            {
                continue;
            }

            foreach (var inner in Entries(entry.Path))
            {
                yield return inner;
            }
        }
    }

    private IEnumerable<ProjectEntry> Listed(string folder) =>
        new DirectoryInfo(FullPath(folder))
            .EnumerateFileSystemInfos()
            .Where(i => !i.Name.StartsWith('.'))
            .Select(i => new ProjectEntry(Relative(i.FullName), i is DirectoryInfo, i.LinkTarget is not null))
            .Where(e => !_ignored.Ignores(e.Path, e.IsFolder))
            .OrderBy(e => e.Path, StringComparer.Ordinal);
}

public sealed record ProjectEntry(string Path, bool IsFolder, bool IsLink);
