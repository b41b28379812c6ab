using Cdp.Pipeline.Checks;

namespace Cdp.Pipeline.Gates.Unification;

internal sealed class PersonsAreFound : IDataGate
{
    public GateInfo Info { get; } = new(
        "UN-14", Phase.Unification, GateKind.Data, CheckSeverity.Failure,
        "Persons were found.");

    public IEnumerable<DataCheck> Checks(GateScope scope)
    {
        var persons = Persons.Of(scope);
        yield return persons.Ask(
            Info,
            persons.Text.Lookup,
            Info.Rule,
            $"""SELECT COUNT(*) AS "ids" FROM {persons.Text.Lookup}""",
            r => r.Number("ids") == 0 ? "no identifier" : null);
    }
}
