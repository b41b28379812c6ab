using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Phases.Staging;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.Staging;

/// <summary>The staged tables as they are planned, and how a gate asks one of them.</summary>
internal static class StagedTables
{
    public static IReadOnlyList<StagingTable> Of(GateScope scope) => new StagingPlanner(scope.Pipeline, scope.Schemas).Tables();

    public static string Target(StagingTable table) => Sql.Table(table.StagingDatabase, table.Target);

    public static DataCheck Ask(this GateInfo gate, StagingTable table, string description, string sql, Func<QueryResult, string?> judge) =>
        new(gate.Id, $"{table.StagingDatabase}.{table.Target}", gate.Severity, description, table.StagingDatabase, sql, judge);
}
