using Cdp.Digdag.Engine;

namespace Cdp.Digdag.Operators;

/// <summary>A folder of one task's own, gone when the task ends.</summary>
internal sealed class Scratch : IDisposable
{
    private Scratch(string folder) => Folder = folder;

    public string Folder { get; }

    public static Scratch Empty() => new(Directory.CreateTempSubdirectory("digdag-").FullName);

    /// <summary>With a copy of the project: what one task leaves there, no other task sees.</summary>
    public static Scratch Of(string project)
    {
        var scratch = Empty();
        foreach (var folder in Directory.EnumerateDirectories(project, "*", SearchOption.AllDirectories))
        {
            Directory.CreateDirectory(Path.Combine(scratch.Folder, Path.GetRelativePath(project, folder)));
        }

        foreach (var file in new DirectoryInfo(project).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(scratch.Folder, Path.GetRelativePath(project, file.FullName));
            if (file.LinkTarget is { } target)
            {
                File.CreateSymbolicLink(copy, target);
            }
            else
            {
                file.CopyTo(copy);
            }
        }

        return scratch;
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (IOException)
        {
            // A program that the task left behind still holds a file; the system's own cleaning takes the rest.
        }
    }
}
