using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Cdp.Emulator.Rehearsing;

namespace Cdp.Emulator.Tests.Rehearsing;

/// <summary>
/// The tasks that publish a table, as they stand in the sample's generated workflows. A resume repeats a task whose effect
/// was not recorded, and a rename whose source is gone fails.
/// </summary>
public sealed partial class SwapsMayBeRepeatedTests(RunningEmulator emulator) : IClassFixture<RunningEmulator>, IDisposable
{
    private readonly TempFolder _project = new();

    /// <summary>Folder, workflow and which of its swaps.</summary>
    public static TheoryData<string, string, int> Swaps
    {
        get
        {
            var found = new TheoryData<string, string, int>();
            foreach (var file in Directory.EnumerateFiles(Sample(), "*.dig", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                for (var n = 0; n < SwapTask().Count(File.ReadAllText(file)); n++)
                {
                    found.Add(Path.GetFileName(Path.GetDirectoryName(file)!), Path.GetFileName(file), n);
                }
            }

            return found;
        }
    }

    public void Dispose() => _project.Dispose();

    [Theory]
    [MemberData(nameof(Swaps))]
    public async Task A_swap_that_is_repeated_leaves_the_published_table_alone(string folder, string workflow, int number)
    {
        var query = await File.ReadAllTextAsync(Path.Combine(Sample(), folder, "queries", "find_new_table.sql"));
        var database = Database().Match(query).Groups[1].Value;
        var swap = Indented(SwapTask().Matches(await File.ReadAllTextAsync(Path.Combine(Sample(), folder, workflow)))[number].Value);
        var table = LiteralName().Match(swap) is { Success: true } literal ? literal.Groups[1].Value : "things";
        _project.Write("queries/find_new_table.sql", query);
        _project.Write(
            "main.dig",
            $$"""
            _export:
              published: {{table}}
              globals: {unif_input_tbl: {{table}}}
              tbl: {new_table: {{table}}__new, staging_table: {{table}}}
              union: {new_table: {{table}}__new, target: {{table}}}
              td:
                database: {{database}}
                each: {enriched: {{table}}}
            +databases:
              td_ddl>:
              create_databases: [{{database}}]
            +old:
              td>:
                data: SELECT 'old' AS state
              create_table: {{table}}
            +new:
              td>:
                data: SELECT 'new' AS state
              create_table: {{table}}__new
            +swap:
            {{swap}}
            +repeated:
            {{swap}}
            +look:
              td_for_each>:
                data: SELECT state, (SELECT COUNT(*) FROM information_schema.tables WHERE table_name = '{{table}}__new') AS waiting FROM {{table}}
              _do:
                echo>: ${td.each.state} ${td.each.waiting}

            """);
        using var client = new RehearsalClient(emulator.Endpoint, TimeProvider.System);

        var rehearsal = await client.RunAsync(new RehearsalRequest(_project.Path), null, CancellationToken.None);

        Assert.Equal("", string.Join('\n', rehearsal.Tasks.Where(t => t.Failed).Select(t => $"{t.FullName}: {t.Error["message"]}")));
        Assert.Equal<string>(["new 0"], rehearsal.Echo);
    }

    [Fact]
    public void Every_rename_in_a_generated_workflow_is_such_a_swap()
    {
        foreach (var file in Directory.EnumerateFiles(Sample(), "*.dig", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(file);

            Assert.Equal(Rename().Count(text), SwapTask().Count(text));
        }

        Assert.NotEmpty(Swaps);
    }

    private static string Indented(string block)
    {
        var lines = block.TrimEnd('\n').Split('\n');
        var depth = lines[0].Length - lines[0].TrimStart().Length;
        return string.Join('\n', lines.Select(line => $"  {line[depth..]}"));
    }

    private static string Sample([CallerFilePath] string here = "") => Path.GetFullPath(
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "Pipeline.Tests", "Phases", "Golden", "sample"));

    /// <summary>From the search on, all lines that stand at least as deep.</summary>
    [GeneratedRegex(@"^(?<depth> *)td_for_each>: queries/find_new_table\.sql\n(?:\k<depth>[^+\n].*\n)*", RegexOptions.Multiline)]
    private static partial Regex SwapTask();

    [GeneratedRegex("rename_tables:")]
    private static partial Regex Rename();

    [GeneratedRegex(@"^ *published: ([a-z0-9_]+)$", RegexOptions.Multiline)]
    private static partial Regex LiteralName();

    [GeneratedRegex("\"table_schema\" = '([a-z0-9_]+)'")]
    private static partial Regex Database();
}
