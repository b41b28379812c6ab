using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Phases.Ingestion;
using Cdp.Pipeline.Resolution;
using static System.FormattableString;

namespace Cdp.Pipeline.Gates.Ingestion;

internal sealed class TablesHaveWhatWasLoaded(ConnectorRegistry connectors) : IDataGate
{
    public GateInfo Info { get; } = new(
        "ING-15", Phase.Ingestion, GateKind.Data, CheckSeverity.Warning,
        "A table has as many rows as its loads have counted.");

    public IEnumerable<DataCheck> Checks(GateScope scope)
    {
        var plan = IngestionPlan.Of(scope.Pipeline, connectors);
        return plan.ExactlyOnce
            ? from source in plan.Sources
              from load in Load.Of(source)
              select Check(plan, source, load)
            : [];
    }

    /// <remarks>A window that was loaded again has replaced its rows, and those of windows inside it, so only the last count counts.</remarks>
    private DataCheck Check(IngestionPlan plan, SourcePlan source, Load load) => new(
        Info.Id,
        new TableName(plan.Database, load.Table).ToString(),
        Info.Severity,
        $"{load.Table} has as many rows as its loads have counted.",
        plan.Database,
        $"""
        SELECT (SELECT COUNT(*) FROM {Sql.Table(new TableName(plan.Database, load.Table))}) AS "found",
          (SELECT SUM("records_loaded") FROM (
            SELECT "records_loaded",
              ROW_NUMBER() OVER (PARTITION BY {(load.Object.IsFull ? "\"object_name\"" : "\"window_start\"")} ORDER BY "time" DESC, "window_end" DESC) AS "position"
            FROM {Sql.Table(plan.IngestionLog)} "l"
            WHERE "source_name" = {Sql.Text(source.Name)} AND "object_name" = {Sql.Text(load.Object.Object.Name)}
              AND "run_mode" = {Sql.Text(load.RunMode)} AND lower("status") = 'success'
              AND NOT EXISTS (
                SELECT 1 FROM {Sql.Table(plan.IngestionLog)} "n"
                WHERE "n"."source_name" = "l"."source_name" AND "n"."object_name" = "l"."object_name"
                  AND "n"."run_mode" = "l"."run_mode" AND lower("n"."status") = 'success' AND "n"."time" >= "l"."time"
                  AND "n"."window_start" < "l"."window_start" AND "n"."window_end" >= "l"."window_end")) "s"
          WHERE "position" = 1) AS "logged"
        """,
        result => result.Number("found") == result.Number("logged")
            ? null
            : Invariant($"{load.Table} has {result.Number("found")} rows, but its loads have counted {result.Number("logged")}."));
}
