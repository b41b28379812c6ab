using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Runs;
using Cdp.Pipeline.Tests.Fakes;

namespace Cdp.Pipeline.Tests.Steps;

/// <summary>Every fault of a push ends in its own action (spec, td_cli §8).</summary>
public sealed class DeployFaultTests : IDisposable
{
    private const string Push = "push acme_ingestion";
    private static readonly Cell _deploy = new(Phase.Ingestion, Step.Deploy);
    private readonly TestRun _run = new() { Remote = true, Time = new(new(2026, 1, 31, 10, 0, 0, TimeSpan.Zero)) };

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData(Fault.NetworkDown)]
    [InlineData(Fault.ServerError)]
    [InlineData(Fault.Throttled)]
    [InlineData(Fault.NoAnswer)]
    [InlineData(Fault.Crashed)]
    [InlineData(Fault.NotUnderstood)]
    [InlineData(Fault.NoTdConf)]
    public async Task What_passes_is_asked_again_by_the_same_revision(Fault fault)
    {
        Fails(fault, times: 2);

        await DeployAsync();

        Assert.Equal(3, Pushes);
        Assert.Equal("20260131-100000-ingestion-", _run.Platform.Projects["acme_ingestion"].Revision[..26]);
        Assert.True(State.Deployed);
    }

    [Fact]
    public async Task Pauses_grow_and_the_servers_own_wish_counts()
    {
        Fails(Fault.Throttled, times: 2, new FaultDetails(string.Empty) { RetryAfter = TimeSpan.FromSeconds(17) });

        await DeployAsync();

        Assert.Equal([TimeSpan.FromSeconds(17), TimeSpan.FromSeconds(30)], _run.Time!.Waits);
    }

    [Theory]
    [InlineData(Fault.NetworkDown, 3, ExitCode.StepFailed)]
    [InlineData(Fault.NoAnswer, 3, ExitCode.TimedOut)]
    [InlineData(Fault.NotConfigured, 1, ExitCode.WrongInput)]
    [InlineData(Fault.ModuleMissing, 1, ExitCode.WrongInput)]
    [InlineData(Fault.JavaMissing, 1, ExitCode.WrongInput)]
    [InlineData(Fault.WrongHost, 1, ExitCode.WrongInput)]
    [InlineData(Fault.ClientTooOld, 1, ExitCode.StepFailed)]
    [InlineData(Fault.NothingDeployed, 1, ExitCode.StepFailed)]
    [InlineData(Fault.ArchiveTooBig, 1, ExitCode.StepFailed)]
    [InlineData(Fault.Refused, 1, ExitCode.StepFailed)]
    [InlineData(Fault.YamlError, 1, ExitCode.StepFailed)]
    [InlineData(Fault.CompileError, 1, ExitCode.StepFailed)]
    [InlineData(Fault.MissingColon, 1, ExitCode.StepFailed)]
    [InlineData(Fault.MissingInclude, 1, ExitCode.StepFailed)]
    public async Task What_stays_is_not_repeated_in_vain_and_stops_with_its_reason(Fault fault, int pushes, ExitCode exit)
    {
        Fails(fault, times: 9);

        var error = await Assert.ThrowsAsync<PlatformException>(DeployAsync);

        Assert.Equal(pushes, Pushes);
        Assert.Equal(exit, error.ExitCode);
        Assert.Equal(fault, error.Fault);
        Assert.Contains($"could not be deployed in {pushes} attempt", error.Message, StringComparison.Ordinal);
        Assert.Contains($"it is {fault}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_push_that_hangs_is_given_up_after_two_minutes_and_repeated()
    {
        var hangs = 2;
        _run.Time!.LimitsPass = true;
        Pushing(() => { });
        _run.Platform.Waits = (name, cancellation) => name == Push && hangs-- > 0
            ? Task.Delay(Timeout.Infinite, cancellation)
            : Task.CompletedTask;

        await DeployAsync();

        Assert.Equal(-1, hangs);
        Assert.Equal(1, Pushes);
        Assert.True(State.Deployed);
    }

    [Theory]
    [InlineData(Fault.Unauthorized)]
    [InlineData(Fault.Forbidden)]
    public async Task A_key_that_is_refused_stops_with_exit_4_where_nobody_is(Fault fault)
    {
        Fails(fault, times: 1);

        var error = await Assert.ThrowsAsync<PlatformException>(DeployAsync);

        Assert.Equal(ExitCode.NotAuthorised, error.ExitCode);
        Assert.Equal(1, Pushes);
    }

    [Fact]
    public async Task A_person_may_try_again_give_another_key_or_abort()
    {
        Fails(Fault.Unauthorized, times: 3);
        _run.Prompt = new("missing_database: create", "missing_database: create", "missing_database: create", "missing_database: create",
            "authentication: retry", "authentication: key", "authentication: abort");
        _run.Prompt.Typed.Enqueue("1/new");

        await Assert.ThrowsAsync<PlatformException>(DeployAsync);

        Assert.Equal(["1/new"], _run.Keys);
        Assert.Equal(3, Pushes);
        Assert.True(_run.Prompt.IsOver);
        var menu = _run.Prompt.Asked[^1];
        Assert.StartsWith("✗ Deployment failed: Authentication error\n\nError: it is Unauthorized", menu.Text, StringComparison.Ordinal);
        Assert.Equal(["Retry with same credentials", "Update API key", "Abort pipeline"], menu.Choices.Select(c => c.Label));
    }

    [Fact]
    public async Task After_three_attempts_a_person_goes_on_skips_or_aborts()
    {
        Fails(Fault.ServerError, times: 6);
        _run.Prompt = new("missing_database: create", "missing_database: create", "missing_database: create", "missing_database: create",
            "deploy_failure: retry", "deploy_failure: skip");

        await DeployAsync();

        Assert.Equal(6, Pushes);
        using var runner = _run.Open();
        Assert.Equal(PhaseStatus.Skipped, runner.State[Phase.Ingestion].Status);
        Assert.Equal(
            "✗ [2/6] Deploy workflows - Failed after 3 attempts\n\nLast error: it is ServerError",
            _run.Prompt.Asked[^1].Text.ReplaceLineEndings("\n"));
        Assert.Equal(
            ["Continue trying (manual retry)", "Skip this phase (NOT RECOMMENDED - will cause failures)", "Abort pipeline"],
            _run.Prompt.Asked[^1].Choices.Select(c => c.Label));
    }

    [Fact]
    public async Task A_missing_database_is_made_and_the_push_repeated()
    {
        Pushing(() =>
        {
            if (Pushes == 1)
            {
                _run.Platform.Lose("acme_src");
                throw new PlatformException(Fault.DatabaseMissing, "it is DatabaseMissing");
            }
        });

        await DeployAsync();

        Assert.Equal(2, _run.Platform.Effects.Count(e => e == "create acme_src"));
        Assert.True(State.Deployed);
    }

    [Fact]
    public async Task A_database_may_not_be_made_where_the_policy_says_so()
    {
        _run.On = new() { MissingDatabase = CreateOrStop.Stop };

        var error = await Assert.ThrowsAsync<PipelineException>(DeployAsync);

        Assert.Contains("The database acme_src does not exist", error.Message, StringComparison.Ordinal);
        Assert.Empty(_run.Platform.Effects);
    }

    [Fact]
    public async Task A_revision_that_exists_counts_when_it_is_the_latest()
    {
        Pushing(() => { });
        _run.Platform.After = name =>
        {
            if (name == Push)
            {
                throw new PlatformException(Fault.RevisionExists, "it is RevisionExists");
            }
        };

        await DeployAsync();

        Assert.Equal(1, Pushes);
        Assert.True(State.Deployed);
    }

    [Fact]
    public async Task A_revision_that_existed_once_goes_up_under_another_name()
    {
        Fails(Fault.RevisionExists, times: 1);

        await DeployAsync();

        Assert.Equal(2, Pushes);
        Assert.EndsWith("-2", _run.Platform.Projects["acme_ingestion"].Revision, StringComparison.Ordinal);
        Assert.EndsWith("-2", State.Revision, StringComparison.Ordinal);
    }

    /// <summary>How often a push was asked for, also in vain.</summary>
    private int Pushes { get; set; }

    private PhaseState State
    {
        get
        {
            using var runner = _run.Open();
            return runner.State[Phase.Ingestion];
        }
    }

    private void Fails(Fault fault, int times, FaultDetails? details = null) => Pushing(() =>
    {
        if (Pushes <= times)
        {
            throw new PlatformException(fault, $"it is {fault}", Pushes == 1 ? details : null);
        }
    });

    private void Pushing(Action act) => _run.Platform.Before = name =>
    {
        if (name == Push)
        {
            Pushes++;
            act();
        }
    };

    private async Task DeployAsync()
    {
        using var runner = _run.Open();
        await runner.RunAsync(new Cell(Phase.Ingestion, Step.Generate), CancellationToken.None);
        await runner.RunAsync(_deploy, CancellationToken.None);
    }
}
