using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;
using Cdp.Yaml;

namespace Cdp.Pipeline.Gates.HistUnion;

internal sealed class UnionIsLaidOut : IFileGate
{
    public GateInfo Info { get; } = new(
        "HU-01", Phase.HistUnion, GateKind.Offline, CheckSeverity.Failure,
        "Every workflow is in UTC and knows its database and the database of the watermarks.");

    public IEnumerable<FileProblem> Look(GateScope scope) => scope.Workflows.SelectMany(w => Look(scope, w));

    private static IEnumerable<FileProblem> Look(GateScope scope, WorkflowText workflow)
    {
        if (workflow.Root["timezone"] is not YamlScalar { Text: "UTC" })
        {
            yield return workflow.Problem("The workflow is not in UTC. Write timezone: UTC.", workflow.Root["timezone"]);
        }

        if ((workflow.Root["_export"] as YamlMapping)?["td"] is not YamlMapping td || td["database"] is null)
        {
            yield return workflow.Problem("_export has no td: database:.");
        }

        if (!workflow.Includes.Any(i => scope.Project.Yaml(i) is YamlMapping included && included["lkup_db"] is not null))
        {
            yield return workflow.Problem("No included file has lkup_db.");
        }
    }
}
