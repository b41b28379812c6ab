using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.Prerequisites;

internal sealed class DatabasesTellTheClient : IFileGate
{
    public GateInfo Info { get; } = new(
        "PRE-03", Phase.Ingestion, GateKind.Offline, CheckSeverity.Warning,
        "Every database is the client's name with a usual ending.");

    private static readonly string[] _endings = ["_src", "_stg", "_staging", "_raw", "_unification", "_unified", "_unif", "_config"];

    public IEnumerable<FileProblem> Look(GateScope scope) => scope.Pipeline.Databases
        .Where(d => !_endings.Any(e => d == scope.Pipeline.Client + e))
        .Select(d => new FileProblem(
            string.Empty, 0, 0, $"'{d}' does not tell whose it is: {scope.Pipeline.Client} with one of {string.Join(", ", _endings)}."));
}
