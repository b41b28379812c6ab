using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Cdp.Emulator.Launching;
using Cdp.Pipeline;

namespace Cdp.Build.Hosting;

/// <summary>The way to the emulator: starts it when the first request needs it, and again when it has died. A new one is
/// told what only it must know: the files that stand in for sources, and the clock.</summary>
internal sealed class EmulatorHandler(
    EmulatorLauncher launcher, string folder, LaunchOptions options, Func<JsonObject?> standIns, DateTimeOffset? clock)
    : DelegatingHandler(new SocketsHttpHandler())
{
    /// <summary>What callers address; the real place is known only when the emulator runs.</summary>
    public static Uri Address { get; } = new("http://emulator/");

    private readonly SemaphoreSlim _gate = new(1, 1);
    private EmulatorEndpoint? _endpoint;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var wanted = request.RequestUri!.PathAndQuery;
        for (var again = false; ; again = true)
        {
            var endpoint = await ReadyAsync(cancellationToken);
            Aim(request, endpoint, wanted);
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (HttpRequestException ex) when (!again && ex.HttpRequestError is HttpRequestError.ConnectionError)
            {
                _endpoint = null;
            }
        }
    }

    protected override void Dispose(bool disposing)
    {
        _gate.Dispose();
        base.Dispose(disposing);
    }

    private async Task<EmulatorEndpoint> ReadyAsync(CancellationToken cancellation)
    {
        if (_endpoint is { } known)
        {
            return known;
        }

        await _gate.WaitAsync(cancellation);
        try
        {
            return _endpoint ??= await StartAsync(cancellation);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<EmulatorEndpoint> StartAsync(CancellationToken cancellation)
    {
        try
        {
            var endpoint = await launcher.EnsureRunningAsync(folder, options, cancellation);
            if (standIns() is { } files)
            {
                await TellAsync(endpoint, "/emulator/stand_ins", files, cancellation);
            }

            if (clock is { } now)
            {
                var body = new JsonObject { ["now"] = now.ToString("O", CultureInfo.InvariantCulture) };
                await TellAsync(endpoint, "/emulator/clock", body, cancellation);
            }

            return endpoint;
        }
        catch (EmulatorException ex)
        {
            throw new PipelineException(ex.Message, innerException: ex);
        }
    }

    private async Task TellAsync(EmulatorEndpoint endpoint, string path, JsonObject body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, Address)
        {
            Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        Aim(request, endpoint, path);
        using var response = await base.SendAsync(request, cancellation);
        if (!response.IsSuccessStatusCode)
        {
            throw new PipelineException(
                $"The emulator refused {path}: {await response.Content.ReadAsStringAsync(cancellation)}");
        }
    }

    private static void Aim(HttpRequestMessage request, EmulatorEndpoint endpoint, string path)
    {
        request.RequestUri = new Uri(endpoint.Url, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("TD1", endpoint.Token);
    }
}
