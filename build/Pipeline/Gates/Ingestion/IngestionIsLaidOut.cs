using System.Text.RegularExpressions;
using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;
using Cdp.Yaml;

namespace Cdp.Pipeline.Gates.Ingestion;

internal sealed partial class IngestionIsLaidOut : IFileGate
{
    public GateInfo Info { get; } = new(
        "ING-01", Phase.Ingestion, GateKind.Offline, CheckSeverity.Failure,
        "Every workflow is in UTC, includes its databases and data sources, and names its tasks in lower case.");

    public IEnumerable<FileProblem> Look(GateScope scope) => scope.Workflows.SelectMany(Look);

    private static IEnumerable<FileProblem> Look(WorkflowText workflow)
    {
        if (workflow.Root["timezone"] is not YamlScalar { Text: "UTC" })
        {
            yield return workflow.Problem("The workflow is not in UTC. Write timezone: UTC.", workflow.Root["timezone"]);
        }

        var included = workflow.Includes.ToArray();
        if (!included.Contains("config/database.yml", StringComparer.Ordinal))
        {
            yield return workflow.Problem("_export does not include config/database.yml.");
        }

        if (!included.Any(i => i.EndsWith("_datasources.yml", StringComparison.Ordinal)))
        {
            yield return workflow.Problem("_export does not include the data sources (config/{source}_datasources.yml).");
        }

        foreach (var (key, _, at) in workflow.Entries.Where(e => e.Key.StartsWith('+') && !Name().IsMatch(e.Key)))
        {
            yield return workflow.Problem($"Task {key} is not named in lower-case letters, digits and _.", at);
        }
    }

    [GeneratedRegex(@"^\+[a-z0-9_]+$")]
    private static partial Regex Name();
}
