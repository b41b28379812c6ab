using System.Text.Json.Nodes;
using Cdp.Pipeline;
using Cdp.TdLike;
using Cdp.TreasureData.Td;

namespace Cdp.TreasureData.Tests.Td;

/// <summary>A folder with a <c>td</c> in it: a real program that is started, and goes wrong as told.</summary>
internal sealed class TdInstallation : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("td-like-").FullName;

    public TdInstallation() => Program = Launcher.Install(_folder);

    public string Program { get; }

    /// <summary>The calls so far.</summary>
    public IReadOnlyList<JsonObject> Calls => File.Exists(Launcher.CallsOf(_folder))
        ? [.. File.ReadAllLines(Launcher.CallsOf(_folder)).Select(line => (JsonObject)JsonNode.Parse(line)!)]
        : [];

    /// <summary>Where private folders are made.</summary>
    public string Temp => Path.Combine(_folder, "tmp");

    public string In(string name) => Path.Combine(_folder, name);

    /// <summary>What goes wrong from now on.</summary>
    public void Rules(params Rule[] rules) => Launcher.Tell(_folder, rules);

    /// <param name="clock">For pauses between calls.</param>
    /// <param name="limit">For the limits of calls.</param>
    public TdPlatform Platform(RunningEmulator emulator, TimeProvider? clock = null, TimeProvider? limit = null, string? key = null)
    {
        var account = new TdAccount(TdHosts.Single(emulator.Endpoint.Url), new Secret(key ?? emulator.Endpoint.Token));
        var program = new TdProgram(Program, account, limit ?? TimeProvider.System, Directory.CreateDirectory(Temp).FullName);
        return new("td", program, account, new HttpClient(), clock ?? TimeProvider.System, TimeSpan.FromMilliseconds(100), TdLimits.Usual);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
