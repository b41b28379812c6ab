using System.Collections.Immutable;
using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Resolution;

namespace Cdp.Pipeline.Phases.HistUnion;

/// <summary>Gates HU-13, HU-14 and, of our own, HU-16 (spec, cdp_phases §5.3).</summary>
internal sealed class HistUnionChecks(TableName incLog)
{
    public IReadOnlyList<DataCheck> All(ImmutableArray<UnionPlan> plans) =>
    [
        .. plans.Select(Known),
        .. plans.Select(Complete),
        .. from plan in plans
           where !plan.IsFull
           from side in plan.Sides
           select WatermarkWithinData(side),
    ];

    /// <summary>Columns that came after the project was generated: nobody copies them yet.</summary>
    private static DataCheck Known(UnionPlan plan) => new(
        "HU-16",
        plan.Target.ToString(),
        CheckSeverity.Warning,
        $"{plan.Target.Table} has every column of its {(plan.Sides.Length == 1 ? "side" : "sides")}.",
        plan.Target.Database,
        $"""
        SELECT "table_name", "column_name"
        FROM "information_schema"."columns"
        WHERE "table_schema" = {Sql.Text(plan.Sides[0].Table.Database)}
          AND "table_name" IN ({string.Join(", ", plan.Sides.Select(s => Sql.Text(s.Table.Table)))})
          AND "column_name" NOT IN ({string.Join(", ", plan.Columns.Select(c => c.Name).Concat(UnionPlan.Technical).Select(Sql.Text))})
        ORDER BY 1, 2
        """,
        result => result.Rows.IsEmpty
            ? null
            : string.Join(", ", Enumerable.Range(0, result.Rows.Length).Select(i => $"{result.Text("table_name", i)}.{result.Text("column_name", i)}"))
                + $" came after {plan.Target.Table} was planned and is not in it. Run HistUnion-Generate again; it adds what is new.");

    private DataCheck Complete(UnionPlan plan)
    {
        var parts = plan.Sides.Select(side => plan.IsFull
            ? $"(SELECT COUNT(*) FROM {Sql.Table(side.Table)})"
            : $"(SELECT COUNT(*) FROM {Sql.Table(side.Table)} WHERE \"time\" <= COALESCE(({Watermark(side)}), 0))");
        return new(
            "HU-13",
            plan.Target.ToString(),
            CheckSeverity.Warning,
            $"{plan.Target.Table} has every row of its {(plan.Sides.Length == 1 ? "side" : "sides")} up to the watermarks, once.",
            plan.Target.Database,
            $"""
            SELECT (SELECT COUNT(*) FROM {Sql.Table(plan.Target)}) AS "found",
              {string.Join("\n  + ", parts)} AS "expected"
            """,
            result => result.Number("found") == result.Number("expected")
                ? null
                : FormattableString.Invariant(
                    $"{plan.Target.Table} has {result.Number("found")} rows, but its sides have {result.Number("expected")}."));
    }

    private DataCheck WatermarkWithinData(UnionSide side) => new(
        "HU-14",
        side.Table.ToString(),
        CheckSeverity.Failure,
        $"The watermark of {side.Table.Table} is a time that its rows have reached.",
        side.Table.Database,
        $"""
        SELECT
          (SELECT COUNT(*) FROM {Sql.Table(incLog)} WHERE {Key(side)} AND "inc_value" IS NULL) AS "empty",
          ({Watermark(side)}) AS "watermark",
          (SELECT MAX("time") FROM {Sql.Table(side.Table)}) AS "newest"
        """,
        result => result.Number("empty") > 0
            ? FormattableString.Invariant($"{incLog} has {result.Number("empty")} empty watermarks for {side.Table.Table}.")
            : result.Number("watermark") > result.Number("newest")
                ? FormattableString.Invariant(
                    $"The watermark of {side.Table.Table} is {result.Number("watermark")}, but its newest row is of {result.Number("newest")}: rows that come now would be passed over.")
                : null);

    private string Watermark(UnionSide side) => $"SELECT MAX(\"inc_value\") FROM {Sql.Table(incLog)} WHERE {Key(side)}";

    private static string Key(UnionSide side) =>
        $"\"project_name\" = 'hist_union' AND \"database_name\" = {Sql.Text(side.Table.Database)} AND \"table_name\" = {Sql.Text(side.Table.Table)}";
}
