using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Phases.Staging;
using static System.FormattableString;

namespace Cdp.Pipeline.Gates.Staging;

internal sealed class FlagsAreFlags : IDataGate
{
    public GateInfo Info { get; } = new(
        "ST-15", Phase.Staging, GateKind.Data, CheckSeverity.Warning,
        "A flag of validity is TRUE, FALSE or NULL.");

    public IEnumerable<DataCheck> Checks(GateScope scope) =>
        from table in StagedTables.Of(scope)
        from valid in table.Outputs.Kept
        where valid.Role is OutputRole.Valid
        select Info.Ask(
            table,
            $"{valid.Name} is TRUE, FALSE or NULL.",
            $"""SELECT COUNT(*) AS "other" FROM {StagedTables.Target(table)} WHERE {Sql.Name(valid.Name)} NOT IN ('TRUE', 'FALSE')""",
            r => r.Number("other") is > 0 and var n ? Invariant($"{n} other values in {valid.Name}") : null);
}
