using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Phases.Ingestion;
using Cdp.Pipeline.Ports;
using Cdp.Yaml;

namespace Cdp.Pipeline.Gates.Ingestion;

internal sealed class WindowsAreInTheConnectorsFormat(ConnectorRegistry connectors) : IFileGate
{
    public GateInfo Info { get; } = new(
        "ING-04", Phase.Ingestion, GateKind.Offline, CheckSeverity.Failure,
        "Windows are written in the format that the connector reads.");

    public IEnumerable<FileProblem> Look(GateScope scope) =>
        from source in scope.Pipeline.Ingestion.Sources
        let connector = connectors.Get(source.Connector)
        from entry in DataSources.Of(scope, source.Name)
        let format = entry["time_format"] as YamlScalar
        where format is not null && format.Text != connector.TimeFormat
        select new FileProblem(
            DataSources.PathOf(source.Name), format.Position.Line, format.Position.Column,
            $"{source.Connector} reads times as {connector.TimeFormat}, not as {format.Text}.");
}
