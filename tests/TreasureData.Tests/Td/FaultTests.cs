using System.Collections.Immutable;
using System.Globalization;
using Cdp.Pipeline.Ports;
using Cdp.TdLike;
using Cdp.TreasureData.Td;

namespace Cdp.TreasureData.Tests.Td;

/// <summary>td as a program that fails its caller, in every way that spec/td_cli.md §8 lists and in some more.</summary>
public sealed class FaultTests(RunningEmulator emulator) : IClassFixture<RunningEmulator>, IDisposable
{
    private const string Hello = "timezone: UTC\n+hello:\n  echo>: hello\n";

    private readonly TdInstallation _td = new();

    public void Dispose() => _td.Dispose();

    /// <summary>Number of the case, the recorded call, what it is, what is to be done.</summary>
    public static TheoryData<int, string, Fault, FaultAction> Cases => new()
    {
        { 1, "wf_wrapper__not_configured_EXIT_0", Fault.NotConfigured, FaultAction.Stop },
        { 2, "wf_wrapper__module_not_installed_stdin_closed", Fault.ModuleMissing, FaultAction.Stop },
        { 3, "wf_wrapper__java_missing", Fault.JavaMissing, FaultAction.Stop },
        { 4, "wf_wrapper__jvm_killed_by_signal_EXIT_0", Fault.Crashed, FaultAction.AskAgain },
        { 5, "wf_push__401_bad_apikey", Fault.Unauthorized, FaultAction.Ask },
        { 6, "db_list__401", Fault.Unauthorized, FaultAction.Ask },
        { 7, "wf_push__403_forbidden", Fault.Forbidden, FaultAction.Ask },
        { 8, "wf_push__network_dns_failure", Fault.WrongHost, FaultAction.Stop },
        { 9, "wf_push__network_default_endpoint_no_td_conf", Fault.NoTdConf, FaultAction.Repair },
        { 10, "wf_push__network_tls_failure", Fault.NetworkDown, FaultAction.BackOff },
        { 11, "wf_push__503_unavailable", Fault.ServerError, FaultAction.BackOff },
        { 12, "wf_push__429_throttled", Fault.Throttled, FaultAction.BackOff },
        { 14, "wf_push__syntax_missing_colon_multi_key", Fault.YamlError, FaultAction.Repair },
        { 15, "wf_push__syntax_missing_include_file", Fault.MissingInclude, FaultAction.Repair },
        { 16, "wf_push__400_invalid_keys", Fault.CompileError, FaultAction.Repair },
        { 17, "wf_push__400_missing_colon_single_line", Fault.MissingColon, FaultAction.Repair },
        { 18, "wf_push__success_no_workflows", Fault.NothingDeployed, FaultAction.Stop },
        { 19, "wf_push__400_archive_too_large", Fault.ArchiveTooBig, FaultAction.Stop },
        { 21, "wf_start__project_not_found", Fault.ProjectMissing, FaultAction.Repair },
        { 23, "wf_start__400_attempt_limit", Fault.AttemptLimit, FaultAction.BackOff },
        { 25, "query__wait_job_failed_EXIT_0", Fault.QueryFailed, FaultAction.Stop },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_case_is_told_by_its_name(int number, string transcript, Fault fault, FaultAction action)
    {
        _td.Rules(new Rule(CommandOf(transcript), "transcript", Times: 99, Path.Combine(Transcript.Folder(), transcript + ".txt")));

        var error = await Assert.ThrowsAsync<PlatformException>(() => DoAsync(transcript));

        Assert.Equal((number, fault, action), (number, error.Fault, error.Action));
        Assert.EndsWith(".", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case_13_a_program_that_hangs_is_killed_with_all_its_children()
    {
        var child = _td.In("child");
        _td.Rules(new Rule("db:list", "hang_with_grandchild", Times: 99, child));

        var limit = new HeldClock();

        var listing = Platform(limit).ListDatabasesAsync(CancellationToken.None);
        await UntilWrittenAsync(child);
        var error = await Assert.ThrowsAsync<PlatformException>(() => limit.StruckUntilAsync(listing));

        Assert.Equal((Fault.NoAnswer, FaultAction.AskAgain), (error.Fault, error.Action));
        Assert.True(Gone(int.Parse(await File.ReadAllTextAsync(child), CultureInfo.InvariantCulture)));
        Assert.All(_td.Calls, call => Assert.True(Gone(call["Pid"]!.GetValue<int>())));
    }

    [Fact]
    public async Task Ctrl_c_kills_the_program_with_all_its_children()
    {
        var child = _td.In("child");
        _td.Rules(new Rule("db:list", "hang_with_grandchild", Times: 99, child));
        using var interrupt = new CancellationTokenSource();

        var listing = Platform().ListDatabasesAsync(interrupt.Token);
        await UntilWrittenAsync(child);
        await interrupt.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => listing);
        Assert.True(Gone(int.Parse(await File.ReadAllTextAsync(child), CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Case_20_a_revision_that_exists_is_adopted_when_it_is_the_latest()
    {
        var push = Push("case_20");
        await Platform().PushAsync(push, CancellationToken.None);

        var pushed = await Platform().PushAsync(push, CancellationToken.None);

        Assert.Equal(("case_20", "r1"), (pushed.Project, pushed.Revision));
        Assert.True(Fields(pushed.ProjectId), pushed.ProjectId);
    }

    [Fact]
    public async Task Case_22_a_session_that_exists_is_adopted_with_its_ids()
    {
        await Platform().PushAsync(Push("case_22"), CancellationToken.None);
        var first = await Platform().StartAsync(Start("case_22"), CancellationToken.None);

        var second = await Platform().StartAsync(Start("case_22"), CancellationToken.None);

        Assert.Equal((first.SessionId, first.AttemptId, true), (second.SessionId, second.AttemptId, second.Adopted));
    }

    [Fact]
    public async Task Case_24_a_run_that_failed_says_so_and_why()
    {
        await Platform().PushAsync(Push("case_24", "timezone: UTC\n+bad:\n  fail>: no such luck\n"), CancellationToken.None);

        var attempt = await Platform().StartAsync(Start("case_24"), CancellationToken.None);
        while (attempt.Status is AttemptStatus.Running)
        {
            attempt = await Platform().GetAttemptAsync(attempt.AttemptId, CancellationToken.None);
        }

        Assert.Equal(AttemptStatus.Error, attempt.Status);
        Assert.Contains("no such luck", await Platform().GetLogAsync(attempt.AttemptId, null, CancellationToken.None), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("nothing")]
    [InlineData("failure_with_exit_0")]
    [InlineData("truncated")]
    [InlineData("wrong_code_page")]
    [InlineData("killed_in_mid_answer")]
    [InlineData("acts_and_loses")]
    [InlineData("acts_and_is_silent")]
    public async Task Whatever_it_prints_a_start_is_never_taken_for_done_nor_done_twice(string misbehaviour)
    {
        var project = "bad_" + misbehaviour;
        await Platform().PushAsync(Push(project), CancellationToken.None);
        _td.Rules(new Rule("wf start", misbehaviour, Times: 2, Unless: "--dry-run"));

        var attempt = await Platform().StartAsync(Start(project), CancellationToken.None);
        var latest = await Platform().GetLatestAttemptAsync(attempt.SessionId, CancellationToken.None);

        Assert.Equal((attempt.AttemptId, project), (latest.AttemptId, latest.Project));
        Assert.Equal(3, _td.Calls.Select(call => call["Arguments"]!.AsArray().Select(a => a!.ToString()).ToList())
            .Count(words => words[1] == "start" && !words.Contains("--dry-run")));
    }

    [Fact]
    public async Task A_slow_drip_is_stopped_at_our_limit()
    {
        _td.Rules(new Rule("db:list", "acts_and_drips", Times: 99));

        var limit = new HeldClock();

        var listing = Platform(limit).ListDatabasesAsync(CancellationToken.None);
        var error = await Assert.ThrowsAsync<PlatformException>(() => limit.StruckUntilAsync(listing));

        Assert.Equal(Fault.NoAnswer, error.Fault);
    }

    [Fact]
    public async Task A_td_that_is_not_there_is_said()
    {
        File.Delete(_td.Program);

        var error = await Assert.ThrowsAsync<PlatformException>(() => Platform().ListDatabasesAsync(CancellationToken.None));

        Assert.Equal(Fault.NotConfigured, error.Fault);
    }

    private static bool Fields(string id) => id.Length > 0 && id.All(char.IsAsciiDigit);

    private static bool Gone(int pid) => !File.Exists($"/proc/{pid}/cmdline") || File.ReadAllText($"/proc/{pid}/cmdline").Length == 0;

    private static string CommandOf(string transcript) => transcript.Split("__")[0] switch
    {
        "wf_start" => "wf start",
        "db_list" => "db:list",
        "query" => "query",
        _ => "wf push",
    };

    private Task DoAsync(string transcript) => CommandOf(transcript) switch
    {
        "wf start" => Platform().StartAsync(Start("ingestion"), CancellationToken.None),
        "db:list" => Platform().ListDatabasesAsync(CancellationToken.None),
        "query" => Platform().QueryAsync(new("SELECT 1", "acme_src"), CancellationToken.None),
        _ => Platform().PushAsync(Push("ingestion"), CancellationToken.None),
    };

    private TdPlatform Platform(TimeProvider? limit = null) => _td.Platform(emulator, new ImpatientClock(), limit);

    private static async Task UntilWrittenAsync(string path)
    {
        while (!File.Exists(path) || new FileInfo(path).Length == 0)
        {
            await Task.Delay(20);
        }
    }

    private ProjectPush Push(string project, string text = Hello) => new(project, emulator.Project(project, "hello", text), "r1");

    private static WorkflowStart Start(string project) =>
        new(project, "hello", new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero), ImmutableDictionary<string, string>.Empty);
}
