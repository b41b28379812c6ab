using System.Text.Json.Nodes;
using Cdp.Emulator.Launching;
using Cdp.Pipeline;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Ports;
using Cdp.TreasureData;
using Cdp.TreasureData.Rest;
using Cdp.TreasureData.Td;

namespace Cdp.Build.Hosting;

/// <summary>Which platform the configuration and the command line ask for.</summary>
internal static class PlatformChoice
{
    private static readonly TimeSpan HttpTimeout = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestPoll = TimeSpan.FromSeconds(5);

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

    /// <param name="keyNeeded">False where all may go well without the platform; then it refuses whoever asks it after all.</param>
    public static TdAccount Account(PipelineConfig config, bool keyNeeded = true) => new(Hosts(config), Key(keyNeeded));

    /// <remarks>Which way is taken is said in one line.</remarks>
    public static IPlatform TreasureData(PipelineConfig config, TdAccount account, TextWriter said)
    {
        var toolbelt = TdToolbelt.OfThisMachine();
        var obstacle = toolbelt.WhyNot(account.Hosts);
        var site = $"{SnakeCase.Of(config.Region)}{(config.Endpoint is { } endpoint ? $", {endpoint}" : string.Empty)}";
        return (config.Transport, obstacle) switch
        {
            (Transport.Td, not null) => throw new PipelineException(
                $"transport: td cannot be used, because {obstacle}. Write transport: rest, or leave it out; nothing needs to be installed for it.",
                ExitCode.WrongInput),
            (Transport.Rest, _) => Rest("as transport: says"),
            (_, not null) => Rest(obstacle),
            _ => Td(),
        };

        TdPlatform Td()
        {
            said.WriteLine($"Treasure Data is reached by td ({toolbelt.Program}).");
            return new($"treasure_data (td, {site})", toolbelt.Program!, account, TdHttp.Client(), TimeProvider.System, LongestPoll);
        }

        RestPlatform Rest(string why)
        {
            said.WriteLine($"Treasure Data is reached by its REST API ({why}).");
            return new($"treasure_data (rest, {site})", account, TdHttp.Client(), TimeProvider.System, LongestPoll);
        }
    }

    public static TdHosts Hosts(PipelineConfig config) => config.Endpoint is { } endpoint
        ? TdHosts.At(new Uri(endpoint))
        : TdHosts.Of(SnakeCase.Of(config.Region));

    private static Secret Key(bool needed) =>
        Environment.GetEnvironmentVariable("TD_API_KEY") is { Length: > 0 } key ? new(key)
            : !needed ? new(string.Empty)
            : throw new PipelineException(
                "There is no API key. Put it into the environment variable TD_API_KEY; "
                + "keys are listed at https://console.treasuredata.com/app/users.",
                ExitCode.NotAuthorised);
}
