using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Cdp.Emulator.Launching;

namespace Cdp.Emulator.Rehearsing;

/// <summary>The workflow API of a running emulator, as far as a rehearsal needs it.</summary>
internal sealed class WorkflowClient(EmulatorEndpoint endpoint) : IDisposable
{
    private readonly HttpClient _http = new()
    {
        BaseAddress = endpoint.Url,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("TD1", endpoint.Token) },
    };

    public async Task<JsonObject> PushAsync(string project, string revision, byte[] archive, CancellationToken cancellation)
    {
        using var body = new ByteArrayContent(archive);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/gzip");
        var path = $"api/projects?project={Uri.EscapeDataString(project)}&revision={Uri.EscapeDataString(revision)}";
        return (await SendAsync(HttpMethod.Put, path, body, cancellation)).Body;
    }

    /// <returns>The attempt, and whether the session time was used before: then nothing was started.</returns>
    public async Task<(JsonObject Attempt, bool Conflict)> StartAsync(JsonObject request, CancellationToken cancellation)
    {
        using var body = new StringContent(request.ToJsonString(), Encoding.UTF8, "application/json");
        var (attempt, status) = await SendAsync(HttpMethod.Put, "api/attempts", body, cancellation, alsoFine: 409);
        return (attempt, status == 409);
    }

    public async Task<JsonObject> GetAsync(string path, CancellationToken cancellation) =>
        (await SendAsync(HttpMethod.Get, path, null, cancellation)).Body;

    public async Task KillAsync(string attemptId, CancellationToken cancellation)
    {
        using var body = new StringContent("{}", Encoding.UTF8, "application/json");
        await SendAsync(HttpMethod.Post, $"api/attempts/{attemptId}/kill", body, cancellation, alsoFine: 409);
    }

    public async Task<byte[]> BytesAsync(string path, CancellationToken cancellation) =>
        await _http.GetByteArrayAsync(new Uri(path, UriKind.Relative), cancellation);

    public void Dispose() => _http.Dispose();

    private async Task<(JsonObject Body, int Status)> SendAsync(
        HttpMethod method, string path, HttpContent? content, CancellationToken cancellation, int alsoFine = 200)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        try
        {
            using var response = await _http.SendAsync(request, cancellation);
            var text = await response.Content.ReadAsStringAsync(cancellation);
            var status = (int)response.StatusCode;
            return response.IsSuccessStatusCode || status == alsoFine
                ? (JsonNode.Parse(text)!.AsObject(), status)
                : throw new EmulatorException(Message(text) ?? $"The emulator answered HTTP {status} to {method} /{path}.");
        }
        catch (HttpRequestException ex)
        {
            throw new EmulatorException($"The emulator at {endpoint.Url} does not answer: {ex.Message}", ex);
        }
    }

    private static string? Message(string text)
    {
        try
        {
            return JsonNode.Parse(text)?["message"]?.ToString();
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }
}
