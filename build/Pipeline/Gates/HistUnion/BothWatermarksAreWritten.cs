using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.HistUnion;

internal sealed class BothWatermarksAreWritten : IFileGate
{
    public GateInfo Info { get; } = new(
        "HU-08", Phase.HistUnion, GateKind.Offline, CheckSeverity.Failure,
        "The watermark of each side is written after the copy.");

    public IEnumerable<FileProblem> Look(GateScope scope)
    {
        foreach (var workflow in scope.Workflows)
        {
            if (!workflow.Runs("set_watermark.sql"))
            {
                yield return workflow.Problem("No task writes a watermark (queries/set_watermark.sql).");
            }
        }

        foreach (var (union, resolved) in UnionConfig.Of(scope).Join(
            scope.Pipeline.HistUnion.Tables, u => u.Name, r => r.Id, (u, r) => (u, r)))
        {
            if (union.Sides.Length == 0)
            {
                yield return new(union.Path, union.At.Position.Line, union.At.Position.Column, $"{resolved.Id} has no side, so no watermark is written.");
            }
        }
    }
}
