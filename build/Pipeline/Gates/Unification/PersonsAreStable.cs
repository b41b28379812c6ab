using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Phases;
using static System.FormattableString;

namespace Cdp.Pipeline.Gates.Unification;

internal sealed class PersonsAreStable : IDataGate
{
    public GateInfo Info { get; } = new(
        "UN-19", Phase.Unification, GateKind.Data, CheckSeverity.Warning,
        "The number of persons is within the share validation.stats_drift of the run before.");

    public IEnumerable<DataCheck> Checks(GateScope scope)
    {
        var most = scope.Pipeline.Config.Validation.StatsDrift;
        var unification = scope.Pipeline.Unification;
        var stats = $"{scope.Pipeline.Config.Unification.IdName}_result_key_stats";
        yield return new(
            Info.Id,
            $"{unification.Database}.{stats}",
            Info.Severity,
            Invariant($"The number of persons differs by at most {most:P0} from the run before."),
            unification.Database,
            $"""
            SELECT MAX(CASE WHEN "position" = 1 THEN "total_distinct" END) AS "now",
              MAX(CASE WHEN "position" = 2 THEN "total_distinct" END) AS "before"
            FROM (
              SELECT "total_distinct", ROW_NUMBER() OVER (ORDER BY "time" DESC) AS "position"
              FROM {Sql.Table(unification.Database, stats)} WHERE "from_table" = '*'
            ) s
            """,
            r => r.Number("before") > 0 && Math.Abs(r.Number("now") - r.Number("before")) > most * r.Number("before")
                ? Invariant($"There are {r.Number("now")} persons; the run before found {r.Number("before")}.")
                : null);
    }
}
