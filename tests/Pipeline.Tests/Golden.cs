using System.Runtime.CompilerServices;

namespace Cdp.Pipeline.Tests;

/// <summary>Files as assertions: compares with <c>Golden/&lt;name&gt;</c> beside the test; <c>GOLDEN=accept</c> writes them.</summary>
internal static class Golden
{
    private static bool Accepting => Environment.GetEnvironmentVariable("GOLDEN") == "accept";

    /// <summary>One file against its golden text.</summary>
    public static void TextMatches(string actual, string name, [CallerFilePath] string test = "") =>
        TextMatchesFile(actual, Path.Combine(Path.GetDirectoryName(test)!, "Golden", name));

    /// <summary>A text against a file anywhere in the repository, such as one that ships.</summary>
    public static void TextMatchesFile(string actual, string file)
    {
        if (Accepting)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
        }

        Assert.True(File.Exists(file), $"There is no {file}. Run the test with GOLDEN=accept and look at what it wrote.");
        Assert.Equal(File.ReadAllText(file), actual);
    }

    /// <summary>A whole folder: the same files with the same texts.</summary>
    public static void FolderMatches(string folder, string name, [CallerFilePath] string test = "")
    {
        var golden = Path.Combine(Path.GetDirectoryName(test)!, "Golden", name);
        if (Accepting && Directory.Exists(golden))
        {
            Directory.Delete(golden, recursive: true);
        }

        if (!Accepting)
        {
            Assert.Equal(Files(golden), Files(folder));
        }

        foreach (var file in Files(folder))
        {
            TextMatchesFile(File.ReadAllText(Path.Combine(folder, file)), Path.Combine(golden, file));
        }
    }

    private static string[] Files(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)]
        : [];
}
