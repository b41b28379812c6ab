using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Phases.Unification;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.Unification;

/// <summary>The tables of persons as they are planned, and how a gate asks them.</summary>
internal sealed record Persons(IdentityPlan Plan, IdentityText Text)
{
    public string Master => Sql.Table(Plan.Database, $"{Plan.Prefix}_master");

    public static Persons Of(GateScope scope)
    {
        var plan = new IdentityPlanner(scope.Pipeline, scope.Schemas).Plan();
        return new(plan, new(plan));
    }

    public string Enriched(IdentityTable table) => Sql.Table(Plan.Database, table.Enriched);

    /// <param name="subject">The table, quoted as in SQL.</param>
    public DataCheck Ask(GateInfo gate, string subject, string description, string sql, Func<QueryResult, string?> judge) => new(
        gate.Id, subject.Replace("\"", string.Empty, StringComparison.Ordinal), gate.Severity, description, Plan.Database, sql, judge);

    /// <summary>What is wrong when the column counts anything.</summary>
    public static string? Found(QueryResult result, string column, string what) =>
        result.Number(column) is > 0 and var n ? FormattableString.Invariant($"{n} {what}") : null;
}
