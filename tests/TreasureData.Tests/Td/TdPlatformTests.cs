using Cdp.Pipeline.Ports;

namespace Cdp.TreasureData.Tests.Td;

/// <summary>The contract of every transport, through a real program that behaves as td does.</summary>
public sealed class TdPlatformTests(RunningEmulator emulator) : PlatformContract(emulator), IClassFixture<RunningEmulator>, IDisposable
{
    private readonly TdInstallation _td = new();

    protected override IPlatform Platform => field ??= _td.Platform(Emulator);

    protected override string[] TypesOfAnswer => ["bigint", "varchar", "unknown"];

    public void Dispose() => _td.Dispose();
}
