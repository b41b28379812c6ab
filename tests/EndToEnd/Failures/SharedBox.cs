using System.Globalization;
using Cdp.Emulator.Launching;
using Cdp.Tests;

namespace Cdp.EndToEnd.Failures;

/// <summary>One emulator for all cases: each has a client's name of its own in it.</summary>
public sealed class SharedBox : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cdp-failures-").FullName;

    internal Box Box { get; private set; } = null!;

    /// <summary>Runs of this class, and calls of td in them that were started programs.</summary>
    internal (int Runs, int Programs) Count { get; set; }

    private string Emulator => Path.Combine(_folder, "emulator");

    public async Task InitializeAsync()
    {
        Box = await Box.OfAsync(Emulator);
        await FailingRun.TellStandInsAsync(Box);
    }

    public async Task DisposeAsync()
    {
        if (Count.Runs >= FailureCases.All.Length)
        {
            Figures.Say("failure cases", string.Create(
                CultureInfo.InvariantCulture, $"{Count.Runs} runs of the 25 cases end in their action, by {Count.Programs} calls of a started program; nothing is started twice"));
        }

        Box.Dispose();
        await new EmulatorLauncher(TimeProvider.System).StopAsync(Emulator, CancellationToken.None);
        Directory.Delete(_folder, recursive: true);
    }
}
