using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Runs;
using Cdp.Pipeline.Tests.Fakes;

namespace Cdp.Pipeline.Tests.Runs;

public sealed class RunnerTests : IDisposable
{
    private readonly TestRun _run = new();

    public RunnerTests()
    {
        foreach (var phase in PhaseNames.All)
        {
            _run.Give(phase, "id", "time");
        }
    }

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task Runs_every_cell_once_and_then_nothing()
    {
        await _run.RunAllAsync();
        var effects = _run.Platform.Effects.Count;

        await _run.RunAllAsync();

        Assert.Equal(20, _run.View.Cells.Count);
        Assert.Equal(effects, _run.Platform.Effects.Count);
        using var runner = _run.Open();
        Assert.NotNull(runner.State.CompletedAt);
        Assert.Equal("20260131-100000", runner.State.PipelineId);
    }

    [Fact]
    public async Task A_file_that_is_written_again_as_it_was_leaves_the_run_finished()
    {
        await _run.RunAllAsync();
        var effects = _run.Platform.Effects.Count;
        File.Delete(Path.Combine(_run.Workspace.Folder(Phase.Staging), "run.dig"));

        await _run.RunAllAsync();

        using var runner = _run.Open();
        Assert.Equal(effects, _run.Platform.Effects.Count);
        Assert.NotNull(runner.State.CompletedAt);
        Assert.Equal(PhaseStatus.Success, runner.State[Phase.Staging].Status);
    }

    [Fact]
    public async Task History_succeeds_before_increments_start()
    {
        _run.Platform.Ends["ingestion_hist"] = new([AttemptStatus.Running, AttemptStatus.Error]);

        await Assert.ThrowsAsync<PipelineException>(() => WithClock(_run.RunAllAsync()));

        Assert.DoesNotContain("start ingestion_inc", _run.Platform.Effects);
    }

    [Fact]
    public async Task A_failed_workflow_is_resumed_by_the_same_command()
    {
        _run.Platform.Ends["hist_union_run"] = new([AttemptStatus.Error]);
        _run.Platform.Errors["hist_union_run"] = "Table acme_src.x does not exist";

        var error = await Assert.ThrowsAsync<PipelineException>(() => _run.RunAllAsync());
        await _run.RunAllAsync();

        Assert.Contains("+hist_union_run+load: Table acme_src.x does not exist", error.Message, StringComparison.Ordinal);
        Assert.Equal(ExitCode.StepFailed, error.ExitCode);
        Assert.Equal(["start hist_union_run", "retry hist_union_run 20260131-100000-1"], _run.Platform.Effects.Where(e => e.Contains("hist_union_run", StringComparison.Ordinal)));
        Assert.Single(_run.Platform.Effects, e => e == "start ingestion_hist");
    }

    [Fact]
    public async Task A_workflow_whose_platform_died_goes_on_by_itself()
    {
        _run.Platform.Ends["staging_run"] = new([AttemptStatus.Error, AttemptStatus.Success]);
        _run.Platform.Errors["staging_run"] = "The engine was stopped while this attempt ran. Retry it to run what was not done.";

        await _run.RunAllAsync();

        Assert.Contains("retry staging_run 20260131-100000-1", _run.Platform.Effects);
    }

    [Theory]
    [InlineData("push acme_staging")]
    [InlineData("start ingestion_inc")]
    [InlineData("start unification_run")]
    public async Task B_OR_4_a_lost_answer_starts_nothing_twice(string effect)
    {
        var lost = false;
        _run.Platform.After = name =>
        {
            if (name == effect && !lost)
            {
                lost = true;
                throw new InvalidOperationException("killed here");
            }
        };

        await Assert.ThrowsAsync<InvalidOperationException>(() => _run.RunAllAsync());
        await _run.RunAllAsync();

        Assert.Equal(5, _run.Platform.Attempts.Count);
        using var runner = _run.Open();
        Assert.NotNull(runner.State.CompletedAt);
    }

    [Fact]
    public async Task A_touched_template_runs_its_phase_again_and_later_ones_from_execute()
    {
        await _run.RunAllAsync();
        _run.View.Cells.Clear();
        _run.Template(Phase.Staging, "+go:\n  echo>: other\n");

        await _run.RunAllAsync();

        Assert.Equal(
            ["Staging-Generate", "Staging-Deploy", "Staging-Execute", "Staging-Monitor", "Staging-Validate",
             "Unification-Generate", "Unification-Execute", "Unification-Monitor", "Unification-Validate"],
            _run.View.Cells);
    }

    [Fact]
    public async Task A_new_column_upstream_changes_the_files_of_the_next_phase()
    {
        await _run.RunAllAsync();
        _run.Give(Phase.Staging, "id", "time", "colour");

        await _run.RunAllAsync(new() { Again = true });

        Assert.Contains("colour", await File.ReadAllTextAsync(Path.Combine(_run.Workspace.Folder(Phase.Unification), "run.dig")), StringComparison.Ordinal);
        using var runner = _run.Open();
        Assert.Equal("finished", Assert.Single(runner.State.Runs).Status);
    }

    [Fact]
    public async Task Again_executes_everything_but_pushes_only_what_changed()
    {
        await _run.RunAllAsync();
        _run.View.Cells.Clear();
        _run.Platform.Effects.Clear();

        await _run.RunAllAsync(new() { Again = true });

        Assert.DoesNotContain(_run.Platform.Effects, e => e.StartsWith("push", StringComparison.Ordinal));
        Assert.Equal(5, _run.Platform.Effects.Count(e => e.StartsWith("start", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_exclusive_execute_takes_a_new_session_time()
    {
        await _run.RunAllAsync();
        using var runner = _run.Open(new() { Exclusive = true, SessionTime = _run.Clock.Start });
        var before = runner.State[Phase.Staging].Executions[0].SessionTime;

        await runner.RunAsync(new Cell(Phase.Staging, Step.Execute), CancellationToken.None);

        Assert.NotEqual(before, runner.State[Phase.Staging].Executions[0].SessionTime);
        Assert.Equal(2, _run.Platform.Effects.Count(e => e == "start staging_run"));
    }

    [Fact]
    public async Task Failed_checks_stop_with_their_own_exit_code()
    {
        _run.Platform.Tables.Remove("acme_hist_union");

        var error = await Assert.ThrowsAsync<PipelineException>(() => _run.RunAllAsync());

        Assert.Equal(ExitCode.ValidationFailed, error.ExitCode);
        Assert.Contains("Table things not found", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_has_the_workflows_run_again_when_their_output_is_not_right()
    {
        _run.Platform.Tables.Remove("acme_hist_union");
        _run.Prompt = new("validation_failure: retry") { Meanwhile = _ => _run.Give(Phase.HistUnion, "id", "time") };

        await _run.RunAllAsync();

        Assert.True(_run.Prompt.IsOver);
        Assert.StartsWith(
            "✗ [5/6] Validate output - Failed\n\nExpected tables not found:\n  acme_hist_union.things\n\nThis indicates",
            _run.Prompt.Asked[0].Text,
            StringComparison.Ordinal);
        Assert.Equal(2, _run.Platform.Effects.Count(e => e == "start hist_union_run"));
        using var runner = _run.Open();
        Assert.NotNull(runner.State.CompletedAt);
    }

    [Fact]
    public async Task Warnings_continue_unless_the_configuration_stops_them()
    {
        _run.Gates.Add(new FakeGate("ING-14", Phase.Ingestion, "only 7"));

        await _run.RunAllAsync();
        _run.On = new() { ValidationWarning = ContinueOrStop.Stop };
        var error = await Assert.ThrowsAsync<PipelineException>(() => _run.RunAllAsync(new() { Again = true }));

        Assert.Equal(ExitCode.ValidationFailed, error.ExitCode);
        Assert.Contains("ING-14 acme_ingestion.things: only 7", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_phase_may_be_skipped_by_policy()
    {
        _run.On = new() { WorkflowError = WorkflowErrorAnswer.Skip };
        _run.Platform.Ends["hist_union_run"] = new([AttemptStatus.Error]);

        await _run.RunAllAsync();

        using var runner = _run.Open();
        Assert.Equal(PhaseStatus.Skipped, runner.State[Phase.HistUnion].Status);
        Assert.True(runner.IsDone(new Cell(Phase.HistUnion, Step.Validate)));
        Assert.NotNull(runner.State.CompletedAt);
    }

    [Fact]
    public async Task B_OR_4_a_second_process_is_refused()
    {
        using var first = _run.Open();
        await first.RunAsync(new Cell(Phase.Ingestion, Step.Generate), CancellationToken.None);
        using var second = _run.Open();

        var error = await Assert.ThrowsAsync<PipelineException>(
            () => second.RunAsync(new Cell(Phase.Ingestion, Step.Deploy), CancellationToken.None));

        Assert.Equal(ExitCode.WorkspaceHeld, error.ExitCode);
        Assert.Contains($"is held by process {Environment.ProcessId} on {Environment.MachineName}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_is_given_up_leaves_nothing_running()
    {
        _run.Platform.After = name => ThrowAt(name == "start ingestion_inc");
        await Assert.ThrowsAsync<InvalidOperationException>(() => _run.RunAllAsync());
        _run.Platform.After = _ => { };
        using (var runner = _run.Open())
        {
            await runner.RunAsync(new Cell(Phase.Ingestion, Step.Execute), CancellationToken.None);
        }

        await _run.RunAllAsync(new() { Fresh = true });

        Assert.Contains("kill ingestion_inc", _run.Platform.Effects);
        using var after = _run.Open();
        Assert.Equal("abandoned", Assert.Single(after.State.Runs).Status);
    }

    [Fact]
    public async Task A_workspace_of_another_environment_is_refused()
    {
        await _run.RunAllAsync();
        var parts = _run.Parts();
        using var runner = new Runner(parts with { Endpoint = "https://api.treasuredata.com" });

        var error = Assert.Throws<PipelineException>(() => runner.IsDone(new Cell(Phase.Ingestion, Step.Generate)));

        Assert.Equal(ExitCode.WrongInput, error.ExitCode);
        Assert.Contains("--fresh", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Looking_at_a_run_writes_nothing()
    {
        using var runner = _run.Open();

        Assert.False(runner.IsDone(new Cell(Phase.Ingestion, Step.Generate)));
        Assert.False(Directory.Exists(_run.Workspace.Root));
    }

    private static void ThrowAt(bool here)
    {
        if (here)
        {
            throw new InvalidOperationException("killed here");
        }
    }

    /// <summary>Waits of the watcher pass as soon as they begin.</summary>
    private async Task WithClock(Task work)
    {
        while (!work.IsCompleted)
        {
            _run.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await work;
    }
}
