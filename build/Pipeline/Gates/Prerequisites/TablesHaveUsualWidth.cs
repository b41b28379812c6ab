using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.Prerequisites;

internal sealed class TablesHaveUsualWidth : IPlatformGate
{
    public GateInfo Info { get; } = new(
        "PRE-11", null, GateKind.Online, CheckSeverity.Warning,
        "Every table that the phase reads has 3 to 200 columns.");

    public async Task<IReadOnlyList<FileProblem>> LookAsync(GateScope scope, IPlatform platform, CancellationToken cancellation) =>
        [.. (await LiveTables.OfAsync(scope, platform, cancellation)).Tables
            .Where(t => t.Columns.Length is < 3 or > 200)
            .Select(t => new FileProblem($"{t.Database}.{t.Table}", 0, 0, $"It has {t.Columns.Length} columns. Is it the table that is meant?"))];
}
