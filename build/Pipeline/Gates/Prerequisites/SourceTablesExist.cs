using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Resolution;

namespace Cdp.Pipeline.Gates.Prerequisites;

internal sealed class SourceTablesExist : IPlatformGate
{
    public GateInfo Info { get; } = new(
        "PRE-06", null, GateKind.Online, CheckSeverity.Failure,
        "Every table that the phase reads is there; of a union at least one side.");

    public async Task<IReadOnlyList<FileProblem>> LookAsync(GateScope scope, IPlatform platform, CancellationToken cancellation)
    {
        var live = await LiveTables.OfAsync(scope, platform, cancellation);
        return [.. live.Missing.Where(t => !HasOtherSide(scope, live, t))
            .Select(t => new FileProblem(t.ToString(), 0, 0, "The phase reads this table, but there is none of that name."))];
    }

    private static bool HasOtherSide(GateScope scope, LiveTables live, TableName missing) =>
        scope.Phase is Phase.HistUnion
        && scope.Pipeline.HistUnion.Tables.Where(u => u.HistTable == missing.Table || u.IncTable == missing.Table)
            .Any(u => live.Tables.Any(t => t.Table == u.HistTable || t.Table == u.IncTable));
}
