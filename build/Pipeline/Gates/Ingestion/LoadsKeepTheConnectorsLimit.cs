using System.Globalization;
using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Phases.Ingestion;
using Cdp.Pipeline.Ports;
using Cdp.Yaml;

namespace Cdp.Pipeline.Gates.Ingestion;

internal sealed class LoadsKeepTheConnectorsLimit(ConnectorRegistry connectors) : IFileGate
{
    public GateInfo Info { get; } = new(
        "ING-06", Phase.Ingestion, GateKind.Offline, CheckSeverity.Warning,
        "No more loads run at a time than the connector stands.");

    public IEnumerable<FileProblem> Look(GateScope scope) =>
        from source in scope.Pipeline.Ingestion.Sources
        let connector = connectors.Get(source.Connector)
        from workflow in scope.Project.Workflows
        where workflow.Path.StartsWith($"{source.Name}_ingest_", StringComparison.Ordinal)
        let most = workflow.Path.StartsWith($"{source.Name}_ingest_hist", StringComparison.Ordinal)
            ? connector.Parallel.Historical
            : connector.Parallel.Incremental
        from entry in workflow.Entries
        where entry.Key == "_parallel" && Limit(entry.Value) > most
        select workflow.Problem($"{source.Connector} stands {most} loads at a time, not {Text(entry.Value)}.", entry.At);

    /// <summary>Without a limit everything runs at once.</summary>
    private static int Limit(YamlNode parallel) => parallel switch
    {
        YamlMapping map when map["limit"] is YamlScalar limit => int.TryParse(limit.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0,
        YamlScalar { Text: "true" } => int.MaxValue,
        _ => 0,
    };

    private static string Text(YamlNode parallel) => parallel is YamlMapping map ? ((YamlScalar)map["limit"]!).Text : "all";
}
