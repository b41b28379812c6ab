using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;
using Cdp.Yaml;

namespace Cdp.Pipeline.Gates.Ingestion;

internal sealed class FailedLoadsAreLogged : IFileGate
{
    public GateInfo Info { get; } = new(
        "ING-03", Phase.Ingestion, GateKind.Offline, CheckSeverity.Failure,
        "Every chain of tasks that loads has an _error that writes into the log.");

    public IEnumerable<FileProblem> Look(GateScope scope) =>
        from workflow in scope.Workflows
        from problem in Unlogged(workflow.Root, logged: false)
        select workflow.Problem("A load has no _error with sql/log_ingestion_error.sql around it: nobody sees that it failed.", problem);

    /// <summary>Loads that no mapping around them catches.</summary>
    private static IEnumerable<YamlNode> Unlogged(YamlNode node, bool logged) => node switch
    {
        YamlMapping map => map.Entries.SelectMany(e => e.Key is YamlScalar { Text: "td_load>" }
            ? logged || Logs(map) ? [] : [e.Key]
            : Unlogged(e.Value, logged || Logs(map))),
        YamlSequence list => list.Items.SelectMany(i => Unlogged(i, logged)),
        _ => [],
    };

    private static bool Logs(YamlMapping map) =>
        map["_error"] is YamlMapping error && error["td>"] is YamlScalar file && file.Text.EndsWith("log_ingestion_error.sql", StringComparison.Ordinal);
}
