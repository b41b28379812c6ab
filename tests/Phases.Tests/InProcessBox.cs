using System.Text.Json.Nodes;
using Cdp.Emulator.Hosting;
using Cdp.Pipeline;
using Cdp.Pipeline.Tests;
using Cdp.TreasureData;
using Cdp.TreasureData.Rest;

namespace Cdp.Phases.Tests;

/// <summary>Treasure Data in a box inside the test's own process: a clock and an unreliable network in the test's hands.</summary>
internal sealed class InProcessBox : IAsyncDisposable
{
    private const string Token = "1/0123456789012345678901234567890123456789";

    private readonly TempFolder _folder;
    private readonly EmulatorLog _log;
    private readonly Box _box;
    private readonly EmulatorServer _server;
    private readonly HttpClient _http = new();

    private InProcessBox(TempFolder folder, EmulatorLog log, Box box, EmulatorServer server)
    {
        (_folder, _log, _box, _server) = (folder, log, box, server);
        Platform = new RestPlatform(
            "box", new TdAccount(TdHosts.Single(box.Self.Url), new Secret(Token)), _http, TimeProvider.System, TimeSpan.FromMilliseconds(20));
    }

    public RestPlatform Platform { get; }

    /// <summary>The wall clock of workflows and SQL; it stands still until it is set again.</summary>
    public DateTimeOffset Now
    {
        set => _box.Clock.Fixed = value;
    }

    public static async Task<InProcessBox> StartAsync(HttpMessageInvoker? td = null)
    {
        TempFolder folder = new();
        var log = EmulatorLog.Open(folder.Path, TimeProvider.System);
        EmulatorOptions options = new(folder.Path, TimeSpan.FromHours(1), Keep: false, AllowCode: false, AllowNetwork: false);
        var box = Box.Open(options, Token, log, TimeProvider.System, td);
        return new(folder, log, box, await EmulatorServer.StartAsync(box, () => { }));
    }

    /// <param name="standIns">The body of the emulator's own call.</param>
    public void StandIn(JsonObject standIns) => _box.StandIns.Replace(standIns);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
        await _box.DisposeAsync();
        _log.Dispose();
        _folder.Dispose();
    }
}
