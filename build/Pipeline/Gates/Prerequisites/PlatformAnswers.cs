using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.Prerequisites;

internal sealed class PlatformAnswers : IPlatformGate
{
    public GateInfo Info { get; } = new(
        "PRE-17", null, GateKind.Online, CheckSeverity.Failure,
        "The platform answers a query.");

    public async Task<IReadOnlyList<FileProblem>> LookAsync(GateScope scope, IPlatform platform, CancellationToken cancellation)
    {
        var database = scope.Pipeline.Databases[0];
        var answer = await platform.QueryAsync(new("SELECT 1 AS one", database), cancellation);
        return answer.Number("one") == 1 ? [] : [new(database, 0, 0, "A query for 1 was not answered with 1.")];
    }
}
