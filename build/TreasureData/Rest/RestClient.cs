using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Cdp.Pipeline.Ports;

namespace Cdp.TreasureData.Rest;

/// <summary>HTTP to TD: the key in a header, passing faults tried again, every other failure a sentence.</summary>
/// <remarks>Every request sent through here may be repeated: what starts or creates answers 409 the second time.</remarks>
internal sealed class RestClient(HttpClient http, TdAccount account, TimeProvider clock)
{
    private const int Tries = 4;

    /// <summary>A server that asks to wait is waited for, but not for longer than this.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    public async Task<RestAnswer> SendAsync(
        HttpMethod method, Uri uri, Func<HttpContent>? body, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (answer, fault) = await TryAsync(method, uri, body, cancellation);
            if (answer is { IsPassing: false })
            {
                return answer.Status is HttpStatusCode.Unauthorized ? throw Refused(method, uri, answer) : answer;
            }

            if (attempt == Tries || fault is { Action: not (FaultAction.BackOff or FaultAction.AskAgain) })
            {
                throw fault ?? Refused(method, uri, answer!);
            }

            await Task.Delay(Wait(attempt, answer), clock, cancellation);
        }
    }

    public async Task<JsonObject> GetAsync(Uri uri, CancellationToken cancellation)
    {
        var answer = await SendAsync(HttpMethod.Get, uri, null, cancellation);
        return answer.IsSuccess ? answer.Json(uri) : throw Refused(HttpMethod.Get, uri, answer);
    }

    /// <summary>The clock of the host, from the header that every HTTP answer has. No key is sent.</summary>
    public async Task<DateTimeOffset> ServerTimeAsync(Uri uri, CancellationToken cancellation)
    {
        var (answer, fault) = await TryAsync(HttpMethod.Get, uri, body: null, cancellation, withKey: false);
        return fault is not null ? throw fault
            : answer!.Date ?? throw Faults.Of(Fault.NotUnderstood, $"GET {Place(uri)}", "the answer has no date");
    }

    public static PlatformException Refused(HttpMethod method, Uri uri, RestAnswer answer) =>
        Faults.Of(FaultOf(answer), $"{method} {Place(uri)}", DetailsOf(answer));

    public static FaultDetails DetailsOf(RestAnswer answer) => new($"HTTP {(int)answer.Status}: {answer.Message}")
    {
        Status = (int)answer.Status,
        RetryAfter = answer.RetryAfter,
    };

    private static Fault FaultOf(RestAnswer answer) => answer.Status switch
    {
        HttpStatusCode.Unauthorized => Fault.Unauthorized,
        HttpStatusCode.Forbidden => Fault.Forbidden,
        HttpStatusCode.NotFound => Fault.NotFound,
        HttpStatusCode.RequestTimeout => Fault.NoAnswer,
        HttpStatusCode.TooManyRequests => Fault.Throttled,
        >= HttpStatusCode.InternalServerError => Fault.ServerError,
        _ when answer.Message.Contains("Too many attempts running", StringComparison.Ordinal) => Fault.AttemptLimit,
        _ => Fault.Refused,
    };

    private static TimeSpan Wait(int attempt, RestAnswer? answer)
    {
        var own = TimeSpan.FromSeconds(Math.Pow(2, attempt - 1));
        var asked = answer?.RetryAfter ?? TimeSpan.Zero;
        return asked > LongestWait ? LongestWait : asked > own ? asked : own;
    }

    private async Task<(RestAnswer? Answer, PlatformException? Fault)> TryAsync(
        HttpMethod method, Uri uri, Func<HttpContent>? body, CancellationToken cancellation, bool withKey = true)
    {
        using var request = new HttpRequestMessage(method, uri) { Content = body?.Invoke() };
        request.Headers.Authorization = withKey ? new AuthenticationHeaderValue("TD1", account.ApiKey.Value) : null;
        try
        {
            using var response = await http.SendAsync(request, cancellation);
            return (await RestAnswer.OfAsync(response, clock, cancellation), null);
        }
        catch (HttpRequestException ex)
        {
            var fault = ex.HttpRequestError is HttpRequestError.NameResolutionError ? Fault.WrongHost : Fault.NetworkDown;
            return (null, Faults.Of(fault, $"{method} {Place(uri)}", (ex.InnerException ?? ex).Message, ex));
        }
        catch (TaskCanceledException ex) when (!cancellation.IsCancellationRequested)
        {
            return (null, Faults.Of(
                Fault.NoAnswer, $"{method} {Place(uri)}", $"no answer within {http.Timeout.TotalSeconds:0} s", ex));
        }
    }

    private static string Place(Uri uri) => $"{uri.Host}{uri.AbsolutePath}";
}
