using Cdp.Pipeline.Checks;
using static System.FormattableString;

namespace Cdp.Pipeline.Gates.Staging;

internal sealed class KeysAreUnique : IDataGate
{
    public GateInfo Info { get; } = new(
        "ST-13", Phase.Staging, GateKind.Data, CheckSeverity.Failure,
        "There is one row per key.");

    public IEnumerable<DataCheck> Checks(GateScope scope) => StagedTables.Of(scope).Where(t => t.Dedupe is not null).Select(table => Info.Ask(
        table,
        $"One row per {string.Join(", ", table.Dedupe!.Keys)}.",
        $"""SELECT COUNT(*) - COUNT(DISTINCT "keyhash") AS "doubled" FROM {StagedTables.Target(table)}""",
        r => r.Number("doubled") is > 0 and var n ? Invariant($"{n} rows have the key of another row") : null));
}
