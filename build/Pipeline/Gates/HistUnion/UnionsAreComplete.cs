using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Phases.HistUnion;
using static System.FormattableString;

namespace Cdp.Pipeline.Gates.HistUnion;

internal sealed class UnionsAreComplete : IDataGate
{
    public GateInfo Info { get; } = new(
        "HU-13", Phase.HistUnion, GateKind.Data, CheckSeverity.Warning,
        "A combined table has every row of its sides up to the watermarks, once.");

    public IEnumerable<DataCheck> Checks(GateScope scope)
    {
        var watermarks = new Watermarks(scope.Pipeline.LookupDatabase);
        return HistUnionPhase.Plans(scope.Pipeline, scope.Schemas).Select(plan => Check(plan, watermarks));
    }

    private DataCheck Check(UnionPlan plan, Watermarks watermarks)
    {
        var parts = plan.Sides.Select(side => plan.IsFull
            ? $"(SELECT COUNT(*) FROM {Sql.Table(side.Table)})"
            : $"(SELECT COUNT(*) FROM {Sql.Table(side.Table)} WHERE \"time\" <= COALESCE(({watermarks.Of(side)}), 0))");
        return new(
            Info.Id,
            plan.Target.ToString(),
            Info.Severity,
            $"{plan.Target.Table} has every row of its {(plan.Sides.Length == 1 ? "side" : "sides")} up to the watermarks, once.",
            plan.Target.Database,
            $"""
            SELECT (SELECT COUNT(*) FROM {Sql.Table(plan.Target)}) AS "found",
              {string.Join("\n  + ", parts)} AS "expected"
            """,
            result => result.Number("found") == result.Number("expected")
                ? null
                : Invariant($"{plan.Target.Table} has {result.Number("found")} rows, but its sides have {result.Number("expected")}."));
    }
}
