using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Phases.Unification;
using static System.FormattableString;

namespace Cdp.Pipeline.Gates.Unification;

internal sealed class RowsHavePersons : IDataGate
{
    public GateInfo Info { get; } = new(
        "UN-17", Phase.Unification, GateKind.Data, CheckSeverity.Failure,
        "Enough rows of every table have a person (validation.coverage).");

    public IEnumerable<DataCheck> Checks(GateScope scope)
    {
        var persons = Persons.Of(scope);
        return persons.Plan.Tables.Select(table => Check(persons, table, scope.Pipeline.Config.Validation));
    }

    private DataCheck Check(Persons persons, IdentityTable table, ValidationConfig validation)
    {
        var exception = validation.Coverage.FirstOrDefault(c => c.Table == table.Table || c.Table == table.Name);
        var reason = exception is null ? string.Empty : $" ({exception.Reason})";
        var least = exception?.Minimum ?? validation.CoverageMinimum;
        return persons.Ask(
            Info,
            persons.Enriched(table),
            Invariant($"At least {least:P0} of the rows have a person{reason}."),
            $"""SELECT COUNT(*) AS "records", COUNT({persons.Text.Id}) AS "with_id" FROM {persons.Enriched(table)}""",
            r => r.Number("with_id") < least * r.Number("records")
                ? Invariant($"{r.Fraction("with_id") / r.Fraction("records"):P1} of {r.Number("records")} rows")
                : null);
    }
}
