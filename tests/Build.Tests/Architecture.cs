using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace Cdp.Build.Tests;

/// <summary>DESIGN, "Layout": arrows point one way, and each outside library has one door.</summary>
public sealed class Architecture
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Yaml"] = [],
        ["Frosting"] = [],
        ["Trino"] = [],
        ["Digdag"] = ["Yaml"],
        ["Pipeline"] = ["Yaml"],
        ["TreasureData"] = ["Pipeline"],
        ["Emulator"] = ["Digdag", "Trino"],
        ["Build"] = ["Frosting", "Pipeline", "TreasureData", "Emulator"],
    };

    public static TheoryData<string> Projects => [.. Arrows.Keys];

    [Fact]
    public void Every_project_has_its_place()
    {
        var projects = Directory.GetDirectories(Path.Combine(Root, "build")).Select(Path.GetFileName).Order();

        Assert.Equal(Arrows.Keys.Order(), projects);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_refers_only_downwards(string project)
    {
        var file = XDocument.Load(Path.Combine(Root, "build", project, project + ".csproj"));
        var references = file.Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value));

        Assert.Empty(references.Except(Arrows[project]));
    }

    [Theory]
    [InlineData("YamlDotNet", "Yaml")]
    [InlineData("Scriban", "Pipeline/Templating")]
    [InlineData("CliWrap", "TreasureData/Td")]
    [InlineData("DuckDB.NET", "Trino/Execution")]
    [InlineData("Jint", "Digdag/Templates")]
    [InlineData("Microsoft.AspNetCore", "Emulator")]
    public void A_library_is_named_in_one_folder_only(string library, string folder)
    {
        var elsewhere = Sources()
            .Where(file => !file.StartsWith(folder + "/", StringComparison.Ordinal))
            .Where(file => Names(file, library));

        Assert.Empty(elsewhere);
    }

    [Fact]
    public void Only_the_build_and_its_layer_name_cake()
    {
        var elsewhere = Sources()
            .Where(file => !file.StartsWith("Build/", StringComparison.Ordinal) && !file.StartsWith("Frosting/", StringComparison.Ordinal))
            .Where(file => Names(file, "Cake"));

        Assert.Empty(elsewhere);
    }

    [Fact]
    public void Everything_is_caught_at_the_borders_only()
    {
        var borders = Sources().Where(file => Text(file).Split('\n').Any(line =>
            line.TrimStart().StartsWith("catch (Exception", StringComparison.Ordinal)
            && !line.Contains(" when ", StringComparison.Ordinal)));

        Assert.Empty(borders.Except(Borders));
    }

    /// <summary>Where a failure of any kind has to become an answer; each is one place with nobody above it.</summary>
    private static readonly string[] Borders =
    [
        "Frosting/Internal/HostCommand.cs", // the program's own: Cake prints the message, Program decides the exit code
        "Emulator/Hosting/EmulatorProcess.cs", // the emulator's own: the reason goes into its log
        "Emulator/Jobs/JobRunner.cs", // a job that fails must not take the emulator with it
        "Digdag/Engine/TaskRunner.cs", // nor a task
        "Digdag/Engine/AttemptRun.cs", // nor an attempt
    ];

    private static IEnumerable<string> Sources() =>
        Directory.EnumerateFiles(Path.Combine(Root, "build"), "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Path.Combine(Root, "build"), path).Replace('\\', '/'));

    private static bool Names(string file, string library) =>
        Text(file).Split('\n').Any(line => line.StartsWith($"using {library}", StringComparison.Ordinal)
            || line.Contains($" {library}.", StringComparison.Ordinal) && !line.TrimStart().StartsWith("//", StringComparison.Ordinal));

    private static string Text(string file) => File.ReadAllText(Path.Combine(Root, "build", file));

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
