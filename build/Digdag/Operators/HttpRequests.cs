using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cdp.Digdag.Engine;
using Cdp.Digdag.Language;

namespace Cdp.Digdag.Operators;

/// <summary>An answer with its body read.</summary>
internal sealed record HttpAnswer(HttpStatusCode Status, string Body, MediaTypeHeaderValue? MediaType);

/// <summary>The request of <c>http&gt;</c> and <c>http_call&gt;</c> (digdag.md §4.7): how it is built, and when it is repeated.</summary>
internal sealed class HttpRequests(OperatorContext context)
{
    private const string RetryState = "request";
    private readonly ParamReader _params = new(Engine.Params.WithDefaults(context.Config, "http"));

    public ParamReader Params => _params;

    /// <summary>The answer, or when to try again.</summary>
    /// <param name="rawUri">With its secrets still to be put in.</param>
    /// <param name="isSecret">The whole address is one, and so not shown.</param>
    public async Task<(HttpAnswer? Answer, RunAgain? Again)> SendAsync(string rawUri, bool isSecret, CancellationToken cancellation)
    {
        isSecret |= context.Secrets.Refers(rawUri);
        var address = WithQuery(Address(context.Secrets.Resolve(rawUri), isSecret));
        var method = Method();
        var retry = _params.Bool("retry", method is "GET" or "HEAD" or "OPTIONS" or "TRACE");
        var shown = $"{method} {(isSecret ? address.Scheme + "://***" : address.OriginalString)}";
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(_params.LongOrNull("timeout") ?? 30));
        Check();
        context.Log.Info($"Sending HTTP request: {shown}");
        try
        {
            using var response = await FollowedAsync(method, address, limit.Token);
            var body = await response.Content.ReadAsStringAsync(limit.Token);
            context.Log.Info($"Received HTTP response: {shown}: {(int)response.StatusCode} {response.ReasonPhrase} - {body.Length} bytes");
            return Judge(response, body, shown, retry);
        }
        catch (HttpRequestException ex)
        {
            context.Log.Warn($"Exception without response: {shown}");
            return (null, Repeat(retry, ConnectionFailure(ex)));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            context.Log.Warn($"Exception without response: {shown}");
            return (null, Repeat(retry, TaskFailure.Wrapped("java.util.concurrent.TimeoutException")));
        }
    }

    /// <summary>What cannot be sent is not announced.</summary>
    private void Check()
    {
        using var content = HttpContents.Of(context, _params);
        _ = Headers().Count();
    }

    private static TaskFailure ConnectionFailure(HttpRequestException ex) =>
        ex.HttpRequestError is HttpRequestError.ConnectionError
            ? TaskFailure.Wrapped("java.net.ConnectException: Connection refused")
            : TaskFailure.Wrapped(ex.Message);

    private static Uri Address(string text, bool isSecret)
    {
        var shown = isSecret ? "***" : text;
        var bad = text.IndexOfAny([' ', '<', '>', '"', '{', '}', '|', '\\', '^', '`']);
        return bad >= 0
            ? throw new TaskFailure($"Illegal character in path at index {bad}: {shown}", "illegal argument")
            : Uri.TryCreate(text, UriKind.Absolute, out var address)
                ? address
                : throw new TaskFailure($"URI is not absolute: {shown}", "illegal argument");
    }

    private (HttpAnswer? Answer, RunAgain? Again) Judge(HttpResponseMessage response, string body, string shown, bool retry)
    {
        var code = (int)response.StatusCode;
        if (code is >= 200 and < 400)
        {
            return (new(response.StatusCode, body, response.Content.Headers.ContentType), null);
        }

        var told = $"{shown} - {code} {Reason(response.StatusCode)}: {(body.Length > 200 ? body[..197] + "..." : body)}";
        return code switch
        {
            408 or 429 => (null, Repeat(true, new($"Failed HTTP request: {told}"))),
            < 500 => throw new TaskFailure($"HTTP 4XX Client Error: {told}"),
            < 600 => (null, Repeat(retry, new($"HTTP 5XX Server Error: {told}"))),
            _ => (null, Repeat(retry, new($"Unexpected HTTP status: {told}"))),
        };
    }

    private static string Reason(HttpStatusCode status) => status switch
    {
        HttpStatusCode.InternalServerError => "Server Error",
        HttpStatusCode.NotFound => "Not Found",
        HttpStatusCode.BadRequest => "Bad Request",
        HttpStatusCode.ServiceUnavailable => "Service Unavailable",
        _ => new HttpResponseMessage(status).ReasonPhrase ?? "",
    };

    /// <summary>digdag repeats for ever, after 1, 2, 4 … 30 seconds; here it ends.</summary>
    private RunAgain Repeat(bool retry, TaskFailure failure)
    {
        var count = context.State[RetryState]?["retry"] is JsonValue value ? value.GetValue<int>() : 0;
        if (!retry)
        {
            throw failure;
        }

        if (count >= context.Options.MaxHttpRetries)
        {
            throw new TaskFailure($"{failure.FullMessage} (given up after {count} retries)");
        }

        var wait = Math.Min(Math.Pow(2, count), 30);
        context.Log.Warn($"HTTP request failed. {failure.Message}: retrying in {wait} seconds");
        var state = Engine.Params.Clone(context.State);
        state[RetryState] = new JsonObject { ["operation"] = new JsonObject(), ["retry"] = count + 1 };
        return new(context.Seconds(wait), state);
    }

    private string Method() => _params.Text("method", "GET").ToUpperInvariant();

    private async Task<HttpResponseMessage> FollowedAsync(string method, Uri address, CancellationToken cancellation)
    {
        const int MaxRedirects = 8;
        var follow = _params.Bool("follow_redirects", true);
        var target = address;
        for (var hops = 0; ; hops++)
        {
            var response = await SendOnceAsync(method, target, cancellation);
            if (!follow || hops >= MaxRedirects || (int)response.StatusCode is not (301 or 302 or 303 or 307 or 308)
                || response.Headers.Location is not { } location)
            {
                return response;
            }

            target = new Uri(target, location);
            method = (int)response.StatusCode is 307 or 308 || method is "HEAD" ? method : "GET";
            response.Dispose();
        }
    }

    private async Task<HttpResponseMessage> SendOnceAsync(string method, Uri address, CancellationToken cancellation)
    {
        var outbound = context.Options.Http
            ?? throw TaskFailure.Config("HTTP requests of workflows are switched off here");
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip");
        request.Headers.TryAddWithoutValidation("User-Agent", "Digdag/0.10.6-SNAPSHOT Jetty/9.3.11.v20160721");
        request.Content = HttpContents.Of(context, _params);
        Authorize(request);
        foreach (var (name, value) in Headers())
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content ??= new ByteArrayContent([]);
                request.Content.Headers.Remove(name);
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return await outbound.SendAsync(request, cancellation);
    }

    private void Authorize(HttpRequestMessage request)
    {
        if (context.Secrets.Find("http.authorization") is { } header)
        {
            request.Headers.TryAddWithoutValidation("Authorization", header);
        }
        else if (context.Secrets.Find("http.user") is { } user)
        {
            var pair = Encoding.UTF8.GetBytes($"{user}:{context.Secrets.Find("http.password")}");
            request.Headers.Authorization = new("Basic", Convert.ToBase64String(pair));
        }
    }

    private IEnumerable<(string Name, string Value)> Headers()
    {
        foreach (var entry in _params.ListOrNull("headers") ?? [])
        {
            if (entry is not JsonObject { Count: 1 } header)
            {
                throw TaskFailure.Config($"Invalid header: {JsonText.Of(entry)}");
            }

            var (name, value) = header.First();
            yield return (context.Secrets.Resolve(name), context.Secrets.Resolve(HttpContents.Plain(value)));
        }
    }

    private Uri WithQuery(Uri address)
    {
        if (_params.Node("query") is not { } query)
        {
            return address;
        }

        var pairs = query is JsonObject map ? Pairs(map) : Pairs(_params.Text("query"));
        var more = string.Join('&', pairs.Select(p =>
            $"{WebUtility.UrlEncode(context.Secrets.Resolve(p.Key))}={WebUtility.UrlEncode(context.Secrets.Resolve(p.Value))}"));
        return new UriBuilder(address) { Query = address.Query.Length > 1 ? $"{address.Query[1..]}&{more}" : more }.Uri;
    }

    private static IEnumerable<KeyValuePair<string, string>> Pairs(JsonObject map) =>
        map.Select(p => KeyValuePair.Create(p.Key, HttpContents.Plain(p.Value)));

    /// <summary>JSON text of a map, or a query string as it stands in an address.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Pairs(string text)
    {
        try
        {
            return JsonNode.Parse(text) is JsonObject map ? Pairs(map) : [];
        }
        catch (JsonException)
        {
            return text.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair =>
            {
                var parts = pair.Split('=', 2);
                return KeyValuePair.Create(WebUtility.UrlDecode(parts[0]), parts.Length > 1 ? WebUtility.UrlDecode(parts[1]) : "");
            });
        }
    }
}
