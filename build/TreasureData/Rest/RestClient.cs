using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cdp.Pipeline;

namespace Cdp.TreasureData.Rest;

/// <summary>HTTP to TD: the key in a header, passing faults tried again, every other failure a sentence.</summary>
/// <remarks>Every request sent through here may be repeated: what starts or creates answers 409 the second time.</remarks>
internal sealed class RestClient(HttpClient http, TdAccount account, TimeProvider clock)
{
    private const int Tries = 4;

    public async Task<RestAnswer> SendAsync(
        HttpMethod method, Uri uri, Func<HttpContent>? body, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (answer, fault) = await TryAsync(method, uri, body, cancellation);
            if (answer is { IsPassing: false })
            {
                return answer.Status is HttpStatusCode.Unauthorized ? throw NotAuthorised(uri) : answer;
            }

            if (attempt == Tries)
            {
                throw new PipelineException(
                    $"{method} {Place(uri)} failed {Tries} times: {fault?.Message ?? answer!.Message}. "
                    + "Check the network and the region, then run the same command again; it goes on where it was.",
                    innerException: fault);
            }

            await Task.Delay(TimeSpan.FromSeconds(Math.Pow(2, attempt - 1)), clock, cancellation);
        }
    }

    public async Task<JsonObject> GetAsync(Uri uri, CancellationToken cancellation)
    {
        var answer = await SendAsync(HttpMethod.Get, uri, null, cancellation);
        return answer.IsSuccess ? answer.Json(uri) : throw Refused(HttpMethod.Get, uri, answer);
    }

    public static PipelineException Refused(HttpMethod method, Uri uri, RestAnswer answer) =>
        new($"Treasure Data refused {method} {Place(uri)} with HTTP {(int)answer.Status}: {answer.Message}");

    private async Task<(RestAnswer? Answer, Exception? Fault)> TryAsync(
        HttpMethod method, Uri uri, Func<HttpContent>? body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, uri) { Content = body?.Invoke() };
        request.Headers.Authorization = new AuthenticationHeaderValue("TD1", account.ApiKey.Value);
        try
        {
            using var response = await http.SendAsync(request, cancellation);
            return (new(response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellation)), null);
        }
        catch (HttpRequestException ex)
        {
            return (null, ex);
        }
        catch (TaskCanceledException ex) when (!cancellation.IsCancellationRequested)
        {
            return (null, new TimeoutException($"no answer within {http.Timeout.TotalSeconds:0} s", ex));
        }
    }

    private static PipelineException NotAuthorised(Uri uri) => new(
        $"Treasure Data does not accept the API key ({Place(uri)} answered HTTP 401). Check TD_API_KEY and the region; "
        + "keys are listed at https://console.treasuredata.com/app/users.",
        ExitCode.NotAuthorised);

    private static string Place(Uri uri) => $"{uri.Host}{uri.AbsolutePath}";
}

internal sealed record RestAnswer(HttpStatusCode Status, byte[] Body)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    public bool IsPassing => Status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout || (int)Status >= 500;

    public string Text => System.Text.Encoding.UTF8.GetString(Body);

    /// <summary>TD's v3 API says <c>error</c>, its workflow API <c>message</c>.</summary>
    public string Message => Parsed() is { } json && (json["message"] ?? json["error"]) is { } said
        ? said.ToString()
        : Text.Length is 0 or > 300 ? Status.ToString() : Text.Trim();

    public JsonObject Json(Uri uri) => Parsed()
        ?? throw new PipelineException($"{uri.Host}{uri.AbsolutePath} did not answer with JSON. Is the endpoint right?");

    private JsonObject? Parsed()
    {
        try
        {
            return JsonNode.Parse(Body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
