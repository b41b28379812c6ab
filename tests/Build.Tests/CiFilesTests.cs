using System.Runtime.CompilerServices;
using Cdp.Build.CommandLine;
using Cdp.Yaml;

namespace Cdp.Build.Tests;

/// <summary>The workflows of the two CI systems parse, and what they run is a command line that we accept.</summary>
public sealed class CiFilesTests
{
    public static TheoryData<string> Files => [".github/workflows/build.yml", ".github/workflows/pipeline.yml", "azure-pipelines.yml"];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_command_is_one_that_the_build_accepts(string file)
    {
        var root = Path.GetFullPath(Path.Combine(Here(), "..", ".."));
        var commands = Commands(YamlDocument.Read(File.ReadAllText(Path.Combine(root, file)), file)!).ToList();

        Assert.NotEmpty(commands);
        Assert.All(commands, command =>
        {
            var words = command.Replace("\"$TARGET\"", "Unification", StringComparison.Ordinal)
                .Replace("\"$PLATFORM\"", "local", StringComparison.Ordinal).Split(' ');
            Assert.Contains(words[0], new[] { "./build.sh", "./build.ps1" });
            Arguments.Parse(words[1..], TargetList.Names);
        });
    }

    private static IEnumerable<string> Commands(YamlNode node) => node switch
    {
        YamlMapping map => map.Entries.SelectMany(entry =>
            entry is { Key: YamlScalar { Text: "run" or "bash" }, Value: YamlScalar run } ? [run.Text] : Commands(entry.Value)),
        YamlSequence list => list.Items.SelectMany(Commands),
        _ => [],
    };

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
