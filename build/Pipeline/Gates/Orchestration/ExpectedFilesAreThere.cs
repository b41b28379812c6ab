using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.Orchestration;

internal sealed class ExpectedFilesAreThere : IFileGate
{
    public GateInfo Info { get; } = new(
        "OR-01", null, GateKind.Offline, CheckSeverity.Failure,
        "Every file that the seed promises is there.");

    public IEnumerable<FileProblem> Look(GateScope scope) =>
        scope.Expected.Where(f => scope.Project.Text(f) is null).Select(f => new FileProblem(f, 1, 1, "The file is expected, but not generated."));
}
