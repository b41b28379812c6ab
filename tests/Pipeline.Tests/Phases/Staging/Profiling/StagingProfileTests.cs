using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Files;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Phases.Staging;
using Cdp.Pipeline.Resolution;
using Cdp.Pipeline.Runs;
using Cdp.Pipeline.Steps;
using Cdp.Pipeline.Templating;
using Cdp.Pipeline.Tests.Fakes;
using Cdp.Trino;

namespace Cdp.Pipeline.Tests.Phases.Staging.Profiling;

/// <summary>The sample's tables, looked at by the real engine, with a configuration that says less than the sample's.</summary>
public sealed class StagingProfileTests : IDisposable
{
    private readonly TrinoDatabase _tables = TrinoDatabase.Open(":memory:");
    private readonly TestRun _run = new();
    private readonly TempFolder _folder = new();
    private readonly List<string> _asked = [];

    public void Dispose()
    {
        _tables.Dispose();
        _run.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_the_sample_says_by_hand_is_found_in_its_data()
    {
        var file = Bare();

        await ProposeAsync(file);

        var diff = _run.View.Said[^1];
        Assert.Contains("has 5 proposed rules", diff, StringComparison.Ordinal);
        var text = File.ReadAllText(file);
        Assert.Contains("  profile: false", text, StringComparison.Ordinal);
        Assert.Matches("""(?m)^    - name: shop_customers\n      columns:\n        accepts_marketing: boolean  # 100 % boolean, [0-9.]+ % empty, about 2 distinct$""", text);
        Assert.Matches("""(?m)^        birthday: \{ day_first: true \}  # [0-9.]+ % date, """, text);
        Assert.Matches("""(?m)^        subscribed: boolean  # 100 % boolean""", text);
        Assert.Matches("""(?m)^        properties: \{ keys: \[\$source, loyalty.points, loyalty.tier, "tags\[\]"\] \}  # 100 % JSON""", text);
        Assert.Matches("""(?m)^        event_properties: \{ keys: \[\$value, billing.country, "items\[\]"\] \}  # 100 % JSON""", text);
        Assert.True(Load(file).Staging.Tables!.Value.First(t => t.Name == "crm_profiles").Columns["birthday"].DayFirst);
    }

    /// <summary>The whole step: it describes, looks, writes the configuration, and generates from the rules as they were.</summary>
    [Fact]
    public async Task Generate_looks_when_the_configuration_says_profile_and_does_not_look_again()
    {
        var file = Bare();

        var first = await GenerateAsync(file);
        var queries = _asked.Count;
        var second = await GenerateAsync(file);

        Assert.Contains("has 5 proposed rules", string.Join('\n', _run.View.Said), StringComparison.Ordinal);
        Assert.Contains("accepts_marketing: boolean  #", File.ReadAllText(file), StringComparison.Ordinal);
        Assert.True(queries > 0);
        Assert.Equal(queries, _asked.Count);
        Assert.DoesNotContain("'TRUE'\n", first, StringComparison.Ordinal);
        Assert.Contains("lower(\"accepts_marketing\") IN ('true'", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Generate_does_not_look_without_being_asked()
    {
        var file = Bare();
        File.WriteAllText(file, File.ReadAllText(file).Replace("profile: true", "profile: false", StringComparison.Ordinal));
        var before = File.ReadAllText(file);

        await GenerateAsync(file);

        Assert.Empty(_asked);
        Assert.Equal(before, File.ReadAllText(file));
    }

    [Fact]
    public async Task A_second_look_finds_nothing_more_and_switches_itself_off()
    {
        var file = Bare();
        await ProposeAsync(file);
        var first = File.ReadAllText(file);
        File.WriteAllText(file, first.Replace("profile: false", "profile: true", StringComparison.Ordinal));

        await ProposeAsync(file);

        Assert.Equal(first, File.ReadAllText(file));
        Assert.Contains("no reason for other rules", _run.View.Said[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_policy_show_leaves_the_file_as_it_is()
    {
        var file = Bare("on: { profile_proposals: show }");
        var before = File.ReadAllText(file);

        await ProposeAsync(file);

        Assert.Equal(before, File.ReadAllText(file));
    }

    [Fact]
    public async Task A_full_disk_leaves_the_old_file_whole()
    {
        var file = Bare();
        var before = File.ReadAllText(file);
        _run.Disk.Before = (verb, path) => _ = verb == "move" && path == file ? throw FaultyFiles.DiskFull : 0;

        var error = await Assert.ThrowsAsync<PipelineException>(() => ProposeAsync(file));

        Assert.Contains("the disk is full", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(file));
        Assert.Equal(["pipeline.yml"], new DirectoryInfo(_folder.Path).GetFiles().Select(f => f.Name));
    }

    private async Task ProposeAsync(string file)
    {
        if (_tables.Tables("acme_src").Count == 0)
        {
            await SampleTables.FillAsync(_tables);
        }

        RunParts parts = _run.Parts() with
        {
            Pipeline = PipelineResolver.Resolve(Load(file)),
            Platform = TablePlatform.Over(_tables),
            ConfigFile = file,
        };
        await new StagingProfile(parts).ProposeAsync(SampleSchemas.Combined, CancellationToken.None);
    }

    /// <returns>The transformation of shop_customers.</returns>
    private async Task<string> GenerateAsync(string file)
    {
        if (_tables.Tables("acme_src").Count == 0)
        {
            await SampleTables.FillAsync(_tables);
        }

        var platform = TablePlatform.Over(_tables, "acme_src");
        var answer = platform.Answer;
        platform.Answer = request =>
        {
            _asked.Add(request.Sql);
            return answer(request);
        };
        RunParts parts = _run.Parts() with
        {
            Pipeline = PipelineResolver.Resolve(Load(file)),
            Platform = platform,
            ConfigFile = file,
            Phases = [.. _run.Phases.Select(p => p.Phase is Phase.Staging ? new StagingPhase() : (IPhaseDefinition)p)],
            Templates = new TemplateFolders(new FileStore(new DiskFiles()), Repository.File("templates"), null),
        };
        using var runner = new Runner(parts);
        await runner.RunAsync(new Cell(Phase.Staging, Step.Generate), CancellationToken.None);
        return File.ReadAllText(Path.Combine(parts.Workspace.Folder(Phase.Staging), "queries/shop_customers_transform.sql"));
    }

    private static PipelineConfig Load(string file) => Project.Load(File.ReadAllText(file));

    private string Bare(string more = "") => _folder.Write("pipeline.yml", Staging().Replace("staging:", $"staging:\n  profile: true", StringComparison.Ordinal) + more + "\n");

    /// <summary>The sample without its staging.</summary>
    private static string Staging()
    {
        var text = File.ReadAllText(Repository.File("config/pipeline.yml"));
        var (start, end) = (text.IndexOf("\nstaging:", StringComparison.Ordinal), text.IndexOf("# ---- Phase 4", StringComparison.Ordinal));
        return (text[..start] + "\nstaging:\n" + text[end..]).Replace(": data/", $": {Repository.File("config/data")}/", StringComparison.Ordinal);
    }
}
