using Cdp.Pipeline.Checks;
using static System.FormattableString;

namespace Cdp.Pipeline.Gates.Unification;

internal sealed class MasterHasEveryPersonOnce : IDataGate
{
    public GateInfo Info { get; } = new(
        "UN-23", Phase.Unification, GateKind.Data, CheckSeverity.Failure,
        "The master table has one row per person.");

    public IEnumerable<DataCheck> Checks(GateScope scope)
    {
        var persons = Persons.Of(scope);
        yield return persons.Ask(
            Info,
            persons.Master,
            Info.Rule,
            $"""
            SELECT COUNT(*) AS "rows", COUNT(DISTINCT {persons.Text.Id}) AS "persons",
              (SELECT COUNT(DISTINCT {persons.Text.Id}) FROM {persons.Text.Lookup}) AS "known"
            FROM {persons.Master}
            """,
            r => r.Number("rows") == r.Number("persons") && r.Number("persons") == r.Number("known")
                ? null
                : Invariant($"{r.Number("rows")} rows, {r.Number("persons")} persons, {r.Number("known")} in the lookup"));
    }
}
