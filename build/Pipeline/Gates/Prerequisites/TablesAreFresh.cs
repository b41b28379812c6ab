using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Phases;
using static System.FormattableString;

namespace Cdp.Pipeline.Gates.Prerequisites;

internal sealed class TablesAreFresh : IDataGate
{
    private const long Day = 86_400;

    public GateInfo Info { get; } = new(
        "PRE-14", Phase.HistUnion, GateKind.Data, CheckSeverity.Warning,
        "The newest row of every table that is read is at most validation.freshness_days old.");

    public IEnumerable<DataCheck> Checks(GateScope scope)
    {
        var most = scope.Pipeline.Config.Validation.FreshnessDays;
        return scope.Schemas.Tables.Where(t => scope.Reads.Contains(t.Name)).Select(table => new DataCheck(
            Info.Id,
            table.Name.ToString(),
            Info.Severity,
            Invariant($"The newest row of {table.Name} is at most {most} days old."),
            table.Name.Database,
            Invariant($"""SELECT MAX("time") AS "newest", CAST(to_unixtime(now()) AS bigint) - MAX("time") AS "age" FROM {Sql.Table(table.Name)}"""),
            r => r.Number("newest") > 0 && r.Number("age") > most * Day
                ? Invariant($"The newest row is {r.Number("age") / Day} days old. Does its source still deliver?")
                : null));
    }
}
