using Cdp.Pipeline.Checks;
using static System.FormattableString;

namespace Cdp.Pipeline.Gates.Unification;

/// <summary>Over-merge: one placeholder or shared value makes strangers one person (spec, cdp_phases §2.10).</summary>
internal sealed class NobodySwallowsThousands : IDataGate
{
    public GateInfo Info { get; } = new(
        "UN-18", Phase.Unification, GateKind.Data, CheckSeverity.Warning,
        "No person has more identifiers than unification.max_ids_per_person, and no value stands with too many others.");

    public IEnumerable<DataCheck> Checks(GateScope scope)
    {
        var persons = Persons.Of(scope);
        var (plan, text) = (persons.Plan, persons.Text);
        yield return persons.Ask(
            Info,
            text.Lookup,
            Invariant($"No person has more than {plan.Config.MaxIdsPerPerson} identifiers (unification.max_ids_per_person)."),
            $"""
            SELECT COUNT(*) AS "persons", MAX("n") AS "most" FROM (
              SELECT {text.Id}, COUNT(*) AS "n" FROM {text.Lookup} GROUP BY {text.Id}
            ) t WHERE "n" > {Invariant($"{plan.Config.MaxIdsPerPerson}")}
            """,
            r => r.Number("persons") > 0
                ? Invariant($"{r.Number("persons")} persons have more, one of them {r.Number("most")}; see {plan.Prefix}_overmerge")
                : null);
        yield return persons.Ask(
            Info,
            text.Candidates,
            Invariant($"No value stands with more than {plan.Config.MaxValuesPerKeyValue} others (unification.max_values_per_key_value)."),
            $"""SELECT COUNT(*) AS "values", MAX("others") AS "most" FROM {text.Candidates}""",
            r => r.Number("values") > 0
                ? Invariant($"{r.Number("values")} values stand with too many others, one of them with {r.Number("most")}, and join nobody; see {plan.Prefix}_exclusion_candidates")
                : null);
    }
}
