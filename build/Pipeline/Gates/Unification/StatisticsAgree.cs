using Cdp.Pipeline.Checks;
using static System.FormattableString;

namespace Cdp.Pipeline.Gates.Unification;

internal sealed class StatisticsAgree : IDataGate
{
    public GateInfo Info { get; } = new(
        "UN-16", Phase.Unification, GateKind.Data, CheckSeverity.Failure,
        "The lookup has as many persons as the last statistics.");

    public IEnumerable<DataCheck> Checks(GateScope scope)
    {
        var persons = Persons.Of(scope);
        var text = persons.Text;
        yield return persons.Ask(
            Info,
            text.Lookup,
            Info.Rule,
            $"""
            SELECT
              (SELECT COUNT(DISTINCT {text.Id}) FROM {text.Lookup}) AS "persons",
              (SELECT MAX("total_distinct") FROM {text.ResultKeyStats} WHERE "from_table" = '*'
                AND "time" = (SELECT MAX("time") FROM {text.ResultKeyStats})) AS "counted"
            """,
            r => r.Number("persons") == r.Number("counted")
                ? null
                : Invariant($"{r.Number("persons")} persons, but the statistics say {r.Number("counted")}"));
    }
}
