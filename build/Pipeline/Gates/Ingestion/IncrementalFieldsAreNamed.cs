using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;
using Cdp.Yaml;

namespace Cdp.Pipeline.Gates.Ingestion;

internal sealed class IncrementalFieldsAreNamed : IFileGate
{
    public GateInfo Info { get; } = new(
        "ING-05", Phase.Ingestion, GateKind.Offline, CheckSeverity.Failure,
        "Increments name the column and the API's field, and begin somewhere when there is no watermark.");

    private static readonly string[] _keys = ["incremental_field", "incremental_field_connector", "default_start_unixtime"];

    public IEnumerable<FileProblem> Look(GateScope scope) =>
    [
        .. from source in scope.Pipeline.Ingestion.Sources
           from entry in DataSources.Of(scope, source.Name, "inc_datasources")
           from key in _keys
           where entry[key] is not YamlScalar { Text.Length: > 0 }
           select new FileProblem(
               DataSources.PathOf(source.Name), entry.Position.Line, entry.Position.Column, $"The data source has no {key}."),
        .. from sql in scope.Project.Sql
           where sql.Key.StartsWith("sql/get_window", StringComparison.Ordinal)
               && !SqlOutline.Bare(sql.Value).Contains("COALESCE", StringComparison.OrdinalIgnoreCase)
           select new FileProblem(sql.Key, 1, 1, "Without COALESCE the first load has no window."),
    ];
}
