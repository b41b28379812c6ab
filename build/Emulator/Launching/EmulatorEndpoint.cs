namespace Cdp.Emulator.Launching;

/// <summary>Where the emulator of a workspace listens, and the key it wants.</summary>
public sealed record EmulatorEndpoint(Uri Url, string Token)
{
    public override string ToString() => Url.ToString();
}
