using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Headers;
using Cdp.Pipeline;
using Cdp.Pipeline.Ports;
using Cdp.TreasureData.Rest;

namespace Cdp.TreasureData.Tests;

/// <summary>The failure cases of spec/td_cli.md §8, as a server says them over REST.</summary>
public sealed class RestClientTests
{
    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, "", Fault.Unauthorized, 1)]
    [InlineData(HttpStatusCode.Forbidden, "", Fault.Forbidden, 1)]
    [InlineData(HttpStatusCode.NotFound, "", Fault.NotFound, 1)]
    [InlineData(HttpStatusCode.TooManyRequests, "", Fault.Throttled, 4)]
    [InlineData(HttpStatusCode.ServiceUnavailable, "<html>", Fault.ServerError, 4)]
    [InlineData(HttpStatusCode.OK, "<html>hello</html>", Fault.NotUnderstood, 1)]
    [InlineData(HttpStatusCode.BadRequest, """{"message":"Too many attempts running. Limit: 200, Current: 200","status":400}""", Fault.AttemptLimit, 1)]
    [InlineData(HttpStatusCode.BadRequest, """{"message":"no","status":400}""", Fault.Refused, 1)]
    public async Task A_status_is_a_fault_and_only_what_passes_is_tried_again(HttpStatusCode status, string body, Fault fault, int tries)
    {
        var server = new Answering(_ => new(status) { Content = new StringContent(body) });

        var error = await Assert.ThrowsAsync<PlatformException>(() => Platform(server).GetAttemptAsync("1", CancellationToken.None));

        Assert.Equal((fault, tries), (error.Fault, server.Asked));
    }

    [Theory]
    [InlineData("Size of the uploaded archive file exceeds limit (10485760 bytes)", Fault.ArchiveTooBig)]
    [InlineData("Parameter '+load' must be an object or array of objects", Fault.MissingColon)]
    [InlineData("hourly>: scheduler requires mm:ss format: 9", Fault.CompileError)]
    public async Task A_push_is_refused_for_what_is_wrong_with_it(string message, Fault fault)
    {
        var server = new Answering(_ => new(HttpStatusCode.BadRequest) { Content = new StringContent($$"""{"message":"{{message}}","status":400}""") });
        var folder = Directory.CreateTempSubdirectory("cdp-push-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "a.dig"), "+a:\n  echo>: x\n");

        var error = await Assert.ThrowsAsync<PlatformException>(() => Platform(server).PushAsync(new("p", folder, "r"), CancellationToken.None));

        Assert.Equal(fault, error.Fault);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_server_that_asks_to_wait_is_waited_for()
    {
        var clock = new HeldWaits();
        var server = new Answering(n => n == 1 ? Busy() : new(HttpStatusCode.OK) { Content = new StringContent("""{"databases":[]}""") });

        await new RestPlatform("rest", Account(), new HttpClient(server), clock, TimeSpan.FromSeconds(1)).ListDatabasesAsync(CancellationToken.None);

        Assert.Equal(70, Assert.Single(clock.Waits).TotalSeconds, 0.1);

        static HttpResponseMessage Busy()
        {
            var busy = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
            busy.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(70));
            return busy;
        }
    }

    [Fact]
    public async Task A_host_that_does_not_exist_is_another_matter_than_one_that_does_not_answer()
    {
        var account = new TdAccount(TdHosts.Single(new("https://api.treasuredata.invalid")), new Secret("1/x"));
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var nowhere = new RestPlatform("rest", account, http, new ImpatientClock(), TimeSpan.FromSeconds(1));
        var deaf = new RestPlatform(
            "rest", account with { Hosts = TdHosts.Single(new("http://127.0.0.1:1")) }, http, new ImpatientClock(), TimeSpan.FromSeconds(1));

        var first = await Assert.ThrowsAsync<PlatformException>(() => nowhere.ListDatabasesAsync(CancellationToken.None));
        var second = await Assert.ThrowsAsync<PlatformException>(() => deaf.ListDatabasesAsync(CancellationToken.None));

        Assert.Equal((Fault.WrongHost, Fault.NetworkDown), (first.Fault, second.Fault));
    }

    private static RestPlatform Platform(HttpMessageHandler server) =>
        new("rest", Account(), new HttpClient(server), new ImpatientClock(), TimeSpan.FromSeconds(1));

    private static TdAccount Account() => new(TdHosts.Of("us"), new Secret("1/0123456789abcdef0123456789abcdef01234567"));

    private sealed class Answering(Func<int, HttpResponseMessage> answer) : HttpMessageHandler
    {
        public int Asked { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(answer(++Asked));
    }

    /// <summary>Notes what was to be waited, and waits not at all.</summary>
    private sealed class HeldWaits : TimeProvider
    {
        private ImmutableArray<TimeSpan> _waits = [];

        public ImmutableArray<TimeSpan> Waits => _waits;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _waits = _waits.Add(dueTime);
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
