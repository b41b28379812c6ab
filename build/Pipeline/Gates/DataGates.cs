using System.Collections.Immutable;
using Cdp.Pipeline.Checks;

namespace Cdp.Pipeline.Gates;

/// <summary>The gates that ask the data; each phase makes their questions (<c>IPhaseDefinition.Checks</c>).</summary>
internal static class DataGates
{
    public static ImmutableArray<GateInfo> OfPhases { get; } =
    [
        Gate("ING-13", Phase.Ingestion, CheckSeverity.Failure, "Every raw table is there; without rows it is a warning."),
        Gate("ING-14", Phase.Ingestion, CheckSeverity.Failure, "The last load of every object was a success."),
        Gate("ING-15", Phase.Ingestion, CheckSeverity.Warning, "A table has as many rows as its loads have counted."),
        Gate("ING-16", Phase.Ingestion, CheckSeverity.Warning, "The watermark of a table is the end of its last load."),
        Gate("HU-13", Phase.HistUnion, CheckSeverity.Warning, "A combined table has every row of its sides up to the watermarks, once."),
        Gate("HU-14", Phase.HistUnion, CheckSeverity.Failure, "A watermark is a time that the rows have reached."),
        Gate("HU-16", Phase.HistUnion, CheckSeverity.Warning, "A combined table has every column of its sides."),
        Gate("ST-12", Phase.Staging, CheckSeverity.Failure, "A staged table has rows when its source has some, and not more."),
        Gate("ST-13", Phase.Staging, CheckSeverity.Failure, "There is one row per key."),
        Gate("ST-14", Phase.Staging, CheckSeverity.Warning, "At most a fifth of the values of a column cannot be read."),
        Gate("ST-15", Phase.Staging, CheckSeverity.Warning, "A flag of validity is TRUE, FALSE or NULL."),
        Gate("ST-16", Phase.Staging, CheckSeverity.Failure, "A staged table has the columns of its dictionary."),
        Gate("UN-14", Phase.Unification, CheckSeverity.Failure, "Persons were found."),
        Gate("UN-15", Phase.Unification, CheckSeverity.Failure, "Every identifier has one leader, and no link is left."),
        Gate("UN-16", Phase.Unification, CheckSeverity.Failure, "The lookup has as many persons as the statistics."),
        Gate("UN-17", Phase.Unification, CheckSeverity.Failure, "Enough rows of every table have a person."),
        Gate("UN-18", Phase.Unification, CheckSeverity.Warning, "No person has more identifiers than unification.max_ids_per_person."),
        Gate("UN-21", Phase.Unification, CheckSeverity.Failure, "No excluded value is left in a table."),
        Gate("UN-22", Phase.Unification, CheckSeverity.Failure, "An enriched table has the rows of its staged table."),
        Gate("UN-23", Phase.Unification, CheckSeverity.Failure, "The master table has one row per person."),
        Gate("OR-06", null, CheckSeverity.Failure, "A phase's tables are there, and its sessions succeeded, before the next begins."),
    ];

    private static GateInfo Gate(string id, Phase? phase, CheckSeverity severity, string rule) => new(id, phase, GateKind.Data, severity, rule);
}
