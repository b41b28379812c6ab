using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Tests.Fakes;

namespace Cdp.Pipeline.Tests.Steps;

/// <summary>Every fault of a start ends in its own action, and no session is doubled (spec, td_cli §8).</summary>
public sealed class StartFaultTests : IDisposable
{
    private const string Workflow = "ingestion_hist";
    private readonly TestRun _run = new() { Remote = true, Time = new(new(2026, 1, 31, 10, 0, 0, TimeSpan.Zero)) };
    private int _asked;

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData(Fault.NetworkDown)]
    [InlineData(Fault.ServerError)]
    [InlineData(Fault.Throttled)]
    [InlineData(Fault.NoAnswer)]
    [InlineData(Fault.Crashed)]
    [InlineData(Fault.NotUnderstood)]
    public async Task A_lost_answer_is_learnt_by_asking_again(Fault fault)
    {
        Loses(fault);

        await ExecuteAsync();

        Assert.Single(_run.Platform.Effects, e => e == "start ingestion_hist");
        Assert.Equal(2, _asked);
        Assert.DoesNotContain(_run.View.Said, s => s.Contains("it is followed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_session_that_was_there_is_adopted_by_its_ids()
    {
        Loses(Fault.NetworkDown);
        Fails(Fault.SessionExists, from: 2, times: 1, () => new(string.Empty) { SessionId = "s100", AttemptId = "100" });

        await ExecuteAsync();

        using var runner = _run.Open();
        Assert.Equal("100", runner.State[Phase.Ingestion].Executions[0].AttemptId);
        Assert.Single(_run.Platform.Effects, e => e == "start ingestion_hist");
    }

    [Fact]
    public async Task Where_the_account_is_full_it_waits_longer_each_time_for_half_an_hour()
    {
        Fails(Fault.AttemptLimit, from: 1, times: 99);

        var error = await Assert.ThrowsAsync<PlatformException>(ExecuteAsync);

        Assert.Equal([60, 120, 240, 300, 300, 300, 300, 300], _run.Time!.Waits.Select(w => w.TotalSeconds));
        Assert.Contains("could not be started", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_starts_as_soon_as_there_is_room()
    {
        Fails(Fault.AttemptLimit, from: 1, times: 2);

        await ExecuteAsync();

        Assert.Equal([60, 120], _run.Time!.Waits.Take(2).Select(w => w.TotalSeconds));
    }

    [Theory]
    [InlineData(Fault.ProjectMissing)]
    [InlineData(Fault.WorkflowMissing)]
    public async Task What_is_not_there_is_deployed_once_more(Fault fault)
    {
        Fails(fault, from: 1, times: 1);

        await ExecuteAsync();

        Assert.Equal(2, _run.Platform.Effects.Count(e => e == "push acme_ingestion"));
    }

    [Theory]
    [InlineData(Fault.Refused)]
    [InlineData(Fault.WrongHost)]
    [InlineData(Fault.NotConfigured)]
    public async Task What_stays_is_asked_once_and_stops(Fault fault)
    {
        Fails(fault, from: 1, times: 99);

        var error = await Assert.ThrowsAsync<PlatformException>(ExecuteAsync);

        Assert.Equal(1, _asked);
        Assert.Equal(fault, error.Fault);
    }

    [Theory]
    [InlineData(StartFailureAnswer.Retry, 2, 1)]
    [InlineData(StartFailureAnswer.Deploy, 2, 1)]
    [InlineData(StartFailureAnswer.Stop, 1, 1)]
    public async Task The_policy_may_try_once_more(StartFailureAnswer answer, int asked, int pushes)
    {
        _run.On = new() { StartFailure = answer };
        Fails(Fault.Refused, from: 1, times: 99);

        await Assert.ThrowsAsync<PlatformException>(ExecuteAsync);

        Assert.Equal(asked, _asked);
        Assert.Equal(pushes, _run.Platform.Effects.Count(e => e == "push acme_ingestion"));
    }

    [Fact]
    public async Task A_person_may_retry_or_have_the_deployment_checked()
    {
        _run.Prompt = new(
            "missing_database: create", "missing_database: create", "missing_database: create", "missing_database: create",
            "start_failure: retry", "start_failure: deploy");
        _run.Prompt.Meanwhile = question =>
        {
            if (_asked == 2)
            {
                _run.Platform.Projects["acme_ingestion"] = new("1", "acme_ingestion", "somebody-elses");
            }
        };
        Fails(Fault.Refused, from: 1, times: 2);

        await ExecuteAsync();

        Assert.True(_run.Prompt.IsOver);
        Assert.Contains(_run.View.Said, s => s.Contains("its latest revision is somebody-elses, ours is", StringComparison.Ordinal));
        Assert.Equal(2, _run.Platform.Effects.Count(e => e == "push acme_ingestion"));
        Assert.Equal(
            "✗ Failed to start workflow\n\nWorkflow: ingestion_hist\nError: it is Refused\n\nPossible causes:\n- Workflow not found (deployment issue)\n- Invalid parameters\n- Authentication failure",
            _run.Prompt.Asked[^1].Text.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_refused_key_is_a_persons_matter_and_the_step_goes_on_where_it_was()
    {
        _run.Prompt = new(
            "missing_database: create", "missing_database: create", "missing_database: create", "missing_database: create", "authentication: key");
        _run.Prompt.Typed.Enqueue("1/new");
        Fails(Fault.Unauthorized, from: 1, times: 1);

        await ExecuteAsync();

        Assert.Equal(["1/new"], _run.Keys);
        Assert.Single(_run.Platform.Effects, e => e == "start ingestion_hist");
    }

    private void Loses(Fault fault)
    {
        Fails(fault, from: 1, times: 0);
        var lost = false;
        _run.Platform.After = name =>
        {
            if (name == $"start {Workflow}" && !lost)
            {
                lost = true;
                throw new PlatformException(fault, $"it is {fault}");
            }
        };
    }

    private void Fails(Fault fault, int from, int times, Func<FaultDetails>? details = null) => _run.Platform.Before = name =>
    {
        if (name == $"ask for {Workflow}" && ++_asked >= from && _asked < from + times)
        {
            throw new PlatformException(fault, $"it is {fault}", details?.Invoke());
        }
    };

    private async Task ExecuteAsync()
    {
        using var runner = _run.Open();
        await runner.RunAsync(new Cell(Phase.Ingestion, Step.Generate), CancellationToken.None);
        await runner.RunAsync(new Cell(Phase.Ingestion, Step.Deploy), CancellationToken.None);
        await runner.RunAsync(new Cell(Phase.Ingestion, Step.Execute), CancellationToken.None);
    }
}
