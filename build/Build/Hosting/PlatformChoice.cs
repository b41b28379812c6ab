using System.Text.Json.Nodes;
using Cdp.Emulator.Launching;
using Cdp.Pipeline;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Ports;
using Cdp.TreasureData;
using Cdp.TreasureData.Rest;

namespace Cdp.Build.Hosting;

/// <summary>Which platform the configuration and the command line ask for.</summary>
internal static class PlatformChoice
{
    private static readonly TimeSpan HttpTimeout = TimeSpan.FromMinutes(2);

    /// <param name="folder">The emulator's folder.</param>
    public static IPlatform Local(
        string folder, LaunchOptions options, Func<JsonObject?> standIns, Invocation invocation)
    {
        var handler = new EmulatorHandler(
            new EmulatorLauncher(TimeProvider.System), folder, options, standIns, invocation.Moment("now"));
        var account = new TdAccount(TdHosts.Single(EmulatorHandler.Address), new Secret(string.Empty));
        var http = new HttpClient(handler) { Timeout = HttpTimeout };
        return new RestPlatform("local (the emulator)", account, http, TimeProvider.System, TimeSpan.FromMilliseconds(200));
    }

    public static TdAccount Account(PipelineConfig config) => new(Hosts(config), Key());

    public static IPlatform TreasureData(PipelineConfig config, TdAccount account)
    {
        if (config.Transport is Transport.Td)
        {
            throw new PipelineException(
                "transport: td is not available yet. Leave it out, or write transport: rest; nothing needs to be installed for it.",
                ExitCode.WrongInput);
        }

        var region = SnakeCase.Of(config.Region);
        var http = new HttpClient { Timeout = HttpTimeout };
        return new RestPlatform(
            $"treasure_data (rest, {region})", account, http, TimeProvider.System, TimeSpan.FromSeconds(5));
    }

    public static TdHosts Hosts(PipelineConfig config) => config.Endpoint is { } endpoint
        ? TdHosts.Single(new Uri(endpoint))
        : TdHosts.Of(SnakeCase.Of(config.Region));

    private static Secret Key() =>
        Environment.GetEnvironmentVariable("TD_API_KEY") is { Length: > 0 } key
            ? new(key)
            : throw new PipelineException(
                "There is no API key. Put it into the environment variable TD_API_KEY; "
                + "keys are listed at https://console.treasuredata.com/app/users.",
                ExitCode.NotAuthorised);
}
