using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.Ingestion;

internal sealed class HistoryFitsIntoAnAttempt : IFileGate
{
    public GateInfo Info { get; } = new(
        "ING-12", Phase.Ingestion, GateKind.Offline, CheckSeverity.Failure,
        "No attempt of a history comes to more than 900 tasks.");

    private const int Most = 900;

    public IEnumerable<FileProblem> Look(GateScope scope) =>
        from workflow in scope.Project.Workflows
        where workflow.Path.Contains("_ingest_hist", StringComparison.Ordinal)
        let tasks = TaskEstimate.Of(workflow, scope.Project)
        where tasks > Most
        select workflow.Problem(FormattableString.Invariant($"It comes to about {tasks} tasks; an attempt may have 1,000. Cut the history into larger ranges."));
}
