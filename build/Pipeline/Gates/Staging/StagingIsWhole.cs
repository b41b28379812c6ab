using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.Staging;

internal sealed class StagingIsWhole : IFileGate
{
    public GateInfo Info { get; } = new(
        "ST-01", Phase.Staging, GateKind.Offline, CheckSeverity.Failure,
        "Every table has its transformation, and the statements of an upsert just when it is deduplicated.");

    private static readonly string[] _upsert = ["upsert_delete", "upsert_insert"];

    public IEnumerable<FileProblem> Look(GateScope scope) =>
        from table in SourceParams.Of(scope)
        from problem in Look(scope, table)
        select problem;

    private static IEnumerable<FileProblem> Look(GateScope scope, SourceParams table)
    {
        if (scope.Project.Text(table.Transform) is null)
        {
            yield return new(SourceParams.Path, table.At.Position.Line, table.At.Position.Column, $"There is no {table.Transform}.");
        }

        foreach (var part in _upsert)
        {
            var there = scope.Project.Text($"queries/{table.Name}_{part}.sql") is not null;
            if (there != table.Upserts)
            {
                yield return new(
                    SourceParams.Path, table.At.Position.Line, table.At.Position.Column,
                    there ? $"queries/{table.Name}_{part}.sql is never run." : $"There is no queries/{table.Name}_{part}.sql.");
            }
        }
    }
}
