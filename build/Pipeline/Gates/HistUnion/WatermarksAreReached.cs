using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Phases.HistUnion;
using static System.FormattableString;

namespace Cdp.Pipeline.Gates.HistUnion;

internal sealed class WatermarksAreReached : IDataGate
{
    public GateInfo Info { get; } = new(
        "HU-14", Phase.HistUnion, GateKind.Data, CheckSeverity.Failure,
        "A watermark is a time that the rows have reached, and never empty.");

    public IEnumerable<DataCheck> Checks(GateScope scope)
    {
        var watermarks = new Watermarks(scope.Pipeline.LookupDatabase);
        return
            from plan in HistUnionPhase.Plans(scope.Pipeline, scope.Schemas)
            where !plan.IsFull
            from side in plan.Sides
            select Check(side, watermarks);
    }

    private DataCheck Check(UnionSide side, Watermarks watermarks) => new(
        Info.Id,
        side.Table.ToString(),
        Info.Severity,
        $"The watermark of {side.Table.Table} is a time that its rows have reached.",
        side.Table.Database,
        $"""
        SELECT
          (SELECT COUNT(*) FROM {Sql.Table(watermarks.Table)} WHERE {Watermarks.Key(side)} AND "inc_value" IS NULL) AS "empty",
          ({watermarks.Of(side)}) AS "watermark",
          (SELECT MAX("time") FROM {Sql.Table(side.Table)}) AS "newest"
        """,
        result => result.Number("empty") > 0
            ? Invariant($"{watermarks.Table} has {result.Number("empty")} empty watermarks for {side.Table.Table}.")
            : result.Number("watermark") > result.Number("newest")
                ? Invariant($"The watermark of {side.Table.Table} is {result.Number("watermark")}, but its newest row is of {result.Number("newest")}: rows that come now would be passed over.")
                : null);
}
