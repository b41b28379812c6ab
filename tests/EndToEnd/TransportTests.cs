using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Cdp.TdLike;
using Cdp.Tests;

namespace Cdp.EndToEnd;

/// <summary>One pipeline on this machine, over the REST API and through td: the same files, the same tables, the same
/// state. Treasure Data is an emulator of its own for each of the last two, reached as the real one is.</summary>
public sealed class TransportTests
{
    /// <summary>Where a run took place; and what it made there, which matters only where others make things too.</summary>
    private static readonly string[] _place = ["td_endpoint", "platform", "projects"];

    /// <summary>Two phases of a tiny pipeline in every run of the tests; with CDP_TEST_SIZE=full the whole sample.</summary>
    private static readonly bool _isFull = Environment.GetEnvironmentVariable("CDP_TEST_SIZE") is "full";

    private static readonly string[] _phases = _isFull ? ["ingestion", "hist_union", "staging", "unification"] : ["ingestion", "hist_union"];

    private static readonly string[] _same =
    [
        _isFull ? "--target=Unification" : "--target=HistUnion", $"--config={Config()}",
        "--session-time=2026-01-02T00:00:00Z", "--now=2026-01-02T03:04:05Z",
    ];

    [Fact]
    [Trait("Category", "Measured")]
    public async Task The_same_pipeline_is_the_same_over_td_rest_and_local()
    {
        using var local = new BuildProcess();
        var quiet = local.Run(_same);
        Assert.True(quiet.ExitCode == 0, quiet.Output + quiet.Error);
        using var home = await Box.OfAsync(Path.Combine(local.Workspace, "emulator"));
        var rows = await home.RowsAsync(Databases());
        Assert.NotEmpty(rows);
        var calls = 0;

        foreach (var transport in new[] { "rest", "td" })
        {
            using var remote = new BuildProcess();
            using var box = await Box.OfAsync(Path.Combine(remote.Workspace, "treasure_data"));
            await box.TellAsync("/emulator/stand_ins", await File.ReadAllTextAsync(Path.Combine(local.Workspace, "emulator", "stand_ins.json")));
            await box.TellAsync("/emulator/clock", """{"now":"2026-01-02T03:04:05Z"}""");
            var tools = Path.Combine(remote.Workspace, "tools");
            Launcher.Install(tools);
            remote.Variables["TD_API_KEY"] = box.Endpoint.Token;
            remote.Variables["HOME"] = tools;
            remote.Variables["PATH"] = $"{tools}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}";

            var ended = remote.Run([.. _same, "--platform=treasure_data", $"--transport={transport}", $"--endpoint={box.Endpoint.Url}"]);

            Assert.True(ended.ExitCode == 0, ended.Output + ended.Error);
            Assert.Contains(transport == "td" ? "reached by td" : "reached by its REST API", ended.Output, StringComparison.Ordinal);
            Assert.Equal(Files(local), Files(remote));
            Assert.Equal(State(local), State(remote));
            Assert.Equal(rows, await box.RowsAsync(Databases()));
            calls = File.Exists(Launcher.CallsOf(tools)) ? File.ReadAllLines(Launcher.CallsOf(tools)).Length : calls;
            AssertNowhere(box.Endpoint.Token, remote, tools);
        }

        Figures.Say("transports", string.Create(
            CultureInfo.InvariantCulture, $"td, rest and local: {Files(local).Count} generated files and {rows.Count} rows are the same; {calls} calls of td"));
    }

    /// <summary>Every generated file, with its text.</summary>
    private static List<string> Files(BuildProcess build) =>
    [
        .. _phases.SelectMany(phase => Directory.EnumerateFiles(Path.Combine(build.Workspace, phase), "*", SearchOption.AllDirectories))
            .Select(file => $"{Path.GetRelativePath(build.Workspace, file)}\n{File.ReadAllText(file)}")
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The state, without ids and times.</summary>
    private static string State(BuildProcess build)
    {
        var state = JsonNode.Parse(File.ReadAllText(Path.Combine(build.Workspace, "pipeline_state.json")))!;
        Scrub(state);
        return state.ToJsonString(new() { WriteIndented = true }).Replace(build.Workspace, "…", StringComparison.Ordinal);
    }

    private static void Scrub(JsonNode? node)
    {
        foreach (var child in (node as JsonArray)?.ToList() ?? [])
        {
            Scrub(child);
        }

        foreach (var (name, value) in (node as JsonObject)?.ToList() ?? [])
        {
            if (_place.Contains(name) || (value is JsonValue && IsOwn(name)))
            {
                ((JsonObject)node!)[name] = "…";
            }

            Scrub(((JsonObject)node!)[name]);
        }
    }

    private static bool IsOwn(string name) =>
        name.EndsWith("_id", StringComparison.Ordinal) || name.EndsWith("_time", StringComparison.Ordinal) || name.EndsWith("_at", StringComparison.Ordinal);

    private static void AssertNowhere(string key, BuildProcess build, string tools)
    {
        var box = Path.Combine(build.Workspace, "treasure_data");
        var texts = Directory.EnumerateFiles(build.Workspace, "*", SearchOption.AllDirectories)
            .Where(file => !file.StartsWith(box, StringComparison.Ordinal))
            .Where(file => File.ReadAllText(file).Contains(key[2..20], StringComparison.OrdinalIgnoreCase));
        Assert.Empty(texts);
        Assert.Empty(Directory.GetDirectories(Path.Combine(tools, ".td", "digdag"), "tmp"));
    }

    private static string[] Databases() =>
        [.. new[] { "src", "config", "stg", "unif" }.Select(part => $"{(_isFull ? "acme" : "tiny")}_{part}")];

    private static string Config([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here)!;
        return _isFull ? Path.Combine(folder, "..", "..", "config", "pipeline.yml") : Path.Combine(folder, "Cases", "tiny", "pipeline.yml");
    }
}
