using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using Cdp.Pipeline;
using Cdp.Pipeline.Ports;
using Cdp.Tests;
using Cdp.TreasureData.Rest;
using Cdp.TreasureData.Td;
using Cdp.TreasureData.Tests.Td;

namespace Cdp.TreasureData.Tests;

/// <summary>The server has acted, and its answer does not arrive: at a push, a start or a query, once or twice in a row.</summary>
public sealed class LostAnswerTests(RunningEmulator emulator) : IClassFixture<RunningEmulator>
{
    [Fact]
    [Trait("Category", "Measured")]
    public async Task Over_rest_nothing_is_done_twice()
    {
        using var network = new Losing();
        using var http = new HttpClient(network);
        var account = new TdAccount(TdHosts.Single(emulator.Endpoint.Url), new Secret(emulator.Endpoint.Token));
        var platform = new RestPlatform("rest", account, http, new ImpatientClock(), TimeSpan.FromMilliseconds(1));

        await MeasureAsync("rest", platform, random => network.Plan(random), () => network.Lost);
    }

    [Fact]
    [Trait("Category", "Measured")]
    public async Task Over_td_nothing_is_done_twice()
    {
        Random? random = null;
        var (left, lost) = (0, 0);
        var account = new TdAccount(TdHosts.Single(emulator.Endpoint.Url), new Secret(emulator.Endpoint.Token));
        using var program = new InProcessTd(account, (command, output) =>
        {
            if (random is null || left == 0 || !Acts([.. command.Arguments]) || random.Next(2) == 0)
            {
                return output;
            }

            (left, lost) = (left - 1, lost + 1);
            return Damaged(output, random);
        });
        using var http = new HttpClient();
        var platform = new TdPlatform("td", program, account, http, new ImpatientClock(), TimeSpan.FromMilliseconds(1), TdLimits.Usual);

        await MeasureAsync("td", platform, seeded => (random, left) = (seeded, 2), () => lost);
    }

    private static bool Acts(string[] words) =>
        words is ["wf", "push", ..] or ["query", ..] || (words is ["wf", "start", ..] && !words.Contains("--dry-run"));

    /// <summary>Stopped by us, a bad gateway, silence, half an answer.</summary>
    private static TdOutput Damaged(TdOutput output, Random random) => random.Next(4) switch
    {
        0 => new(null, string.Empty, string.Empty),
        1 => new(1, string.Empty, "2026-01-01 00:00:00 +0000: Digdag v0.10.5\nerror: HTTP 502 Bad Gateway (server error)\n"),
        2 => new(0, string.Empty, string.Empty),
        _ => output with { Out = output.Out[..(output.Out.Length / 2)], Error = output.Error[..(output.Error.Length / 2)] },
    };

    private async Task MeasureAsync(string name, IPlatform platform, Action<Random> plan, Func<int> lost)
    {
        var database = "lost_" + name;
        await platform.CreateDatabaseAsync(database, CancellationToken.None);
        await platform.QueryAsync(new("CREATE TABLE marks AS SELECT -1 AS n", database), CancellationToken.None);
        var count = Sizes.Of(40, 1_000);
        for (var run = 0; run < count; run++)
        {
            plan(new Random(run));
            await RunAsync(platform, database, run);
        }

        var marks = await platform.QueryAsync(
            new("SELECT COUNT(*) AS marks, COUNT(DISTINCT n) AS runs FROM marks WHERE n >= 0", database), CancellationToken.None);
        Assert.Equal((count, count), (marks.Rows[0][0]!.GetValue<int>(), marks.Rows[0][1]!.GetValue<int>()));
        Assert.True(lost() > count / 2);
        Figures.Say($"lost answers over {name}", string.Create(
            CultureInfo.InvariantCulture, $"{lost()} in {count} runs of push, start and query: 0 doubled sessions, 0 doubled jobs"));
    }

    /// <summary>One project for ten runs: the revision and the session time are each run's own.</summary>
    private async Task RunAsync(IPlatform platform, string database, int run)
    {
        var project = string.Create(CultureInfo.InvariantCulture, $"{database}_{run / 10}");
        var revision = string.Create(CultureInfo.InvariantCulture, $"r{run}");
        var time = DateTimeOffset.UnixEpoch.AddHours(run);
        var folder = emulator.Project(project, "hello", "timezone: UTC\n+a:\n  echo>: x\n");

        var pushed = await platform.PushAsync(new(project, folder, revision), CancellationToken.None);
        var attempt = await platform.StartAsync(new(project, "hello", time, ImmutableDictionary<string, string>.Empty), CancellationToken.None);
        await platform.QueryAsync(new($"INSERT INTO marks (n) SELECT {run}", database, DomainKey: $"{database}-{run}"), CancellationToken.None);

        var latest = await platform.GetLatestAttemptAsync(attempt.SessionId, CancellationToken.None);
        Assert.Equal(revision, pushed.Revision);
        Assert.Equal((attempt.AttemptId, time), (latest.AttemptId, latest.SessionTime));
    }

    /// <summary>Loses up to two answers of a run: by a broken connection, or by a gateway.</summary>
    private sealed class Losing() : DelegatingHandler(new SocketsHttpHandler())
    {
        private Random? _random;
        private int _left;

        public int Lost { get; private set; }

        public void Plan(Random random) => (_random, _left) = (random, 2);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            var path = request.RequestUri!.AbsolutePath;
            var acts = request.Method == HttpMethod.Put || path.StartsWith("/v3/job/issue/", StringComparison.Ordinal);
            if (_random is null || _left == 0 || !acts || _random.Next(2) == 0)
            {
                return response;
            }

            (_left, Lost) = (_left - 1, Lost + 1);
            response.Dispose();
            return _random.Next(2) == 0
                ? new HttpResponseMessage(HttpStatusCode.BadGateway)
                : throw new HttpRequestException("the answer was lost on the way");
        }
    }
}
