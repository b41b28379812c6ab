using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Phases;
using static System.FormattableString;

namespace Cdp.Pipeline.Gates.Unification;

internal sealed class RowsStayTheSame : IDataGate
{
    public GateInfo Info { get; } = new(
        "UN-22", Phase.Unification, GateKind.Data, CheckSeverity.Failure,
        "An enriched table has exactly as many rows as its staged table.");

    public IEnumerable<DataCheck> Checks(GateScope scope)
    {
        var persons = Persons.Of(scope);
        return persons.Plan.Tables.Select(table => persons.Ask(
            Info,
            persons.Enriched(table),
            $"There are as many rows as in {table.Table}.",
            $"""
            SELECT
              (SELECT COUNT(*) FROM {persons.Enriched(table)}) AS "enriched",
              (SELECT COUNT(*) FROM {Sql.Table(persons.Plan.StagingDatabase, table.Table)}) AS "staged"
            """,
            r => r.Number("enriched") == r.Number("staged")
                ? null
                : Invariant($"{r.Number("enriched")} rows, but {r.Number("staged")} in {table.Table}")));
    }
}
