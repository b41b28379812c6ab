using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.Prerequisites;

internal sealed class TablesTellTheirSource : IFileGate
{
    public GateInfo Info { get; } = new(
        "PRE-13", Phase.Ingestion, GateKind.Offline, CheckSeverity.Warning,
        "Every raw table is called {source}_{object}.");

    public IEnumerable<FileProblem> Look(GateScope scope) =>
        from source in scope.Pipeline.Ingestion.Sources
        from o in source.Objects
        where o.Table != o.Id
        select new FileProblem(string.Empty, 0, 0, $"Table {o.Table} of {source.Name}.{o.Name} is not called {o.Id}.");
}
