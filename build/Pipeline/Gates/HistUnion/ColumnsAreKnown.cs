using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Phases.HistUnion;

namespace Cdp.Pipeline.Gates.HistUnion;

/// <summary>Columns that came after the project was generated: nobody copies them yet. A gate of our own, beside those of the specification.</summary>
internal sealed class ColumnsAreKnown : IDataGate
{
    public GateInfo Info { get; } = new(
        "HU-16", Phase.HistUnion, GateKind.Data, CheckSeverity.Warning,
        "A combined table has every column of its sides.");

    public IEnumerable<DataCheck> Checks(GateScope scope) => HistUnionPhase.Plans(scope.Pipeline, scope.Schemas).Select(Check);

    private DataCheck Check(UnionPlan plan) => new(
        Info.Id,
        plan.Target.ToString(),
        Info.Severity,
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
}
