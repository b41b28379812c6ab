using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Gates.Prerequisites;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.HistUnion;

internal sealed class SidesMatchThePlan : IPlatformGate
{
    public GateInfo Info { get; } = new(
        "HU-12", Phase.HistUnion, GateKind.Online, CheckSeverity.Failure,
        "The tables on the platform have the columns that the union was generated for.");

    public async Task<IReadOnlyList<FileProblem>> LookAsync(GateScope scope, IPlatform platform, CancellationToken cancellation)
    {
        var live = await LiveTables.OfAsync(scope, platform, cancellation);
        return
        [
            .. from table in live.Tables
               let planned = scope.Schemas.Find(new(table.Database, table.Table))
               where planned is not null
               let gone = planned.Columns.Select(c => c.Name).Except(table.Columns.Select(c => c.Name)).ToArray()
               where gone.Length > 0
               select new FileProblem(
                   $"{table.Database}.{table.Table}", 0, 0, $"{string.Join(", ", gone)} is no longer there. Generate again: ./build.sh --target=HistUnion-Generate --exclusive"),
        ];
    }
}
