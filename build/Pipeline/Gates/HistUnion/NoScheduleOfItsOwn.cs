using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.HistUnion;

internal sealed class NoScheduleOfItsOwn : IFileGate
{
    public GateInfo Info { get; } = new(
        "HU-04", Phase.HistUnion, GateKind.Offline, CheckSeverity.Failure,
        "The union has no schedule of its own unless one is configured.");

    public IEnumerable<FileProblem> Look(GateScope scope) =>
        from workflow in scope.Workflows
        where workflow.Root["schedule"] is not null && !Schedules.Configured(scope)
        select workflow.Problem("There is a schedule: that no configuration asks for: the union would run twice.", workflow.Root["schedule"]);
}
