using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.Prerequisites;

internal sealed class SourceTablesHaveTime : IPlatformGate
{
    public GateInfo Info { get; } = new(
        "PRE-08", null, GateKind.Online, CheckSeverity.Failure,
        "Every table that the phase reads has a column time of type bigint.");

    public async Task<IReadOnlyList<FileProblem>> LookAsync(GateScope scope, IPlatform platform, CancellationToken cancellation) =>
        [.. (await LiveTables.OfAsync(scope, platform, cancellation)).Tables
            .Where(t => !t.Columns.Any(c => c is { Name: "time", Type: "bigint" }))
            .Select(t => new FileProblem($"{t.Database}.{t.Table}", 0, 0, "It has no column time of type bigint, so Treasure Data cannot partition it."))];
}
