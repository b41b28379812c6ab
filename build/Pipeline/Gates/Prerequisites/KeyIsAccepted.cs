using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.Prerequisites;

internal sealed class KeyIsAccepted : IPlatformGate
{
    public GateInfo Info { get; } = new(
        "PRE-04", null, GateKind.Online, CheckSeverity.Failure,
        "The platform accepts the API key.");

    public async Task<IReadOnlyList<FileProblem>> LookAsync(GateScope scope, IPlatform platform, CancellationToken cancellation)
    {
        try
        {
            await platform.ListDatabasesAsync(cancellation);
            return [];
        }
        catch (PipelineException ex) when (ex.ExitCode is ExitCode.NotAuthorised)
        {
            return [new(string.Empty, 0, 0, ex.Message)];
        }
    }
}
