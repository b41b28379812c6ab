using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Phases.Ingestion;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.Ingestion;

internal sealed class LastLoadsSucceeded(ConnectorRegistry connectors) : IDataGate
{
    public GateInfo Info { get; } = new(
        "ING-14", Phase.Ingestion, GateKind.Data, CheckSeverity.Failure,
        "The last load of every object was a success.");

    public IEnumerable<DataCheck> Checks(GateScope scope)
    {
        var plan = IngestionPlan.Of(scope.Pipeline, connectors);
        return plan.Sources.Select(s => Source(plan, s));
    }

    private DataCheck Source(IngestionPlan plan, SourcePlan source)
    {
        var expected = string.Join(", ", Load.Of(source).Select(l => $"({Sql.Text(l.Object.Object.Name)}, {Sql.Text(l.RunMode)})"));
        return new(
            Info.Id,
            source.Name,
            Info.Severity,
            $"The last load of every object of {source.Name} was a success.",
            plan.Database,
            $"""
            SELECT "e"."object_name" AS "object_name", "e"."run_mode" AS "run_mode", lower("l"."status") AS "status", "l"."records_loaded" AS "records_loaded"
            FROM (VALUES {expected}) AS "e" ("object_name", "run_mode")
            LEFT JOIN ({Latest(plan, source)}) "l"
              ON "l"."object_name" = "e"."object_name" AND "l"."run_mode" = "e"."run_mode" AND "l"."position" = 1
            WHERE "l"."status" IS NULL OR lower("l"."status") <> 'success' OR "l"."records_loaded" IS NULL OR "l"."records_loaded" < 0
            ORDER BY 1, 2
            """,
            result => result.Rows.IsEmpty
                ? null
                : string.Join("; ", Enumerable.Range(0, result.Rows.Length).Select(i => Said(result, i))));
    }

    private static string Said(QueryResult result, int row)
    {
        var what = $"{result.Text("object_name", row)} ({result.Text("run_mode", row)})";
        return result.Text("status", row) switch
        {
            null => $"{what} was never loaded",
            "success" => $"{what} has no count of its records",
            var status => $"{what} ended as {status}",
        };
    }

    /// <summary>Each object's rows of the log, the newest first; the end of a load comes after its begin in the same second.</summary>
    private static string Latest(IngestionPlan plan, SourcePlan source) =>
        $"""
        SELECT "object_name", "run_mode", "status", "records_loaded",
          ROW_NUMBER() OVER (
            PARTITION BY "object_name", "run_mode"
            ORDER BY "time" DESC, CASE lower("status") WHEN 'success' THEN 0 WHEN 'error' THEN 1 ELSE 2 END) AS "position"
        FROM {Sql.Table(plan.IngestionLog)}
        WHERE "source_name" = {Sql.Text(source.Name)} AND lower("status") <> 'skipped'
        """;
}
