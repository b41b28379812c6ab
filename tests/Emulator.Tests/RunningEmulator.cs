using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Cdp.Emulator.Launching;

namespace Cdp.Emulator.Tests;

/// <summary>The real process in a folder of its own, spoken to over HTTP.</summary>
public sealed class RunningEmulator : IAsyncLifetime
{
    private readonly TempFolder _folder = new();

    public string Folder => Path.Combine(_folder.Path, "emulator");

    public LaunchOptions Options { get; init; } = new();

    public EmulatorLauncher Launcher { get; } = new(TimeProvider.System);

    public EmulatorEndpoint Endpoint { get; private set; } = null!;

    public HttpClient Http { get; private set; } = null!;

    public string PathOf(string name, string text) => _folder.Write(name, text);

    public async Task InitializeAsync()
    {
        Endpoint = await Launcher.EnsureRunningAsync(Folder, Options, CancellationToken.None);
        Http = new HttpClient
        {
            BaseAddress = Endpoint.Url,
            DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("TD1", Endpoint.Token) },
        };
    }

    public async Task DisposeAsync()
    {
        Http?.Dispose();
        await Launcher.StopAsync(Folder, CancellationToken.None);
        _folder.Dispose();
    }

    public async Task<EmulatorStatus> StatusAsync() =>
        await Launcher.StatusAsync(Folder, CancellationToken.None) ?? throw new InvalidOperationException("not running");

    /// <summary>As SIGKILL or a power cut would; waits until the process is gone.</summary>
    public async Task KillAsync()
    {
        using var process = Process.GetProcessById((await StatusAsync()).Pid);
        process.Kill();
        await process.WaitForExitAsync();
    }

    public Task StopAsync() => Launcher.StopAsync(Folder, CancellationToken.None);

    public async Task RestartAsync()
    {
        Http.Dispose();
        await InitializeAsync();
    }

    public async Task<JsonObject> GetAsync(string path) => await ReadAsync(await Http.GetAsync(path));

    public async Task<JsonObject> PutAsync(string path, JsonObject body) => await ReadAsync(await Http.PutAsJsonAsync(path, body));

    public async Task<JsonObject> PostFormAsync(string path, params (string Name, string Value)[] form)
    {
        using var content = new FormUrlEncodedContent(form.ToDictionary(field => field.Name, field => field.Value));
        return await ReadAsync(await Http.PostAsync(path, content));
    }

    public async Task<JsonObject> PostJsonAsync(string path, JsonObject body)
    {
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        return await ReadAsync(await Http.PostAsync(path, content));
    }

    /// <summary>The job as <c>show</c> tells it, once it has ended.</summary>
    public async Task<JsonObject> FinishedAsync(string jobId)
    {
        while (true)
        {
            var job = await GetAsync($"/v3/job/show/{jobId}");
            if ((string?)job["status"] is "success" or "error" or "killed")
            {
                return job;
            }

            await Task.Delay(5);
        }
    }

    private static async Task<JsonObject> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var text = await response.Content.ReadAsStringAsync();
            Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode}: {text}");
            return JsonNode.Parse(text)!.AsObject();
        }
    }
}
