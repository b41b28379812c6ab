using System.Collections.Immutable;
using Cdp.Pipeline;
using Cdp.Pipeline.Ports;
using Cdp.TreasureData.Rest;

namespace Cdp.TreasureData.Tests;

public sealed class RestPlatformTests(RunningEmulator emulator) : PlatformContract(emulator), IClassFixture<RunningEmulator>
{
    protected override IPlatform Platform => field ??= Rest(new SocketsHttpHandler());

    protected override string[] TypesOfAnswer => ["bigint", "varchar(1)", "varchar"];

    [Fact]
    public async Task A_wrong_key_is_exit_code_four_and_not_repeated()
    {
        var platform = Rest(new SocketsHttpHandler(), "1/0000000000000000000000000000000000000000");

        var error = await Assert.ThrowsAsync<PlatformException>(() => platform.ListDatabasesAsync(CancellationToken.None));

        Assert.Equal((Fault.Unauthorized, ExitCode.NotAuthorised), (error.Fault, error.ExitCode));
        Assert.Contains("TD_API_KEY", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("0000000000", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_lost_after_a_push_counts_as_pushed()
    {
        using var network = new LossyNetwork(r => r.Method == HttpMethod.Put && r.RequestUri!.AbsolutePath == "/api/projects");
        var push = new ProjectPush("lost_push", Emulator.Project("lost_push", "hello", "+a:\n  echo>: x\n"), "r1");

        var pushed = await Rest(network).PushAsync(push, CancellationToken.None);

        Assert.Equal(("r1", 2), (pushed.Revision, network.Sent));
    }

    [Fact]
    public async Task An_answer_lost_after_a_start_adopts_the_session()
    {
        using var network = new LossyNetwork(r => r.Method == HttpMethod.Put && r.RequestUri!.AbsolutePath == "/api/attempts");
        var platform = Rest(network);
        await platform.PushAsync(new("lost_start", Emulator.Project("lost_start", "hello", "+a:\n  echo>: x\n"), "r1"), CancellationToken.None);

        var attempt = await platform.StartAsync(
            new("lost_start", "hello", DateTimeOffset.UnixEpoch, ImmutableDictionary<string, string>.Empty), CancellationToken.None);
        var latest = await platform.GetLatestAttemptAsync(attempt.SessionId, CancellationToken.None);

        Assert.True(attempt.Adopted);
        Assert.Equal(attempt.AttemptId, latest.AttemptId);
    }

    [Fact]
    public async Task An_answer_lost_after_a_query_with_a_domain_key_runs_it_once()
    {
        using var network = new LossyNetwork(r => r.RequestUri!.AbsolutePath.StartsWith("/v3/job/issue/", StringComparison.Ordinal));
        var quiet = Rest(new SocketsHttpHandler());
        await quiet.CreateDatabaseAsync("lost_query", CancellationToken.None);
        await quiet.QueryAsync(new("CREATE TABLE t AS SELECT 1 AS n", "lost_query"), CancellationToken.None);

        await Rest(network).QueryAsync(new("INSERT INTO t (n) SELECT 2", "lost_query", DomainKey: "lost-query"), CancellationToken.None);

        var rows = await quiet.QueryAsync(new("SELECT COUNT(*) FROM t", "lost_query"), CancellationToken.None);
        Assert.Equal(2, rows.Rows[0][0]!.GetValue<long>());
        Assert.Equal(1, network.Lost);
    }

    private RestPlatform Rest(HttpMessageHandler handler, string? key = null) => new(
        "rest",
        new TdAccount(TdHosts.Single(Emulator.Endpoint.Url), new Secret(key ?? Emulator.Endpoint.Token)),
        new HttpClient(handler, disposeHandler: false),
        TimeProvider.System,
        TimeSpan.FromMilliseconds(100));
}
