using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Ports;
using static System.FormattableString;

namespace Cdp.Pipeline.Gates.Orchestration;

/// <summary>The last increment of each object beside the median of the seven before it (spec, cdp_phases §5.6).</summary>
internal sealed class VolumesAreUsual : IDataGate
{
    private const int Runs = 7;

    /// <summary>Fewer say nothing about what is usual.</summary>
    private const int Enough = 3;

    public GateInfo Info { get; } = new(
        "OR-07", Phase.Ingestion, GateKind.Data, CheckSeverity.Warning,
        "The last increment of an object is within the factor validation.volume_factor of the median of the seven before.");

    public IEnumerable<DataCheck> Checks(GateScope scope)
    {
        var factor = scope.Pipeline.Config.Validation.VolumeFactor;
        var database = scope.Pipeline.Ingestion.Database;
        return scope.Pipeline.Ingestion.Sources.Select(source => new DataCheck(
            Info.Id,
            source.Name,
            Info.Severity,
            Invariant($"The last increments of {source.Name} are within {factor} times the median of the {Runs} before."),
            database,
            Invariant($"""
            SELECT "object_name", "records_loaded", "position" FROM (
              SELECT "object_name", "records_loaded", ROW_NUMBER() OVER (PARTITION BY "object_name" ORDER BY "time" DESC, "window_end" DESC) AS "position"
              FROM {Sql.Table(database, "ingestion_log")}
              WHERE "source_name" = {Sql.Text(source.Name)} AND "run_mode" = 'incremental' AND lower("status") = 'success'
            ) l WHERE "position" <= {Runs + 1} ORDER BY "object_name", "position"
            """),
            result => Judge(result, factor)));
    }

    private static string? Judge(QueryResult result, double factor)
    {
        var unusual =
            from row in Enumerable.Range(0, result.Rows.Length)
            group result.Number("records_loaded", row) by result.Text("object_name", row) into o
            let counts = o.ToArray()
            let before = counts.Skip(1).Order().ToArray()
            where before.Length >= Enough
            let median = before[before.Length / 2]
            where counts[0] > median * factor || counts[0] * factor < median
            select Invariant($"{o.Key} brought {counts[0]} rows; usual are {median}");
        return string.Join("; ", unusual) is { Length: > 0 } text ? text : null;
    }
}
