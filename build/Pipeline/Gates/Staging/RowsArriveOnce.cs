using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Phases;
using static System.FormattableString;

namespace Cdp.Pipeline.Gates.Staging;

internal sealed class RowsArriveOnce : IDataGate
{
    public GateInfo Info { get; } = new(
        "ST-12", Phase.Staging, GateKind.Data, CheckSeverity.Failure,
        "A staged table has rows when its source has some, and not more than there.");

    public IEnumerable<DataCheck> Checks(GateScope scope) => StagedTables.Of(scope).Select(table => Info.Ask(
        table,
        $"There are rows when {table.UnionTable} has some, and not more than there.",
        $"""
        SELECT s."n" AS "staged", u."n" AS "read"
        FROM (SELECT COUNT(*) AS "n" FROM {StagedTables.Target(table)}) s
        CROSS JOIN (SELECT COUNT(*) AS "n" FROM {Sql.Table(table.SourceDatabase, table.UnionTable)}) u
        """,
        r => (r.Number("staged"), r.Number("read")) switch
        {
            (0, > 0) => Invariant($"no row, but {r.Number("read")} in {table.UnionTable}"),
            var (staged, read) when staged > read => Invariant($"{staged} rows, but only {read} in {table.UnionTable}"),
            _ => null,
        }));
}
