using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.Staging;

internal sealed class CleanThenJoinThenDedupe : IFileGate
{
    public GateInfo Info { get; } = new(
        "ST-06", Phase.Staging, GateKind.Offline, CheckSeverity.Failure,
        "Columns are cleaned, then joined, then rows are deduplicated by cleaned columns.");

    private static readonly string[] _order = ["cleaned AS", "LEFT JOIN", "key_rank"];

    public IEnumerable<FileProblem> Look(GateScope scope) =>
        from table in SourceParams.Of(scope)
        let sql = scope.Project.Text(table.Transform)
        where sql is not null
        let at = _order.Select(step => SqlOutline.WithoutComments(sql).IndexOf(step, StringComparison.OrdinalIgnoreCase)).ToArray()
        let there = at.Where(i => i >= 0).ToArray()
        where !there.SequenceEqual(there.Order()) || at[0] < 0 || (table.HasDedup && at[2] < 0)
        select new FileProblem(table.Transform, 1, 1, "The steps do not stand in the order: clean, join, one row per key.");
}
