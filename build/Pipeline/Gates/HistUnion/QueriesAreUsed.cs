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
        var missing = named.Where(n => !References.IsTemplate(n.File) && scope.Project.Text(n.File.Text) is null)
            .Select(n => n.Workflow.Problem($"There is no {n.File.Text}.", n.File));
        var ofTables =
            from union in UnionConfig.Of(scope)
            from path in (string[])[union.Window, union.Union, .. union.IsFull ? [] : new[] { union.Create }]
            where scope.Project.Text(path) is null
            select new FileProblem(union.Path, union.At.Position.Line, union.At.Position.Column, $"There is no {path}.");
        var meant = named.SelectMany(n => scope.Project.Meant(n.File.Text)).ToHashSet(StringComparer.Ordinal);
        var orphans = scope.Project.Sql.Where(s => !meant.Contains(s.Key)).Select(s => new FileProblem(s.Key, 1, 1, "No workflow runs this query."));
        return [.. missing, .. ofTables, .. orphans];
    }
}
