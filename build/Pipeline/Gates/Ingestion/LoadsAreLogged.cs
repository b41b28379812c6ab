using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.Ingestion;

internal sealed class LoadsAreLogged : IFileGate
{
    public GateInfo Info { get; } = new(
        "ING-02", Phase.Ingestion, GateKind.Offline, CheckSeverity.Failure,
        "Every workflow that loads writes the start, the success and the error of each load into the log.");

    private static readonly string[] _writers = ["log_ingestion_start.sql", "log_ingestion_success.sql", "log_ingestion_error.sql"];

    public IEnumerable<FileProblem> Look(GateScope scope) =>
        from workflow in scope.Workflows
        where workflow.Uses("td_load>")
        from writer in _writers
        where !workflow.Runs(writer)
        select workflow.Problem($"No task runs sql/{writer}.");
}
