using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Phases.Staging;

namespace Cdp.Pipeline.Gates.Staging;

internal sealed class ColumnsAreThePlanned : IDataGate
{
    public GateInfo Info { get; } = new(
        "ST-16", Phase.Staging, GateKind.Data, CheckSeverity.Failure,
        "A staged table has the columns of its dictionary.");

    public IEnumerable<DataCheck> Checks(GateScope scope) => StagedTables.Of(scope).Select(Check);

    private DataCheck Check(StagingTable table)
    {
        var expected = table.Outputs.Kept.Select(o => o.Name).ToList();
        return Info.Ask(
            table,
            $"The columns are the {expected.Count} of docs/{table.Name}_columns.md.",
            $"""
            SELECT "column_name" FROM information_schema.columns
            WHERE table_schema = {Sql.Text(table.StagingDatabase)} AND table_name = {Sql.Text(table.Target)}
            """,
            r =>
            {
                var missing = expected.Except(r.Rows.Select((_, n) => r.Text("column_name", n) ?? string.Empty)).ToList();
                return missing.Count > 0 ? $"missing: {string.Join(", ", missing)}" : null;
            });
    }
}
