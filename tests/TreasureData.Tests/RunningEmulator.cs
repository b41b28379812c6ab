using Cdp.Emulator.Launching;

namespace Cdp.TreasureData.Tests;

/// <summary>The real emulator process in a folder of its own: the Treasure Data that the contract is tried against.</summary>
public sealed class RunningEmulator : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cdp-platform-").FullName;
    private readonly EmulatorLauncher _launcher = new(TimeProvider.System);

    public EmulatorEndpoint Endpoint { get; private set; } = null!;

    public async Task InitializeAsync() =>
        Endpoint = await _launcher.EnsureRunningAsync(Path.Combine(_folder, "emulator"), new(), CancellationToken.None);

    public async Task DisposeAsync()
    {
        await _launcher.StopAsync(Path.Combine(_folder, "emulator"), CancellationToken.None);
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A project folder with one workflow file.</summary>
    public string Project(string name, string workflow, string text)
    {
        var folder = Path.Combine(_folder, name);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, workflow + ".dig"), text);
        return folder;
    }
}
