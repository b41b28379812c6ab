using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Cdp.Digdag.Tests;

/// <summary>A small project and what the real digdag did with it; <c>Cases/README.md</c> describes <see cref="Record"/>.</summary>
public sealed record DigdagCase(string Group, string Name, string Folder, JsonObject Record)
{
    private static readonly Lazy<IReadOnlyList<DigdagCase>> Recorded = new(() =>
        [.. Directory
            .EnumerateFiles(Path.Combine(Here(), "Cases"), "case.json", SearchOption.AllDirectories)
            .Select(FromFile)
            .OrderBy(c => c.Id, StringComparer.Ordinal)]);

    public string Id => $"{Group}/{Name}";

    public string Workflow => Record["workflow"]!.GetValue<string>();

    /// <summary>ISO 8601 with offset.</summary>
    public string SessionTime => Record["session_time"]!.GetValue<string>();

    public int CheckExit => Record["check"]!["exit"]!.GetValue<int>();

    public string CheckError => Record["check"]!["stderr"]?.GetValue<string>() ?? "";

    public int PushExit => Record["push"]?["exit"]?.GetValue<int>() ?? 0;

    public string PushError => Record["push"]?["error"]?.GetValue<string>() ?? "";

    public bool IsStarted => Record["start"]?["exit"]?.GetValue<int>() == 0;

    /// <summary>In order of id.</summary>
    public IReadOnlyList<JsonObject> Tasks => [.. Record["tasks"]?.AsArray().Cast<JsonObject>() ?? []];

    public static IReadOnlyList<DigdagCase> Read(params string[] groups) =>
        groups.Length == 0 ? Recorded.Value : [.. Recorded.Value.Where(c => groups.Contains(c.Group))];

    public static DigdagCase Read(string id) => Recorded.Value.Single(c => c.Id == id);

    /// <summary>Copies the project, its symbolic links and its generated files to a folder of its own.</summary>
    public void CopyTo(string target)
    {
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(Folder, file);
            if (path == "case.json")
            {
                continue;
            }

            var copy = Path.Combine(target, path);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        foreach (var (link, to) in Record["symlinks"]?.AsObject() ?? [])
        {
            File.CreateSymbolicLink(Path.Combine(target, link), to!.GetValue<string>());
        }

        foreach (var (file, content) in Record["generated_files"]?.AsObject() ?? [])
        {
            File.WriteAllBytes(Path.Combine(target, file), Generated(content!.GetValue<string>()));
        }
    }

    public override string ToString() => Id;

    /// <summary>"5242880 times the letter a", "3145728 random bytes".</summary>
    private static byte[] Generated(string description)
    {
        var bytes = new byte[int.Parse(description.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)];
        if (description.EndsWith("random bytes", StringComparison.Ordinal))
        {
            new Random(1).NextBytes(bytes);
        }
        else
        {
            Array.Fill(bytes, (byte)'a');
        }

        return bytes;
    }

    private static DigdagCase FromFile(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        return new(
            Path.GetFileName(Path.GetDirectoryName(folder)!),
            Path.GetFileName(folder),
            folder,
            JsonNode.Parse(File.ReadAllText(file))!.AsObject());
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
