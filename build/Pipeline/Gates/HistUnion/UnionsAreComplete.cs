using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Phases.HistUnion;
using Cdp.Pipeline.Resolution;
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
        var parts = plan.Dedupe is { } dedupe
            ? Keys(plan, dedupe)
            : plan.Sides.Select(side => plan.IsFull
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
                : Invariant($"{plan.Target.Table} has {result.Number("found")} rows, but its sides have {result.Number("expected")}{(plan.Dedupe is null ? "" : " keys")}."));
    }

    /// <summary>One for each key of the sides, and each row without any where those are kept.</summary>
    private static IEnumerable<string> Keys(UnionPlan plan, UnionDedupe dedupe)
    {
        var columns = plan.Columns.Where(c => dedupe.Keys.Contains(c.Name)).ToList();
        var sides = string.Join(" UNION ALL ", plan.Sides.Select(side =>
            $"SELECT {string.Join(", ", columns.Select(c => $"{c.From(side)} AS {Sql.Name(c.Name)}"))} FROM {Sql.Table(side.Table)}"));
        var none = string.Join(" AND ", columns.Select(c => $"{Sql.Name(c.Name)} IS NULL"));
        yield return $"(SELECT COUNT(*) FROM (SELECT DISTINCT * FROM ({sides}) \"s\" WHERE NOT ({none})) \"d\")";
        if (dedupe.NullKeys is NullKeys.Keep)
        {
            yield return $"(SELECT COUNT(*) FROM ({sides}) \"n\" WHERE {none})";
        }
    }
}
