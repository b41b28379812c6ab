using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.Prerequisites;

internal sealed class SourceTablesHaveRows : IPlatformGate
{
    public GateInfo Info { get; } = new(
        "PRE-07", null, GateKind.Online, CheckSeverity.Warning,
        "Every table that the phase reads has rows.");

    public async Task<IReadOnlyList<FileProblem>> LookAsync(GateScope scope, IPlatform platform, CancellationToken cancellation) =>
        [.. (await LiveTables.OfAsync(scope, platform, cancellation)).Tables
            .Where(t => t.RowCount == 0 && !scope.Pipeline.Config.Validation.AllowEmpty.Contains(t.Table))
            .Select(t => new FileProblem($"{t.Database}.{t.Table}", 0, 0, "The phase reads this table, but it has no rows."))];
}
