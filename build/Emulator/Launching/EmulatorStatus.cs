using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cdp.Emulator.Launching;

/// <summary>What a running emulator says of itself.</summary>
public sealed record EmulatorStatus
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public required EmulatorEndpoint Endpoint { get; init; }

    public required int Pid { get; init; }

    public required DateTimeOffset Started { get; init; }

    public required int RunningAttempts { get; init; }

    public required int RunningJobs { get; init; }

    public required bool Keep { get; init; }

    public required bool AllowCode { get; init; }

    public required bool AllowNetwork { get; init; }

    public required string Version { get; init; }

    /// <returns>Null when nobody, or somebody else, answers there: the file is stale.</returns>
    internal static async Task<EmulatorStatus?> AskAsync(EndpointFile file, CancellationToken cancellation)
    {
        var endpoint = new EmulatorEndpoint(new Uri(file.Url), file.Token);
        using var client = Client(endpoint);
        try
        {
            using var response = await client.GetAsync("emulator/status", cancellation);
            return response.IsSuccessStatusCode
                && JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellation)) is JsonObject body
                && (int?)body["pid"] == file.Pid
                    ? Read(endpoint, body)
                    : null;
        }
        catch (Exception ex) when (ex is HttpRequestException or JsonException)
        {
            return null;
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    internal bool Suits(LaunchOptions options) =>
        AllowCode == options.AllowCode
        && AllowNetwork == options.AllowNetwork
        && (Keep || !options.Keep)
        && (Version == EndpointFile.CurrentVersion || RunningAttempts + RunningJobs > 0);

    internal string DifferenceFrom(LaunchOptions options) =>
        AllowCode != options.AllowCode ? Had(AllowCode, "--allow-code")
        : AllowNetwork != options.AllowNetwork ? Had(AllowNetwork, "--allow-network")
        : "without --keep";

    internal async Task TellToLeaveAsync(CancellationToken cancellation)
    {
        using var client = Client(Endpoint);
        try
        {
            using var response = await client.PostAsync("emulator/stop", null, cancellation);
        }
        catch (HttpRequestException)
        {
            // It left by itself in the meantime.
        }
    }

    private static string Had(bool has, string option) => (has ? "with " : "without ") + option;

    private static HttpClient Client(EmulatorEndpoint endpoint) => new()
    {
        BaseAddress = endpoint.Url,
        Timeout = Patience,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("TD1", endpoint.Token) },
    };

    private static EmulatorStatus Read(EmulatorEndpoint endpoint, JsonObject body) => new()
    {
        Endpoint = endpoint,
        Pid = (int)body["pid"]!,
        Started = (DateTimeOffset)body["started"]!,
        RunningAttempts = (int)body["running_attempts"]!,
        RunningJobs = (int)body["running_jobs"]!,
        Keep = (bool)body["keep"]!,
        AllowCode = (bool)body["allow_code"]!,
        AllowNetwork = (bool)body["allow_network"]!,
        Version = (string)body["version"]!,
    };
}
