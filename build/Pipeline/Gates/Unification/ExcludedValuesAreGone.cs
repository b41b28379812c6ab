using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Phases.Unification;

namespace Cdp.Pipeline.Gates.Unification;

internal sealed class ExcludedValuesAreGone : IDataGate
{
    public GateInfo Info { get; } = new(
        "UN-21", Phase.Unification, GateKind.Data, CheckSeverity.Failure,
        "No excluded value is in the lookup or in an enriched table.");

    public IEnumerable<DataCheck> Checks(GateScope scope)
    {
        var persons = Persons.Of(scope);
        return persons.Plan.Tables.Select(table => Enriched(persons, table)).Prepend(Lookup(persons));
    }

    private DataCheck Lookup(Persons persons) => persons.Ask(
        Info,
        persons.Text.Lookup,
        "No excluded value is in the lookup.",
        $"""
        SELECT COUNT(*) AS "left" FROM {persons.Text.Lookup} l
        JOIN {persons.Text.KeyNames} k ON k."key_type" = l."id_key_type"
        JOIN {persons.Text.ExclusionList} x ON x."key_name" = k."key_name" AND x."key_value" = l."id"
        WHERE x."tbls" IS NULL OR contains(x."tbls", '*')
        """,
        r => Persons.Found(r, "left", "excluded values are still there"));

    private DataCheck Enriched(Persons persons, IdentityTable table) => persons.Ask(
        Info,
        persons.Enriched(table),
        "No excluded value is left in its key columns.",
        $"""SELECT COUNT(*) AS "left" FROM {persons.Enriched(table)} s WHERE {new EnrichText(persons.Plan, persons.Text, table).AnyExcluded}""",
        r => Persons.Found(r, "left", "rows still have an excluded value"));
}
