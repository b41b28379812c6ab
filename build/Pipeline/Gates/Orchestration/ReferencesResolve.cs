using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.Orchestration;

/// <remarks>Which files a name with a ${…} means depends on the tables; ING-10, HU-05 and ST-01 look at those.</remarks>
internal sealed class ReferencesResolve : IFileGate
{
    public GateInfo Info { get; } = new(
        "OR-02", null, GateKind.Offline, CheckSeverity.Failure,
        "Files and workflows that a workflow names are in its project.");

    private static readonly string[] _files = ["td>", "td_for_each>", "td_load>"];

    public IEnumerable<FileProblem> Look(GateScope scope) => scope.Project.Workflows.SelectMany(w => Look(scope, w));

    private static IEnumerable<FileProblem> Look(GateScope scope, WorkflowText workflow)
    {
        foreach (var file in _files.SelectMany(workflow.Operands).Where(f => f.Text.Length > 0 && !f.Text.Contains(' ', StringComparison.Ordinal)))
        {
            if (file.Text.Split('/').Contains("..", StringComparer.Ordinal))
            {
                yield return workflow.Problem($"{file.Text} leaves the project.", file);
            }
            else if (!References.IsTemplate(file) && scope.Project.Text(file.Text) is null)
            {
                yield return workflow.Problem($"There is no {file.Text}.", file);
            }
        }

        foreach (var include in workflow.Includes.Where(i => scope.Project.Text(i) is null))
        {
            yield return workflow.Problem($"There is no {include} to include.");
        }

        foreach (var other in References.Workflows(workflow).Where(r => !References.IsTemplate(r) && scope.Project.Text($"{r.Text}.dig") is null))
        {
            if (!Elsewhere(workflow))
            {
                yield return workflow.Problem($"There is no workflow {other.Text}.", other);
            }
        }
    }

    /// <summary>A workflow of another project is that project's to have.</summary>
    private static bool Elsewhere(WorkflowText workflow) => workflow.Uses("project_name") || workflow.Uses("project_id");
}
