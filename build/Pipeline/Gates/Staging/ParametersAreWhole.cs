using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.Staging;

internal sealed class ParametersAreWhole : IFileGate
{
    public GateInfo Info { get; } = new(
        "ST-07", Phase.Staging, GateKind.Offline, CheckSeverity.Failure,
        "src_params.yml says of each table what the workflow needs, and its key columns exist.");

    private static readonly string[] _keys = ["name", "source_db", "staging_table", "has_dedup", "partition_columns", "mode"];

    public IEnumerable<FileProblem> Look(GateScope scope) =>
        from table in SourceParams.Of(scope)
        from problem in Look(scope, table)
        select problem;

    private static IEnumerable<FileProblem> Look(GateScope scope, SourceParams table)
    {
        foreach (var key in _keys.Where(k => table.At[k] is null))
        {
            yield return new(SourceParams.Path, table.At.Position.Line, table.At.Position.Column, $"{table.Name} has no {key}.");
        }

        var names = Dictionary.Of(scope, $"docs/{table.Name}_columns.md").Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var column in table.PartitionColumns.Where(c => names.Count > 0 && !names.Contains(c)))
        {
            yield return new(SourceParams.Path, table.At.Position.Line, table.At.Position.Column, $"{table.Name} has no column {column} to be deduplicated by.");
        }
    }
}
