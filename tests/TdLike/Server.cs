using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Cdp.TdLike;

/// <summary>The emulator, as td's two halves talk to Treasure Data: each words a refusal in its own way (spec/td_cli.md §1.0).</summary>
internal sealed class Server(HttpClient http, Conf conf)
{
    public async Task<JsonObject> WorkflowAsync(HttpMethod method, string path, HttpContent? body = null) =>
        Json(await WorkflowBytesAsync(method, path, body));

    public async Task<byte[]> WorkflowBytesAsync(HttpMethod method, string path, HttpContent? body = null)
    {
        var (status, bytes) = await SendAsync(method, path, body);
        var said = method == HttpMethod.Get ? Reason(status) : Encoding.UTF8.GetString(bytes);
        return status switch
        {
            < 400 => bytes,
            404 => throw TdError.Workflow($"Resource not found: {said}"),
            409 when method != HttpMethod.Get => throw TdError.Workflow($"Request conflicted: {said}"),
            >= 500 => throw TdError.Workflow($"{Reason(status)} (server error)"),
            _ => throw TdError.Workflow($"Status code {status}: {said}"),
        };
    }

    /// <returns>Status and body, for the calls whose refusals have a form of their own.</returns>
    public async Task<(int Status, JsonObject Body)> AskAsync(HttpMethod method, string path, HttpContent? body = null)
    {
        var (status, bytes) = await SendAsync(method, path, body);
        return (status, Json(bytes));
    }

    public async Task<JsonObject> RubyAsync(HttpMethod method, string operation, string path, HttpContent? body = null)
    {
        var (status, answer) = await AskAsync(method, path, body);
        return status < 400 ? answer : throw Refused(status, operation, answer);
    }

    public async Task<(int Status, string Text)> TextAsync(string path)
    {
        var (status, bytes) = await SendAsync(HttpMethod.Get, path, null);
        return (status, Encoding.UTF8.GetString(bytes));
    }

    public static TdError Refused(int status, string operation, JsonObject answer)
    {
        var said = $"{operation} failed: {answer["error"] ?? answer["message"]}";
        return status switch
        {
            401 => TdError.Ruby($"TreasureData::AuthError - {said}"),
            403 => TdError.Ruby($"TreasureData::ForbiddenError - {said}"),
            404 => TdError.Ruby($"TreasureData::NotFoundError - {said}"),
            409 => TdError.Ruby(answer["details"]?["conflicts_with"] is { } job ? $"{said}: conflicts_with job:{job}" : said),
            429 => TdError.Trace("TreasureData::TooManyRequestsError", said),
            >= 500 => TdError.Ruby($"{status}: {said}"),
            _ => TdError.Trace("TreasureData::APIError", said),
        };
    }

    private async Task<(int Status, byte[] Body)> SendAsync(HttpMethod method, string path, HttpContent? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(conf.Endpoint, path)) { Content = body };
        request.Headers.Authorization = new AuthenticationHeaderValue("TD1", conf.Key);
        try
        {
            using var response = await http.SendAsync(request);
            return ((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync());
        }
        catch (HttpRequestException)
        {
            var place = $"{conf.Endpoint.Host}:{conf.Endpoint.Port}";
            throw path.StartsWith("/v3", StringComparison.Ordinal)
                ? TdError.Trace("Errno::ECONNREFUSED", $"Connection refused - connect(2) for {place}")
                : TdError.Workflow(
                    $"RESTEASY004655: Unable to invoke request (processing)\n> Connect to {place} [/{conf.Endpoint.Host}] failed: Connection refused (http host connect)");
        }
    }

    private static JsonObject Json(byte[] bytes) => bytes.Length == 0 ? [] : JsonNode.Parse(bytes) as JsonObject ?? [];

    private static string Reason(int status)
    {
        using var response = new HttpResponseMessage((HttpStatusCode)status);
        return $"HTTP {status} {response.ReasonPhrase}";
    }
}
