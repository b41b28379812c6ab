using Cdp.Pipeline.Ports;

namespace Cdp.TreasureData.Td;

/// <summary>Calls td, and calls it again after a passing fault. Every call made through here may be repeated: what starts
/// or creates is asked for by a name of ours, so the second answer says what the first has done.</summary>
internal sealed class TdCalls(ITdProgram program, TimeProvider clock)
{
    private const int Tries = 3;

    /// <summary>td has tried its own reads many times by then.</summary>
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(2);

    public async Task<T> AskAsync<T>(TdCommand command, Func<TdOutput, T> read, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return read(await program.RunAsync(command, cancellation));
            }
            catch (PlatformException ex) when (attempt < Tries && IsPassing(ex))
            {
                await Task.Delay(FirstWait * Math.Pow(4, attempt - 1), clock, cancellation);
            }
        }
    }

    /// <summary>How many attempts may run changes in minutes, not seconds: that is for the caller to wait for.</summary>
    private static bool IsPassing(PlatformException ex) =>
        ex.Fault is Fault.NoTdConf || (ex.Action is FaultAction.BackOff or FaultAction.AskAgain && ex.Fault is not Fault.AttemptLimit);
}
