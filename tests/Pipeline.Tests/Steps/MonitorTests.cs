using System.Text.Json.Nodes;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Runs;
using Cdp.Pipeline.Tests.Fakes;
using TaskStatus = Cdp.Pipeline.Ports.TaskStatus;

namespace Cdp.Pipeline.Tests.Steps;

public sealed class MonitorTests : IDisposable
{
    private const string Workflow = "ingestion_inc";
    private readonly TestRun _run = new() { Remote = true, Time = new(new(2026, 1, 31, 10, 0, 0, TimeSpan.Zero)) };

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task Looks_every_30_seconds_on_treasure_data()
    {
        Ends(AttemptStatus.Running, AttemptStatus.Running, AttemptStatus.Success);

        await MonitorAsync();

        Assert.Equal([30, 30], _run.Time!.Waits.Select(w => w.TotalSeconds));
    }

    [Fact]
    public async Task Nine_faults_in_a_row_are_let_pass()
    {
        FailsToLook(Fault.ServerError, times: 9);

        await MonitorAsync();

        Assert.Equal([2, 4, 8, 16, 32, 60, 60, 60, 60], _run.Time!.Waits.Select(w => w.TotalSeconds));
    }

    [Fact]
    public async Task Ten_are_a_question_and_the_workflow_goes_on()
    {
        FailsToLook(Fault.NetworkDown, times: 99);

        var error = await Assert.ThrowsAsync<PlatformException>(MonitorAsync);

        Assert.Contains("did not tell 10 times how it stands", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(_run.Platform.Effects, e => e.StartsWith("kill", StringComparison.Ordinal));
        Assert.Equal(ExecutionStatus.Running, Execution.Status);
    }

    [Fact]
    public async Task A_person_may_wait_on_and_what_is_gone_is_fatal()
    {
        _run.Prompt = Person("monitor_lost: wait");
        FailsToLook(Fault.NetworkDown, times: 10, then: Fault.NotFound);

        var error = await Assert.ThrowsAsync<PlatformException>(MonitorAsync);

        Assert.Equal(Fault.NotFound, error.Fault);
        Assert.True(_run.Prompt.IsOver);
    }

    [Fact]
    public async Task A_retry_in_the_console_is_followed()
    {
        Ends(AttemptStatus.Error, AttemptStatus.Running, AttemptStatus.Success);
        var retried = false;
        _run.Platform.Before = name =>
        {
            if (name == "look at 101" && !retried)
            {
                retried = true;
                _run.Platform.RetryElsewhere("101");
            }
        };

        await MonitorAsync();

        Assert.Equal("102", Execution.AttemptId);
        Assert.Equal(ExecutionStatus.Success, Execution.Status);
        Assert.Contains(_run.View.Said, s => s.StartsWith("ingestion_inc was started again elsewhere: attempt 102", StringComparison.Ordinal));
        Assert.DoesNotContain(_run.Platform.Effects, e => e.StartsWith("retry", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Running_tasks_are_told_with_those_of_required_workflows()
    {
        Ends(AttemptStatus.Running, AttemptStatus.Success);
        _run.Platform.Tasks = attempt => attempt.AttemptId switch
        {
            "101" => [new("+w", true, "planned", null), new("+w+a", false, "success", null), new("+w+b", false, "running", null, new("s7", "100"))],
            "100" => [new("+child", true, "planned", null), new("+child+merge", false, "running", null)],
            _ => null,
        };

        await MonitorAsync();

        Assert.Equal(["+w+b", "+child+merge"], _run.View.Running);
    }

    [Theory]
    [InlineData(WorkflowErrorAnswer.Stop, 0)]
    [InlineData(WorkflowErrorAnswer.Retry, 1)]
    public async Task An_error_stops_or_is_resumed_once(WorkflowErrorAnswer answer, int retries)
    {
        _run.On = new() { WorkflowError = answer };
        Ends(AttemptStatus.Error, AttemptStatus.Error, AttemptStatus.Error, AttemptStatus.Error);

        var error = await Assert.ThrowsAsync<PipelineException>(MonitorAsync);

        Assert.Equal(retries, _run.Platform.Effects.Count(e => e.StartsWith("retry", StringComparison.Ordinal)));
        Assert.Contains("ended in an error: +ingestion_inc+load: boom", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_menu_of_an_error_shows_logs_helps_asks_twice_before_it_skips_and_resumes()
    {
        _run.Prompt = Person("workflow_error: logs", "workflow_error: fix", "workflow_error: skip", "workflow_error: abort", "workflow_error: retry");
        Ends(AttemptStatus.Error, AttemptStatus.Success);
        _run.Platform.Errors[Workflow] = "Table acme_src.x does not exist";

        await MonitorAsync();

        Assert.True(_run.Prompt.IsOver);
        Assert.Contains("log of 101\n", _run.View.Said);
        Assert.Contains("- a table does not exist: the phase before did not make it, or its name differs", _run.View.Said);
        var menu = _run.Prompt.Asked.First(q => q.Id == "workflow_error");
        Assert.Equal(
            ["Retry - Run what failed again", "Fix - Help me fix the issue", "View Full Logs - See complete execution logs", "Skip - Skip this phase (NOT RECOMMENDED)", "Abort - Stop entire pipeline"],
            menu.Choices.Select(c => c.Label));
        Assert.StartsWith("✗ [4/6] Monitor execution - Failed\n  Workflow: ingestion_inc\n  Session ID: s101\n  Status: ERROR\n  Duration: 0:00:05\n", menu.Text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains(_run.Platform.Effects, e => e == "retry ingestion_inc 20260131-100000-1");
    }

    [Fact]
    public async Task A_missing_secret_can_be_set_from_the_menu()
    {
        _run.Prompt = Person("workflow_error: fix", "missing_secret: set", "workflow_error: retry");
        _run.Prompt.Typed.Enqueue("hush");
        _run.Template(Phase.Ingestion, "+go:\n  http>: ${secret:shop.apikey}\n");
        _run.Platform.Secrets["acme_ingestion"] = ["shop.apikey"];
        Ends(AttemptStatus.Error, AttemptStatus.Success);
        _run.Platform.Errors[Workflow] = "Secret not found for key: 'shop.apikey'";
        var lost = false;
        _run.Prompt.Meanwhile = question => lost = lost || (question.Id == "workflow_error" && _run.Platform.Secrets.Remove("acme_ingestion"));

        await MonitorAsync();

        Assert.Contains("secret shop.apikey", _run.Platform.Effects);
        Assert.Contains(
            "secret `shop.apikey` is missing in project acme_ingestion; set it with: ./build.sh --target=Secrets",
            _run.Prompt.Asked.First(q => q.Id == "workflow_error").Text, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", string.Join('\n', _run.View.Said), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RestartOrStop.Restart, true)]
    [InlineData(RestartOrStop.Stop, false)]
    public async Task A_killed_workflow_starts_from_its_beginning_or_stops(RestartOrStop answer, bool restarts)
    {
        _run.On = new() { Killed = answer };
        Ends(AttemptStatus.Killed, AttemptStatus.Success);

        var error = await Record.ExceptionAsync(MonitorAsync);

        Assert.Equal(restarts, error is null);
        Assert.Equal(restarts ? 1 : 0, _run.Platform.Effects.Count(e => e.StartsWith("retry", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(TimeoutAnswer.Stop, "is still running after 2 hours. It goes on by itself", false)]
    [InlineData(TimeoutAnswer.Kill, "was still running after 2 hours and was killed", true)]
    public async Task After_two_hours_it_stops_watching_or_kills(TimeoutAnswer answer, string said, bool killed)
    {
        _run.On = new() { Timeout = answer };
        Ends([.. Enumerable.Repeat(AttemptStatus.Running, 1000)]);

        var error = await Assert.ThrowsAsync<PipelineException>(MonitorAsync);

        Assert.Equal(ExitCode.TimedOut, error.ExitCode);
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
        Assert.Equal(killed, _run.Platform.Effects.Contains("kill ingestion_inc"));
    }

    [Fact]
    public async Task The_menu_of_a_timeout_shows_where_to_look_and_waits_on()
    {
        _run.Prompt = Person("timeout: logs", "timeout: wait");
        Ends([.. Enumerable.Repeat(AttemptStatus.Running, 242), AttemptStatus.Success]);

        await MonitorAsync();

        Assert.True(_run.Prompt.IsOver);
        Assert.Contains(_run.View.Said, s => s.Contains("td wf session s101", StringComparison.Ordinal));
        Assert.Contains("Workflow has been running for over 2 hours.", _run.Prompt.Asked[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_c_detaches_and_says_how_to_come_back()
    {
        using var cancel = CancelAtFirstLook();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => MonitorAsync(cancel.Token));
        _run.Platform.Before = _ => { };
        await MonitorAsync();

        Assert.Contains(_run.View.Said, s => s.StartsWith("Detached. ingestion_inc goes on by itself: session s101, attempt 101.", StringComparison.Ordinal));
        Assert.DoesNotContain(_run.Platform.Effects, e => e.StartsWith("kill", StringComparison.Ordinal));
        Assert.Equal(ExecutionStatus.Success, Execution.Status);
    }

    [Fact]
    public async Task Ctrl_c_may_kill_with_all_children()
    {
        _run.On = new() { Cancel = CancelAnswer.Kill };
        _run.Platform.Tasks = attempt => attempt.AttemptId == "101"
            ? [new TaskStatus("+w+b", false, "running", null, new("s7", "100"))]
            : [new TaskStatus("+child+merge", false, "running", null)];
        using var cancel = CancelAtFirstLook();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => MonitorAsync(cancel.Token));

        Assert.Equal(["kill ingestion_inc", "kill ingestion_hist"], _run.Platform.Effects.Where(e => e.StartsWith("kill", StringComparison.Ordinal)));
        Assert.Equal(ExecutionStatus.Killed, Execution.Status);
    }

    [Fact]
    public async Task The_failure_of_a_required_workflow_is_told_from_the_child_and_both_logs_are_kept()
    {
        Ends(AttemptStatus.Error, AttemptStatus.Error);
        _run.Platform.Log = (attempt, task) => $"log of {attempt} with key 1/0123456789abcdef0123456789abcdef01234567\n";
        _run.Platform.Tasks = attempt => attempt.AttemptId switch
        {
            "101" => [Failed("+w+child", "Dependent workflow failed. Session id: 7, attempt id: 100")],
            "100" => [Failed("+child+merge", "Column 'email_std' cannot be resolved")],
            _ => null,
        };

        var error = await Assert.ThrowsAsync<PipelineException>(MonitorAsync);

        Assert.Contains("+child+merge: Column 'email_std' cannot be resolved", error.Message, StringComparison.Ordinal);
        var logs = Directory.GetFiles(Path.Combine(_run.Workspace.Root, "pipeline_logs", "2026-01-31"), "*.log");
        Assert.Equal(
            ["ingestion-ingestion_inc-101-child-100.log", "ingestion-ingestion_inc-101.log"],
            logs.Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal("log of 101 with key ***\n", await File.ReadAllTextAsync(logs.Single(l => l.EndsWith("inc-101.log", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Where_tasks_say_nothing_the_log_does()
    {
        Ends(AttemptStatus.Error, AttemptStatus.Error);
        _run.Platform.Tasks = _ => [new("+w+load", false, "error", null)];
        _run.Platform.Log = (_, _) =>
            """
            2025-10-14 10:00:05.123 +0000 [INFO] (0394@[1:p:2:3]+w+load) io.digdag.core.agent.OperatorManager: td_load>: config/shopify_orders_load.yml
            2025-10-14 10:00:06.123 +0000 [ERROR] (0394@[1:p:2:3]+w+load) io.digdag.core.agent.OperatorManager: Parameter 'x' is not used at task +w+load.
            2025-10-14 10:12:40.555 +0000 [ERROR] (0394@[1:p:2:3]+w+load) io.digdag.core.agent.OperatorManager: Task failed with unexpected error: Secret not found for key: 'shopify.api_key'
            java.lang.RuntimeException: Secret not found
            	at io.digdag.core.agent.DefaultSecretProvider.getSecret(DefaultSecretProvider.java:36)
            """;

        var error = await Assert.ThrowsAsync<PipelineException>(MonitorAsync);

        Assert.Contains("ended in an error: +w+load: Secret not found for key: 'shopify.api_key'\n", error.Message.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    private Execution Execution
    {
        get
        {
            using var runner = _run.Open();
            return runner.State[Phase.Ingestion].Executions[^1];
        }
    }

    private static TaskStatus Failed(string name, string message) => new(name, false, "error", new JsonObject { ["message"] = message });

    /// <summary>Someone who has the four databases made, and then answers as the script says.</summary>
    private static ScriptedPrompt Person(params string[] script) => new([.. Enumerable.Repeat("missing_database: create", 4), .. script]);

    private void Ends(params AttemptStatus[] ends) => _run.Platform.Ends[Workflow] = new(ends);

    private void FailsToLook(Fault fault, int times, Fault? then = null)
    {
        var looks = 0;
        _run.Platform.Before = name =>
        {
            if (name == "look at 101" && ++looks <= times)
            {
                throw new PlatformException(fault, $"it is {fault}");
            }

            if (name == "look at 101" && then is { } last)
            {
                throw new PlatformException(last, $"it is {last}");
            }
        };
    }

    private CancellationTokenSource CancelAtFirstLook()
    {
        var cancel = new CancellationTokenSource();
        Ends([.. Enumerable.Repeat(AttemptStatus.Running, 5)]);
        _run.Platform.Before = name =>
        {
            if (name == "look at 101")
            {
                cancel.Cancel();
            }
        };
        return cancel;
    }

    private Task MonitorAsync() => MonitorAsync(CancellationToken.None);

    private async Task MonitorAsync(CancellationToken cancellation)
    {
        using var runner = _run.Open();
        foreach (var step in new[] { Step.Generate, Step.Deploy, Step.Execute }.Where(s => !runner.IsDone(new Cell(Phase.Ingestion, s))))
        {
            await runner.RunAsync(new Cell(Phase.Ingestion, step), CancellationToken.None);
        }

        _run.Time!.Waits.Clear();
        await runner.RunAsync(new Cell(Phase.Ingestion, Step.Monitor), cancellation);
    }
}
