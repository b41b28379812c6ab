using System.Collections.Immutable;
using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Resolution;

namespace Cdp.Pipeline.Phases.Ingestion;

/// <summary>Gates ING-14 to ING-16 (spec, cdp_phases §5.2); ING-13, tables with rows, is every phase's.</summary>
internal sealed class IngestionChecks(IngestionPlan plan)
{
    public IReadOnlyList<DataCheck> All() => [.. plan.Sources.SelectMany(Source)];

    private IEnumerable<DataCheck> Source(SourcePlan source) =>
    [
        LastLoads(source),
        .. plan.ExactlyOnce ? Loads(source).Select(load => Plausible(source, load)) : [],
        .. source.HasIncrements ? source.Windowed.Select(o => Advanced(source, o)) : [],
    ];

    private DataCheck LastLoads(SourcePlan source)
    {
        var expected = string.Join(", ", Loads(source).Select(l =>
            $"({Sql.Text(l.Object.Object.Name)}, {Sql.Text(l.RunMode)})"));
        return new(
            "ING-14",
            source.Name,
            CheckSeverity.Failure,
            $"The last load of every object of {source.Name} was a success.",
            plan.Database,
            $"""
            SELECT "e"."object_name" AS "object_name", "e"."run_mode" AS "run_mode", lower("l"."status") AS "status", "l"."records_loaded" AS "records_loaded"
            FROM (VALUES {expected}) AS "e" ("object_name", "run_mode")
            LEFT JOIN ({Latest(source)}) "l"
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
    private string Latest(SourcePlan source) =>
        $"""
        SELECT "object_name", "run_mode", "status", "records_loaded",
          ROW_NUMBER() OVER (
            PARTITION BY "object_name", "run_mode"
            ORDER BY "time" DESC, CASE lower("status") WHEN 'success' THEN 0 WHEN 'error' THEN 1 ELSE 2 END) AS "position"
        FROM {Sql.Table(plan.IngestionLog)}
        WHERE "source_name" = {Sql.Text(source.Name)} AND lower("status") <> 'skipped'
        """;

    /// <remarks>A window that was loaded again has replaced its rows, and those of windows inside it, so only the last count counts.</remarks>
    private DataCheck Plausible(SourcePlan source, (ObjectPlan Object, string RunMode, string Table) load) => new(
        "ING-15",
        new TableName(plan.Database, load.Table).ToString(),
        CheckSeverity.Warning,
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
            : FormattableString.Invariant($"{load.Table} has {result.Number("found")} rows, but its loads have counted {result.Number("logged")}."));

    private DataCheck Advanced(SourcePlan source, ObjectPlan o) => new(
        "ING-16",
        new TableName(plan.Database, o.Object.Table).ToString(),
        CheckSeverity.Warning,
        $"The watermark of {o.Object.Table} is the end of its last load.",
        plan.Database,
        $"""
        SELECT
          (SELECT MAX("inc_value") FROM {Sql.Table(plan.IncLog)}
           WHERE "project_name" = 'ingestion' AND "database_name" = {Sql.Text(plan.Database)}
             AND "table_name" = {Sql.Text(o.Object.Table)}) AS "watermark",
          (SELECT MAX("window_end") FROM {Sql.Table(plan.IngestionLog)}
           WHERE "source_name" = {Sql.Text(source.Name)} AND "object_name" = {Sql.Text(o.Object.Name)}
             AND "run_mode" = 'incremental' AND lower("status") = 'success') AS "window_end"
        """,
        result => result.Number("watermark") >= result.Number("window_end") && result.Number("watermark") > 0
            ? null
            : FormattableString.Invariant(
                $"The watermark of {o.Object.Table} is {result.Number("watermark")}, but its last load ended at {result.Number("window_end")}."));

    private static IEnumerable<(ObjectPlan Object, string RunMode, string Table)> Loads(SourcePlan source) =>
    [
        .. source.HasHistory ? source.Windowed.Select(o => (o, "historical", o.Object.HistTable)) : [],
        .. source.HasIncrements ? source.Windowed.Select(o => (o, "incremental", o.Object.Table)) : [],
        .. source.Full.Select(o => (o, "full", o.Object.Table)),
    ];
}
