using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.HistUnion;

internal sealed class SidesReadOnlyWhatIsNew : IFileGate
{
    public GateInfo Info { get; } = new(
        "HU-07", Phase.HistUnion, GateKind.Offline, CheckSeverity.Failure,
        "Each side of an incremental table reads from its watermark on, which is 0 at first.");

    public IEnumerable<FileProblem> Look(GateScope scope)
    {
        foreach (var union in UnionConfig.Of(scope).Where(u => !u.IsFull))
        {
            if (scope.Project.Text(union.Window) is not { } window)
            {
                yield return new(union.Window, 1, 1, "There is no query for where each side stands.");
                continue;
            }

            if (!window.Contains("'hist_union'", StringComparison.Ordinal) || Count(window, "COALESCE") < union.Sides.Length)
            {
                yield return new(union.Window, 1, 1, "It does not read each side's watermark as COALESCE(…, 0) with project_name = 'hist_union'.");
            }

            if (scope.Project.Text(union.Union) is { } sql && Count(sql, "\"time\" >") < union.Sides.Length && !union.Rebuilds)
            {
                yield return new(union.Union, 1, 1, "A side is read whole: it has no \"time\" > its watermark.");
            }
        }
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
