using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Ports;
using static System.FormattableString;

namespace Cdp.Pipeline.Phases.Staging;

/// <summary>The gates ST-12 to ST-16 (cdp_phases §5.4) for one table.</summary>
internal static class StagingChecks
{
    private const double MostLost = 0.2;

    public static IEnumerable<DataCheck> Of(StagingTable table)
    {
        yield return Rows(table);
        if (table.Dedupe is not null)
        {
            yield return Duplicates(table);
        }

        foreach (var plan in table.Columns.Where(c => c.Find(OutputRole.Standard) is not null && Kept(table, c)))
        {
            yield return Lost(table, plan);
        }

        foreach (var valid in table.Outputs.Kept.Where(o => o.Role is OutputRole.Valid))
        {
            yield return Flags(table, valid);
        }

        yield return Columns(table);
    }

    private static string Target(StagingTable table) => Sql.Table(table.StagingDatabase, table.Target);

    private static bool Kept(StagingTable table, ColumnPlan plan) =>
        table.Outputs.Kept.Contains(plan.Value) && table.Outputs.Kept.Contains(plan.Find(OutputRole.Standard)!);

    private static DataCheck Check(
        StagingTable table, string id, CheckSeverity severity, string description, string sql, Func<QueryResult, string?> judge) =>
        new(id, $"{table.StagingDatabase}.{table.Target}", severity, description, table.StagingDatabase, sql, judge);

    private static DataCheck Rows(StagingTable table) => Check(
        table,
        "ST-12",
        CheckSeverity.Failure,
        $"There are rows when {table.UnionTable} has some, and not more than there.",
        $"""
        SELECT s."n" AS "staged", u."n" AS "read"
        FROM (SELECT COUNT(*) AS "n" FROM {Target(table)}) s
        CROSS JOIN (SELECT COUNT(*) AS "n" FROM {Sql.Table(table.SourceDatabase, table.UnionTable)}) u
        """,
        r => (r.Number("staged"), r.Number("read")) switch
        {
            (0, > 0) => Invariant($"no row, but {r.Number("read")} in {table.UnionTable}"),
            var (staged, read) when staged > read => Invariant($"{staged} rows, but only {read} in {table.UnionTable}"),
            _ => null,
        });

    private static DataCheck Duplicates(StagingTable table) => Check(
        table,
        "ST-13",
        CheckSeverity.Failure,
        $"One row per {string.Join(", ", table.Dedupe!.Keys)}.",
        $"""SELECT COUNT(*) - COUNT(DISTINCT "keyhash") AS "doubled" FROM {Target(table)}""",
        r => r.Number("doubled") is > 0 and var n ? Invariant($"{n} rows have the key of another row") : null);

    private static DataCheck Lost(StagingTable table, ColumnPlan plan) => Check(
        table,
        "ST-14",
        CheckSeverity.Warning,
        Invariant($"At most {MostLost:P0} of the values of {plan.Value.Name} cannot be read."),
        $"""
        SELECT COUNT({Sql.Name(plan.Value.Name)}) AS "given", COUNT({Sql.Name(plan.Find(OutputRole.Standard)!.Name)}) AS "read"
        FROM {Target(table)}
        """,
        r => r.Number("given") - r.Number("read") > MostLost * r.Number("given")
            ? Invariant($"{r.Number("given") - r.Number("read")} of {r.Number("given")} values of {plan.Value.Name} cannot be read")
            : null);

    private static DataCheck Flags(StagingTable table, OutputColumn valid) => Check(
        table,
        "ST-15",
        CheckSeverity.Warning,
        $"{valid.Name} is TRUE, FALSE or NULL.",
        $"""SELECT COUNT(*) AS "other" FROM {Target(table)} WHERE {Sql.Name(valid.Name)} NOT IN ('TRUE', 'FALSE')""",
        r => r.Number("other") is > 0 and var n ? Invariant($"{n} other values in {valid.Name}") : null);

    private static DataCheck Columns(StagingTable table)
    {
        var expected = table.Outputs.Kept.Select(o => o.Name).ToList();
        return Check(
            table,
            "ST-16",
            CheckSeverity.Failure,
            $"The columns are the {expected.Count} of docs/{table.Name}_columns.md.",
            $"""
            SELECT "column_name" FROM information_schema.columns
            WHERE table_schema = {Sql.Text(table.StagingDatabase)} AND table_name = {Sql.Text(table.Target)}
            """,
            r =>
            {
                var missing = expected.Except(r.Rows.Select((_, n) => r.Text("column_name", n) ?? string.Empty)).ToList();
                return missing.Count > 0 ? $"missing: {string.Join(", ", missing)}" : null;
            });
    }
}
