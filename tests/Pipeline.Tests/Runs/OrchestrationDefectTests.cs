using System.Text.Json.Nodes;
using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Tests.Fakes;

namespace Cdp.Pipeline.Tests.Runs;

/// <summary>Defects of orchestration that cannot come back here (cdp_phases §4.6), one test an id.</summary>
/// <remarks>B-OR-2 and B-OR-3 stand with the files they are about, B-OR-5 with the guards, more of B-OR-4 with runner and state.</remarks>
public sealed class OrchestrationDefectTests : IDisposable
{
    private const string Key = "12/0123456789abcdef0123456789abcdef01234567";

    private readonly TestRun _run = new();

    public OrchestrationDefectTests()
    {
        foreach (var phase in PhaseNames.All)
        {
            _run.Give(phase, "id", "time");
        }
    }

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task B_OR_1_a_key_that_a_workflow_prints_is_in_no_file_of_the_workspace()
    {
        _run.Platform.Ends["staging_run"] = new([AttemptStatus.Error, AttemptStatus.Success]);
        _run.Platform.Errors["staging_run"] = $"td -k {Key} wf push: exit code 1";
        _run.Platform.Log = (_, _) => $"authorization: TD1 {Key}\n";

        var error = await Assert.ThrowsAsync<PipelineException>(() => _run.RunAllAsync());
        await _run.RunAllAsync();

        var files = Directory.GetFiles(_run.Workspace.Root, "*", SearchOption.AllDirectories).Select(File.ReadAllText).ToList();
        Assert.All(files, text => Assert.DoesNotContain(Key, text, StringComparison.Ordinal));
        Assert.Contains(files, text => text.Contains("td -k *** wf push", StringComparison.Ordinal));
        Assert.Contains(files, text => text.Contains("authorization: TD1 ***", StringComparison.Ordinal));
        Assert.DoesNotContain(Key, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(_run.View.Said, said => said.Contains(Key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task B_OR_4_resume_attaches_to_the_session_that_runs()
    {
        using (var started = _run.Open())
        {
            foreach (var step in (Step[])[Step.Generate, Step.Deploy, Step.Execute])
            {
                await started.RunAsync(new Cell(Phase.Ingestion, step), CancellationToken.None);
            }
        }

        var state = JsonNode.Parse(await File.ReadAllTextAsync(_run.Workspace.StateFile))!;
        await _run.RunAllAsync();

        Assert.Equal(1, (int)state["schema_version"]!);
        Assert.Contains("\"attempt_id\"", state.ToJsonString(), StringComparison.Ordinal);
        Assert.Single(_run.Platform.Effects, e => e == "start ingestion_inc");
    }

    [Fact]
    public async Task B_OR_6_a_session_that_succeeded_does_not_stand_for_its_tables()
    {
        ExpectedTable[] expected = [new(new("acme_staging", "things"), "Things")];
        _run.Platform.Tables["acme_staging"] = [new("acme_staging", "things", 0, [])];

        Assert.Equal(CheckVerdict.Warning, await VerdictAsync(new()));
        Assert.Equal(CheckVerdict.Passed, await VerdictAsync(new() { AllowEmpty = ["things"] }));
        _run.Platform.Tables["acme_staging"].Clear();
        Assert.Equal(CheckVerdict.Failed, await VerdictAsync(new() { AllowEmpty = ["things"] }));

        async Task<CheckVerdict> VerdictAsync(ValidationConfig config) => Assert.Single(
            (await new TableChecks(_run.Platform, config).RunAsync(Phase.Staging, expected, CancellationToken.None)).Outcomes).Verdict;
    }

    [Fact]
    public async Task B_OR_7_two_starts_in_one_second_are_two_sessions_and_both_are_recorded()
    {
        _run.Clock.AutoAdvanceAmount = TimeSpan.Zero;
        await _run.RunAllAsync();
        using var runner = _run.Open(new() { Exclusive = true });
        var first = runner.State[Phase.Staging].Executions[^1];

        await runner.RunAsync(new Cell(Phase.Staging, Step.Execute), CancellationToken.None);

        var second = runner.State[Phase.Staging].Executions[^1];
        Assert.NotEqual(first.SessionTime, second.SessionTime);
        Assert.NotEqual(first.AttemptId, second.AttemptId);
        Assert.All([first, second], e => Assert.NotNull(e.AttemptId));
    }
}
