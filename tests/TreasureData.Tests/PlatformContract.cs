using System.Collections.Immutable;
using Cdp.Pipeline;
using Cdp.Pipeline.Ports;

namespace Cdp.TreasureData.Tests;

/// <summary>What every transport promises; each has a class that derives from this one.</summary>
public abstract class PlatformContract(RunningEmulator emulator)
{
    private const string Hello = "timezone: UTC\n+hello:\n  echo>: hello ${session_date}\n";
    private const string Failing = "timezone: UTC\n+good:\n  echo>: fine\n+bad:\n  fail>: this one fails\n";

    private static readonly DateTimeOffset _noon = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);

    protected RunningEmulator Emulator { get; } = emulator;

    protected abstract IPlatform Platform { get; }

    /// <summary>Types of a bigint, a varchar and a null, as far as the transport tells them.</summary>
    protected abstract string[] TypesOfAnswer { get; }

    [Fact]
    public async Task Pushing_the_latest_revision_again_is_no_error()
    {
        var push = new ProjectPush("contract_again", Emulator.Project("again", "hello", Hello), "r1");

        var first = await Platform.PushAsync(push, CancellationToken.None);
        var second = await Platform.PushAsync(push, CancellationToken.None);

        Assert.Equal(first, second);
    }

    [Fact]
    public async Task A_revision_that_is_no_longer_the_latest_is_pushed_under_a_further_name()
    {
        var push = new ProjectPush("contract_older", Emulator.Project("older", "hello", Hello), "r1");
        await Platform.PushAsync(push, CancellationToken.None);
        await Platform.PushAsync(push with { Revision = "r2" }, CancellationToken.None);

        var back = await Platform.PushAsync(push, CancellationToken.None);

        Assert.Equal("r1-2", back.Revision);
    }

    [Fact]
    public async Task A_project_that_does_not_load_is_refused_with_the_reason()
    {
        var push = new ProjectPush("contract_bad", Emulator.Project("bad", "bad", "+a:\n  echo>: x\n  fail>: y\n"), "r1");

        var error = await Assert.ThrowsAsync<PlatformException>(() => Platform.PushAsync(push, CancellationToken.None));

        Assert.Equal((Fault.CompileError, FaultAction.Repair), (error.Fault, error.Action));
        Assert.Contains("more than one operator", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_that_was_deleted_is_gone_and_may_be_deleted_again()
    {
        await PushAsync("contract_gone", Hello);

        await Platform.DeleteProjectAsync("contract_gone", CancellationToken.None);
        await Platform.DeleteProjectAsync("contract_gone", CancellationToken.None);

        Assert.Null(await Platform.FindProjectAsync("contract_gone", CancellationToken.None));
    }

    [Fact]
    public async Task The_same_session_time_is_the_same_session()
    {
        await PushAsync("contract_same", Hello);
        var start = new WorkflowStart("contract_same", "hello", _noon, ImmutableDictionary<string, string>.Empty);

        var first = await Platform.StartAsync(start, CancellationToken.None);
        var second = await Platform.StartAsync(start, CancellationToken.None);

        Assert.False(first.Adopted);
        Assert.True(second.Adopted);
        Assert.Equal((first.SessionId, first.AttemptId), (second.SessionId, second.AttemptId));
    }

    [Fact]
    public async Task A_finished_attempt_has_its_tasks_and_its_log()
    {
        await PushAsync("contract_log", Hello);

        var attempt = await FinishedAsync(await StartAsync("contract_log"));
        var tasks = await Platform.GetTasksAsync(attempt.AttemptId, CancellationToken.None);
        var log = await Platform.GetLogAsync(attempt.AttemptId, "+hello+hello", CancellationToken.None);

        Assert.Equal(AttemptStatus.Success, attempt.Status);
        Assert.Equal(["+hello", "+hello+hello"], tasks.Select(t => t.FullName));
        Assert.Contains("hello 2026-01-02", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_retry_resumes_what_failed_in_the_same_session()
    {
        await PushAsync("contract_retry", Failing);
        var failed = await FinishedAsync(await StartAsync("contract_retry"));

        var again = await Platform.RetryAsync(failed.AttemptId, RetryMode.ResumeFailed, "second", CancellationToken.None);
        var latest = await Platform.GetLatestAttemptAsync(failed.SessionId, CancellationToken.None);

        Assert.Equal(AttemptStatus.Error, failed.Status);
        Assert.Equal(failed.SessionId, again.SessionId);
        Assert.NotEqual(failed.AttemptId, again.AttemptId);
        Assert.Equal(again.AttemptId, latest.AttemptId);
    }

    [Fact]
    public async Task A_killed_attempt_says_so_and_killing_it_again_is_no_error()
    {
        await PushAsync("contract_kill", "timezone: UTC\n+wait:\n  wait>: 1h\n");
        var attempt = await StartAsync("contract_kill");

        await Platform.KillAsync(attempt.AttemptId, CancellationToken.None);
        var killed = await FinishedAsync(attempt);
        await Platform.KillAsync(attempt.AttemptId, CancellationToken.None);

        Assert.Equal(AttemptStatus.Killed, killed.Status);
    }

    [Fact]
    public async Task A_workflow_that_is_not_there_is_named()
    {
        await PushAsync("contract_none", Hello);
        var start = new WorkflowStart("contract_none", "nope", _noon, ImmutableDictionary<string, string>.Empty);

        var error = await Assert.ThrowsAsync<PlatformException>(() => Platform.StartAsync(start, CancellationToken.None));

        Assert.Equal(Fault.WorkflowMissing, error.Fault);
        Assert.Contains("'nope'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_that_is_not_there_is_named()
    {
        var start = new WorkflowStart("contract_nowhere", "hello", _noon, ImmutableDictionary<string, string>.Empty);

        var error = await Assert.ThrowsAsync<PlatformException>(() => Platform.StartAsync(start, CancellationToken.None));

        Assert.Equal(Fault.ProjectMissing, error.Fault);
        Assert.Contains("contract_nowhere", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_workflows_is_not_pushed()
    {
        var push = new ProjectPush("contract_empty", Emulator.Project("empty", "hello", Hello), "r1");
        File.Delete(Path.Combine(push.Folder, "hello.dig"));
        File.WriteAllText(Path.Combine(push.Folder, "notes.txt"), "no workflow here");

        var error = await Assert.ThrowsAsync<PlatformException>(() => Platform.PushAsync(push, CancellationToken.None));

        Assert.Equal(Fault.NothingDeployed, error.Fault);
        Assert.Null(await Platform.FindProjectAsync("contract_empty", CancellationToken.None));
    }

    [Fact]
    public async Task A_slip_in_a_workflow_is_told_from_a_wrong_one()
    {
        var colon = new ProjectPush("contract_colon", Emulator.Project("colon", "bad", "+load:\n  echo> x\n"), "r1");
        var yaml = new ProjectPush("contract_yaml", Emulator.Project("yaml", "bad", "+load:\n\techo>: x\n"), "r1");

        var first = await Assert.ThrowsAsync<PlatformException>(() => Platform.PushAsync(colon, CancellationToken.None));
        var second = await Assert.ThrowsAsync<PlatformException>(() => Platform.PushAsync(yaml, CancellationToken.None));

        Assert.Equal((Fault.MissingColon, "+load"), (first.Fault, first.Details.Task));
        Assert.Equal(Fault.YamlError, second.Fault);
    }

    [Fact]
    public async Task A_deployed_project_says_its_revision_and_gives_its_files_back()
    {
        await PushAsync("contract_files", Hello);

        var found = await Platform.FindProjectAsync("contract_files", CancellationToken.None);
        var files = await Platform.DownloadProjectAsync("contract_files", CancellationToken.None);
        var error = await Assert.ThrowsAsync<PlatformException>(
            () => Platform.DownloadProjectAsync("contract_no_such_project", CancellationToken.None));

        Assert.Equal(("contract_files", "r1"), (found?.Project, found?.Revision));
        Assert.Equal(new Dictionary<string, string> { ["hello.dig"] = Hello }, files);
        Assert.Null(await Platform.FindProjectAsync("contract_no_such_project", CancellationToken.None));
        Assert.Equal(Fault.ProjectMissing, error.Fault);
    }

    [Fact]
    public async Task A_schedule_is_listed_disabled_and_enabled()
    {
        await PushAsync("contract_daily", "timezone: UTC\nschedule:\n  daily>: 02:00:00\n" + Hello[Hello.IndexOf('+', StringComparison.Ordinal)..]);

        var schedule = Assert.Single(await Platform.ListSchedulesAsync("contract_daily", CancellationToken.None));
        await Platform.SetScheduleEnabledAsync("contract_daily", "hello", enabled: false, CancellationToken.None);
        await Platform.SetScheduleEnabledAsync("contract_daily", "hello", enabled: false, CancellationToken.None);
        var disabled = Assert.Single(await Platform.ListSchedulesAsync("contract_daily", CancellationToken.None));
        await Platform.SetScheduleEnabledAsync("contract_daily", "hello", enabled: true, CancellationToken.None);
        var enabled = Assert.Single(await Platform.ListSchedulesAsync("contract_daily", CancellationToken.None));
        var error = await Assert.ThrowsAsync<PlatformException>(
            () => Platform.SetScheduleEnabledAsync("contract_daily", "nope", enabled: true, CancellationToken.None));

        Assert.Equal(("hello", true, 2), (schedule.Workflow, schedule.Enabled, schedule.NextRunTime?.UtcDateTime.Hour));
        Assert.Equal(TimeSpan.FromHours(2), schedule.NextRunTime - schedule.NextSessionTime);
        Assert.Equal((false, true), (disabled.Enabled, enabled.Enabled));
        Assert.Equal(Fault.WorkflowMissing, error.Fault);
        Assert.Empty(await Platform.ListSchedulesAsync("contract_no_such_project", CancellationToken.None));
    }

    [Fact]
    public async Task A_task_names_the_child_that_it_waits_for()
    {
        await PushAsync("contract_child", Hello);
        await PushAsync("contract_parent", "timezone: UTC\n+call:\n  require>: hello\n  project_name: contract_child\n");

        var attempt = await FinishedAsync(await StartAsync("contract_parent"));
        var tasks = await Platform.GetTasksAsync(attempt.AttemptId, CancellationToken.None);
        var child = Assert.Single(tasks, t => t.Child is not null).Child!;
        var called = await Platform.GetAttemptAsync(child.AttemptId, CancellationToken.None);

        Assert.Equal(("contract_child", child.SessionId), (called.Project, called.SessionId));
    }

    [Fact]
    public async Task The_account_and_the_clock_are_told()
    {
        var account = await Platform.GetAccountAsync(CancellationToken.None);
        var time = await Platform.GetServerTimeAsync(CancellationToken.None);

        Assert.Equal("1", account.AccountId);
        Assert.InRange(time, TimeProvider.System.GetUtcNow().AddMinutes(-2), TimeProvider.System.GetUtcNow().AddMinutes(2));
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        var attempt = await Assert.ThrowsAsync<PlatformException>(() => Platform.GetAttemptAsync("424242", CancellationToken.None));
        var session = await Assert.ThrowsAsync<PlatformException>(() => Platform.GetLatestAttemptAsync("424242", CancellationToken.None));
        var database = await Assert.ThrowsAsync<PlatformException>(() => QueryAsync("SELECT 1", "contract_no_such_db"));

        Assert.Equal((Fault.NotFound, Fault.NotFound, Fault.DatabaseMissing), (attempt.Fault, session.Fault, database.Fault));
    }

    [Fact]
    public async Task A_database_is_created_described_and_dropped()
    {
        await Platform.CreateDatabaseAsync("contract_db", CancellationToken.None);
        await Platform.CreateDatabaseAsync("contract_db", CancellationToken.None);
        await QueryAsync("CREATE TABLE t AS SELECT 'a' AS name, ARRAY['x'] AS tags", "contract_db");

        var table = Assert.Single(await Platform.DescribeTablesAsync("contract_db", CancellationToken.None));
        await Platform.DropDatabaseAsync("contract_db", CancellationToken.None);

        Assert.Equal(("t", 1L), (table.Table, table.RowCount));
        Assert.Equal(["name varchar", "tags array(varchar)", "time bigint"], table.Columns.Select(c => $"{c.Name} {c.Type}").Order());
        Assert.Empty(await Platform.DescribeTablesAsync("contract_db", CancellationToken.None));
        Assert.DoesNotContain("contract_db", await Platform.ListDatabasesAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_query_answers_typed_rows()
    {
        await Platform.CreateDatabaseAsync("contract_q", CancellationToken.None);

        var result = await QueryAsync("SELECT 9007199254740993 AS n, 'é' AS t, CAST(NULL AS varchar) AS nothing", "contract_q");

        Assert.Equal(["n", "t", "nothing"], result.Columns.Select(c => c.Name));
        Assert.Equal(TypesOfAnswer, result.Columns.Select(c => c.Type));
        var row = Assert.Single(result.Rows);
        Assert.Equal(9007199254740993, row[0]!.GetValue<long>());
        Assert.Equal("é", row[1]!.GetValue<string>());
        Assert.Null(row[2]);
    }

    [Fact]
    public async Task A_wrong_query_says_what_and_where()
    {
        await Platform.CreateDatabaseAsync("contract_q", CancellationToken.None);

        var error = await Assert.ThrowsAsync<QueryException>(() => QueryAsync("SELECT nothing", "contract_q"));

        Assert.Equal((1, 8), (error.Line, error.Column));
        Assert.Contains("nothing", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_with_a_domain_key_is_issued_once()
    {
        await Platform.CreateDatabaseAsync("contract_once", CancellationToken.None);
        await QueryAsync("CREATE TABLE once AS SELECT 1 AS n", "contract_once");
        var insert = new QueryRequest("INSERT INTO once (n) SELECT 2", "contract_once", DomainKey: "contract-once");

        await Platform.QueryAsync(insert, CancellationToken.None);
        await Platform.QueryAsync(insert, CancellationToken.None);

        var rows = await QueryAsync("SELECT COUNT(*) FROM once", "contract_once");
        Assert.Equal(2, rows.Rows[0][0]!.GetValue<long>());
    }

    [Fact]
    public async Task A_secret_is_listed_by_its_name_alone()
    {
        await PushAsync("contract_secret", Hello);

        await Platform.SetSecretAsync("contract_secret", "shop.key", new Secret("s3cr3t"), CancellationToken.None);

        Assert.Equal(["shop.key"], await Platform.ListSecretsAsync("contract_secret", CancellationToken.None));
        Assert.Empty(await Platform.ListSecretsAsync("contract_no_such_project", CancellationToken.None));
    }

    private async Task PushAsync(string project, string text) =>
        await Platform.PushAsync(new(project, Emulator.Project(project, "hello", text), "r1"), CancellationToken.None);

    private async Task<Attempt> StartAsync(string project) => await Platform.StartAsync(
        new(project, "hello", _noon, ImmutableDictionary<string, string>.Empty), CancellationToken.None);

    private async Task<QueryResult> QueryAsync(string sql, string database) =>
        await Platform.QueryAsync(new(sql, database), CancellationToken.None);

    private async Task<Attempt> FinishedAsync(Attempt attempt)
    {
        while (attempt.Status is AttemptStatus.Running)
        {
            attempt = await Platform.GetAttemptAsync(attempt.AttemptId, CancellationToken.None);
            await Task.Yield();
        }

        return attempt;
    }
}
