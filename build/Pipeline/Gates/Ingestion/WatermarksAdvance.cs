using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Phases.Ingestion;
using Cdp.Pipeline.Resolution;
using static System.FormattableString;

namespace Cdp.Pipeline.Gates.Ingestion;

internal sealed class WatermarksAdvance(ConnectorRegistry connectors) : IDataGate
{
    public GateInfo Info { get; } = new(
        "ING-16", Phase.Ingestion, GateKind.Data, CheckSeverity.Warning,
        "The watermark of a table is the end of its last load.");

    public IEnumerable<DataCheck> Checks(GateScope scope)
    {
        var plan = IngestionPlan.Of(scope.Pipeline, connectors);
        return
            from source in plan.Sources
            where source.HasIncrements
            from o in source.Windowed
            select Check(plan, source, o);
    }

    private DataCheck Check(IngestionPlan plan, SourcePlan source, ObjectPlan o) => new(
        Info.Id,
        new TableName(plan.Database, o.Object.Table).ToString(),
        Info.Severity,
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
            : Invariant($"The watermark of {o.Object.Table} is {result.Number("watermark")}, but its last load ended at {result.Number("window_end")}."));
}
