using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.HistUnion;

internal sealed class QueriesAreUsed : IFileGate
{
    public GateInfo Info { get; } = new(
        "HU-05", Phase.HistUnion, GateKind.Offline, CheckSeverity.Failure,
        "Every query that a workflow names is there, and every query is named by one.");

    public IEnumerable<FileProblem> Look(GateScope scope)
    {
        var named = scope.Project.Workflows.SelectMany(w => References.Sql(w).Select(file => (Workflow: w, File: file))).ToArray();
        var missing = named.Where(n => !scope.Project.Meant(n.File.Text).Any())
            .Select(n => n.Workflow.Problem($"There is no {n.File.Text}.", n.File));
        var meant = named.SelectMany(n => scope.Project.Meant(n.File.Text)).ToHashSet(StringComparer.Ordinal);
        var orphans = scope.Project.Sql.Where(s => !meant.Contains(s.Key)).Select(s => new FileProblem(s.Key, 1, 1, "No workflow runs this query."));
        return [.. missing, .. orphans];
    }
}
