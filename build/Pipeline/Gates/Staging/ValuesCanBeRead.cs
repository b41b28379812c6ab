using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Phases.Staging;
using static System.FormattableString;

namespace Cdp.Pipeline.Gates.Staging;

internal sealed class ValuesCanBeRead : IDataGate
{
    public GateInfo Info { get; } = new(
        "ST-14", Phase.Staging, GateKind.Data, CheckSeverity.Warning,
        "At most a fifth of the values of a column cannot be read.");

    private const double MostLost = 0.2;

    public IEnumerable<DataCheck> Checks(GateScope scope) =>
        from table in StagedTables.Of(scope)
        from plan in table.Columns
        where plan.Find(OutputRole.Standard) is not null && Kept(table, plan)
        select Check(table, plan);

    private static bool Kept(StagingTable table, ColumnPlan plan) =>
        table.Outputs.Kept.Contains(plan.Value) && table.Outputs.Kept.Contains(plan.Find(OutputRole.Standard)!);

    private DataCheck Check(StagingTable table, ColumnPlan plan) => Info.Ask(
        table,
        Invariant($"At most {MostLost:P0} of the values of {plan.Value.Name} cannot be read."),
        $"""
        SELECT COUNT({Sql.Name(plan.Value.Name)}) AS "given", COUNT({Sql.Name(plan.Find(OutputRole.Standard)!.Name)}) AS "read"
        FROM {StagedTables.Target(table)}
        """,
        r => r.Number("given") - r.Number("read") > MostLost * r.Number("given")
            ? Invariant($"{r.Number("given") - r.Number("read")} of {r.Number("given")} values of {plan.Value.Name} cannot be read")
            : null);
}
