using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Files;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Runs;
using Cdp.Pipeline.Steps.Looking;
using Cdp.Pipeline.Tests.Fakes;

namespace Cdp.Pipeline.Tests.Steps;

/// <summary>Doctor, Secrets, Schedules and Plan: they tell how things stand and change nothing that was not asked for.</summary>
public sealed class LookingTests : IDisposable
{
    private readonly TestRun _run = new() { Remote = true, Time = new(new(2026, 1, 31, 10, 0, 0, TimeSpan.Zero)) };

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task The_doctor_finds_nothing_in_a_healthy_account_and_changes_nothing()
    {
        _run.Platform.ServerTime = TimeProvider.System.GetUtcNow();

        var findings = await ExamineAsync();

        Assert.DoesNotContain(findings, f => f.Health is Health.Bad);
        Assert.Empty(_run.Platform.Effects);
        Assert.False(Directory.Exists(_run.Workspace.Root));
        Assert.Contains(findings, f => f is { Subject: "connection of shop", Health: Health.Unknown });
        Assert.Contains(findings, f => f is { Subject: "key", Detail: "account 1, fake@example.com, administrator" });
    }

    [Fact]
    public async Task A_clock_that_differs_is_named_with_its_remedy()
    {
        _run.Platform.ServerTime = TimeProvider.System.GetUtcNow().AddMinutes(-10);

        var clock = (await ExamineAsync()).Single(f => f.Subject == "clock");

        Assert.Equal(Health.Bad, clock.Health);
        Assert.Contains("it differs from the platform's by 10", clock.Detail, StringComparison.Ordinal);
        Assert.Contains("NTP", clock.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_program_of_this_machine_lacks_is_said()
    {
        _run.Platform.ServerTime = TimeProvider.System.GetUtcNow();
        _run.Platform.Tools.Add(new("td", "0.19.1"));
        _run.Platform.Tools.Add(new("java", null, "Install Java 8 to 21."));

        var findings = await ExamineAsync();

        Assert.Contains(findings, f => f is { Subject: "td", Health: Health.Good, Detail: "0.19.1" });
        Assert.Contains(findings, f => f is { Subject: "java", Health: Health.Bad, Remedy: "Install Java 8 to 21." });
    }

    [Fact]
    public async Task Permissions_that_do_not_suffice_names_of_others_and_missing_secrets_are_found()
    {
        _run.Platform.ServerTime = TimeProvider.System.GetUtcNow();
        await _run.Platform.CreateDatabaseAsync("acme_src", CancellationToken.None);
        await _run.Platform.CreateDatabaseAsync("acme_stg", CancellationToken.None);
        _run.Platform.Account = _run.Platform.Account with { Permissions = _run.Platform.Account.Permissions.Add("acme_src", "query_only") };
        _run.Platform.Projects["acme_staging"] = new("7", "acme_staging", "theirs");
        _run.Template(Phase.Ingestion, "+go:\n  a: ${secret:shop.apikey}\n");
        using (var runner = _run.Open())
        {
            await runner.RunAsync(new Cell(Phase.Ingestion, Step.Generate), CancellationToken.None);
        }

        var bad = (await ExamineAsync()).Where(f => f.Health is Health.Bad).ToArray();

        Assert.Equal(["database acme_src", "database acme_stg", "project acme_staging", "secret shop.apikey"], bad.Select(f => f.Subject));
        Assert.Contains("the key may only query_only", bad[0].Detail, StringComparison.Ordinal);
        Assert.Contains("nothing tells that this pipeline made it", bad[1].Detail, StringComparison.Ordinal);
        Assert.Contains("--adopt", bad[1].Remedy, StringComparison.Ordinal);
        Assert.Contains("--adopt", bad[2].Remedy, StringComparison.Ordinal);
        Assert.Contains("TD_SECRET_SHOP_APIKEY", bad[3].Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secrets_come_from_the_file_then_the_environment_then_the_keyboard()
    {
        _run.Template(Phase.Ingestion, "+go:\n  a: ${secret:a.one} ${secret:a.two} ${secret:a.three} ${secret:a.four}\n");
        await DeployedAsync(Phase.Ingestion, MissingSecretAnswer.Continue);
        _run.Environment["a.two"] = "from the environment";
        var prompt = new ScriptedPrompt();
        prompt.Typed.Enqueue("typed");
        var overview = new SecretsOverview(_run.Parts() with { Prompt = prompt });

        var count = await overview.SetAsync(await overview.LookAsync(CancellationToken.None), new Dictionary<string, Secret> { ["a.one"] = new("written") }, CancellationToken.None);
        var after = (await overview.LookAsync(CancellationToken.None)).First(p => p.Phase is Phase.Ingestion);

        Assert.Equal(3, count);
        Assert.Equal(["a.four", "a.one", "a.three", "a.two"], after.Secrets.Select(s => s.Key));
        Assert.Equal(["a.three"], after.Secrets.Where(s => !s.IsSet).Select(s => s.Key));
    }

    [Theory]
    [InlineData("shop.apikey: hush\ncrm.token: 'x y'\n", null)]
    [InlineData("{\"shop.apikey\": \"hush\", \"crm.token\": \"x y\"}", null)]
    [InlineData("shop:\n  apikey: hush\n", ":2:3: This is not a flat map of secrets")]
    [InlineData("- hush\n", "This is not a flat map of secrets")]
    [InlineData("shop.apikey: 'hush\n", "This is not a flat map of secrets")]
    public void A_file_of_secrets_is_a_flat_map_and_no_message_holds_a_value(string text, string? said)
    {
        using var folder = new TempFolder();
        var path = Owned(folder.Write("secrets.yml", text));

        var error = Record.Exception(() => Assert.Equal("hush", SecretsFile.Read(new FileStore(new DiskFiles()), path)["shop.apikey"].Value));

        Assert.Equal(said is null, error is null);
        Assert.Contains(said ?? string.Empty, error?.Message ?? string.Empty, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", error?.Message ?? string.Empty, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_others_can_read_is_refused()
    {
        using var folder = new TempFolder();
        var path = folder.Write("secrets.yml", "shop.apikey: hush\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
            var error = Assert.Throws<PipelineException>(() => SecretsFile.Read(new FileStore(new DiskFiles()), path));

            Assert.Contains("chmod 600", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Schedules_are_switched_one_by_one_or_all()
    {
        _run.Platform.Schedules.Add(new("acme_ingestion", "shop_ingest_inc", null, null, true));
        _run.Platform.Schedules.Add(new("acme_unification", "unif_runner", null, null, true));
        var overview = new SchedulesOverview(_run.Parts());

        var one = await overview.SwitchAsync("unif_runner", enabled: false, CancellationToken.None);
        var all = await overview.SwitchAsync(null, enabled: false, CancellationToken.None);
        var error = await Assert.ThrowsAsync<PipelineException>(() => overview.SwitchAsync("unif_runer", enabled: true, CancellationToken.None));

        Assert.Equal([true, false], one.Select(s => s.Enabled));
        Assert.Equal([false, false], all.Select(s => s.Enabled));
        Assert.Equal(["disable unif_runner", "disable shop_ingest_inc"], _run.Platform.Effects);
        Assert.Contains("Did you mean 'unif_runner'?", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_plan_shows_what_would_be_pushed_beside_what_is_deployed()
    {
        await DeployedAsync(Phase.Ingestion);
        _run.Platform.Deployed["acme_ingestion"] = new() { ["run.dig"] = "+go:\n  echo>: older\n", ["gone.dig"] = "+x:\n", ["manifest.json"] = "{}" };

        using var runner = _run.Open();
        var plan = await new Planner(_run.Parts(), runner).PlanAsync(CancellationToken.None);

        var ingestion = plan.Phases[0];
        Assert.Equal([("gone.dig", ChangeKind.Removed), ("run.dig", ChangeKind.Changed)], ingestion.Changes.Select(c => (c.Path, c.Kind)));
        Assert.Equal(["@@ -1,2 +1,2 @@", " +go:", "-  echo>: older", "+  echo>: acme"], ingestion.Changes[1].Diff);
        Assert.Equal(["ingestion_hist", "ingestion_inc"], ingestion.Starts);
        Assert.False(ingestion.Pushes);
        Assert.Contains(plan.Cells, c => c.Cell == new Cell(Phase.Ingestion, Step.Execute) && c.Why == "it has not run yet");
        Assert.Equal("its files follow from the tables that the phase before will make", plan.Phases[1].Note);
    }

    [Fact]
    public async Task The_plan_of_a_new_pipeline_names_everything_that_goes_up_and_does_nothing()
    {
        _run.Phases[0].Others = [".gitignore"]; // stays at home

        using var runner = _run.Open();

        var plan = await new Planner(_run.Parts(), runner).PlanAsync(CancellationToken.None);

        Assert.Equal(20, plan.Cells.Count);
        Assert.Equal(["acme_src", "acme_config", "acme_stg", "acme_unif"], plan.Databases);
        Assert.Equal([("run.dig", ChangeKind.Added)], plan.Phases[0].Changes.Select(c => (c.Path, c.Kind)));
        Assert.True(plan.Phases[0].Pushes);
        Assert.Empty(_run.Platform.Effects);
        Assert.False(Directory.Exists(_run.Workspace.Root));
    }

    [Theory]
    [InlineData("a\nb\nc\n", "a\nb\nc\n", "")]
    [InlineData("a\nb\nc\nd\ne\nf\ng\n", "a\nb\nc\nX\ne\nf\ng\n", "@@ -2,5 +2,5 @@| b| c|-d|+X| e| f")]
    [InlineData("", "a\n", "@@ -1,0 +1,1 @@|+a")]
    [InlineData("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "0\n1\n2\n3\n4\n5\n6\n7\n8\n", "@@ -1,2 +1,3 @@|+0| 1| 2|@@ -7,3 +8,2 @@| 7| 8|-9")]
    public void A_diff_shows_each_change_with_two_lines_around_it(string before, string after, string diff) =>
        Assert.Equal(diff, string.Join('|', LineDiff.Of(before, after)));

    private async Task<IReadOnlyList<Finding>> ExamineAsync() => await new Doctor(_run.Parts()).ExamineAsync(CancellationToken.None);

    private async Task DeployedAsync(Phase phase, MissingSecretAnswer secrets = MissingSecretAnswer.Set)
    {
        _run.On = new() { MissingSecret = secrets };
        using var runner = _run.Open();
        await runner.RunAsync(new Cell(phase, Step.Generate), CancellationToken.None);
        await runner.RunAsync(new Cell(phase, Step.Deploy), CancellationToken.None);
    }

    private static string Owned(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return path;
    }
}
