using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Phases;
using static System.FormattableString;

namespace Cdp.Pipeline.Gates.Unification;

internal sealed class FewPersonsChange : IDataGate
{
    public GateInfo Info { get; } = new(
        "UN-20", Phase.Unification, GateKind.Data, CheckSeverity.Warning,
        "At most the share validation.change_maximum of the persons were merged or split in the last run.");

    public IEnumerable<DataCheck> Checks(GateScope scope)
    {
        var most = scope.Pipeline.Config.Validation.ChangeMaximum;
        var unification = scope.Pipeline.Unification;
        var log = Sql.Table(unification.Database, $"{unification.Prefix}_merge_split_log");
        var stats = Sql.Table(unification.Database, $"{scope.Pipeline.Config.Unification.IdName}_result_key_stats");
        yield return new(
            Info.Id,
            $"{unification.Database}.{unification.Prefix}_merge_split_log",
            Info.Severity,
            Invariant($"At most {most:P0} of the persons were merged or split in the last run."),
            unification.Database,
            $"""
            SELECT
              (SELECT COUNT(*) FROM {log} WHERE "change" IN ('MERGE', 'SPLIT') AND "time" = (SELECT MAX("time") FROM {stats})) AS "changed",
              (SELECT MAX("total_distinct") FROM {stats} WHERE "from_table" = '*' AND "time" = (SELECT MAX("time") FROM {stats})) AS "persons"
            """,
            r => r.Number("changed") > most * r.Number("persons")
                ? Invariant($"{r.Number("changed")} ids were merged or split, of {r.Number("persons")} persons; see {unification.Prefix}_merge_split_log.")
                : null);
    }
}
