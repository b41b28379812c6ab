using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Ports;
using static System.FormattableString;

namespace Cdp.Pipeline.Phases.Unification;

/// <summary>The gates UN-14 to UN-23 that ask the data (cdp_phases §5.5).</summary>
internal sealed class UnificationChecks(IdentityPlan plan, ValidationConfig validation)
{
    private readonly IdentityText _text = new(plan);

    public IEnumerable<DataCheck> All() =>
    [
        Check("UN-14", _text.Lookup, CheckSeverity.Failure, "Persons were found.",
            $"""SELECT COUNT(*) AS "ids" FROM {_text.Lookup}""",
            r => r.Number("ids") == 0 ? "no identifier" : null),
        plan.DoNotMerge is { } kept ? Apart(kept) : OneLeader(),
        Check("UN-16", _text.Lookup, CheckSeverity.Failure, "The lookup has as many persons as the last statistics.",
            $"""
            SELECT
              (SELECT COUNT(DISTINCT {_text.Id}) FROM {_text.Lookup}) AS "persons",
              (SELECT MAX("total_distinct") FROM {_text.ResultKeyStats} WHERE "from_table" = '*'
                AND "time" = (SELECT MAX("time") FROM {_text.ResultKeyStats})) AS "counted"
            """,
            r => r.Number("persons") == r.Number("counted")
                ? null
                : Invariant($"{r.Number("persons")} persons, but the statistics say {r.Number("counted")}")),
        Check("UN-18", _text.Lookup, CheckSeverity.Warning,
            Invariant($"No person has more than {plan.Config.MaxIdsPerPerson} identifiers (unification.max_ids_per_person)."),
            $"""
            SELECT COUNT(*) AS "persons", MAX("n") AS "most" FROM (
              SELECT {_text.Id}, COUNT(*) AS "n" FROM {_text.Lookup} GROUP BY {_text.Id}
            ) t WHERE "n" > {Invariant($"{plan.Config.MaxIdsPerPerson}")}
            """,
            r => r.Number("persons") > 0
                ? Invariant($"{r.Number("persons")} persons have more, one of them {r.Number("most")}; see {plan.Prefix}_overmerge")
                : null),
        Check("UN-18", _text.Candidates, CheckSeverity.Warning,
            Invariant($"No value stands with more than {plan.Config.MaxValuesPerKeyValue} others (unification.max_values_per_key_value)."),
            $"""SELECT COUNT(*) AS "values", MAX("others") AS "most" FROM {_text.Candidates}""",
            r => r.Number("values") > 0
                ? Invariant($"{r.Number("values")} values stand with too many others, one of them with {r.Number("most")}, and join nobody; see {plan.Prefix}_exclusion_candidates")
                : null),
        Check("UN-21", _text.Lookup, CheckSeverity.Failure, "No excluded value is in the lookup.",
            $"""
            SELECT COUNT(*) AS "left" FROM {_text.Lookup} l
            JOIN {_text.KeyNames} k ON k."key_type" = l."id_key_type"
            JOIN {_text.ExclusionList} x ON x."key_name" = k."key_name" AND x."key_value" = l."id"
            WHERE x."tbls" IS NULL OR contains(x."tbls", '*')
            """,
            r => Found(r, "left", "excluded values are still there")),
        Check("UN-23", Master, CheckSeverity.Failure, "The master table has one row per person.",
            $"""
            SELECT COUNT(*) AS "rows", COUNT(DISTINCT {_text.Id}) AS "persons",
              (SELECT COUNT(DISTINCT {_text.Id}) FROM {_text.Lookup}) AS "known"
            FROM {Master}
            """,
            r => r.Number("rows") == r.Number("persons") && r.Number("persons") == r.Number("known")
                ? null
                : Invariant($"{r.Number("rows")} rows, {r.Number("persons")} persons, {r.Number("known")} in the lookup")),
        .. plan.Tables.SelectMany(Table),
    ];

    private DataCheck OneLeader() => Check("UN-15", _text.Graph, CheckSeverity.Failure, "Every identifier has one leader.",
        $"""
        SELECT COUNT(*) AS "split" FROM (
          SELECT "follower_id", "follower_ns" FROM {_text.Graph}
          GROUP BY "follower_id", "follower_ns" HAVING COUNT(*) > 1
        ) t
        """,
        r => Found(r, "split", "identifiers have several leaders"));

    /// <summary>With <c>do_not_merge_key</c> a value may have several persons, but no two of that key that lead are one.</summary>
    private DataCheck Apart(IdentityKey kept) => Check("UN-15", _text.Graph, CheckSeverity.Failure,
        $"No leader of the key {kept.Name} follows another.",
        $"""
        SELECT COUNT(*) AS "joined" FROM {_text.Graph} f
        JOIN (SELECT DISTINCT "leader_id" FROM {_text.Graph} WHERE "leader_ns" = {Invariant($"{kept.Type}")}) l ON l."leader_id" = f."follower_id"
        WHERE f."follower_ns" = {Invariant($"{kept.Type}")} AND f."leader_ns" = f."follower_ns" AND f."leader_id" <> f."follower_id"
          AND NOT EXISTS (
            SELECT 1 FROM {_text.Graph} own
            WHERE own."follower_id" = f."follower_id" AND own."follower_ns" = f."follower_ns" AND own."leader_id" = f."follower_id")
        """,
        r => Found(r, "joined", $"values of {kept.Name} were merged"));

    private string Master => Sql.Table(plan.Database, $"{plan.Prefix}_master");

    private IEnumerable<DataCheck> Table(IdentityTable table)
    {
        var enriched = Sql.Table(plan.Database, table.Enriched);
        var text = new EnrichText(plan, _text, table);
        var least = Least(table, out var reason);
        yield return Check("UN-17", enriched, CheckSeverity.Failure,
            Invariant($"At least {least:P0} of the rows have a person{reason}."),
            $"""SELECT COUNT(*) AS "records", COUNT({_text.Id}) AS "with_id" FROM {enriched}""",
            r => r.Number("with_id") < least * r.Number("records")
                ? Invariant($"{r.Fraction("with_id") / r.Fraction("records"):P1} of {r.Number("records")} rows")
                : null);
        yield return Check("UN-22", enriched, CheckSeverity.Failure, $"There are as many rows as in {table.Table}.",
            $"""
            SELECT
              (SELECT COUNT(*) FROM {enriched}) AS "enriched",
              (SELECT COUNT(*) FROM {Sql.Table(plan.StagingDatabase, table.Table)}) AS "staged"
            """,
            r => r.Number("enriched") == r.Number("staged")
                ? null
                : Invariant($"{r.Number("enriched")} rows, but {r.Number("staged")} in {table.Table}"));
        yield return Check("UN-21", enriched, CheckSeverity.Failure, "No excluded value is left in its key columns.",
            $"""SELECT COUNT(*) AS "left" FROM {enriched} s WHERE {text.AnyExcluded}""",
            r => Found(r, "left", "rows still have an excluded value"));
    }

    private double Least(IdentityTable table, out string reason)
    {
        var exception = validation.Coverage.FirstOrDefault(c => c.Table == table.Table || c.Table == table.Name);
        reason = exception is null ? string.Empty : $" ({exception.Reason})";
        return exception?.Minimum ?? validation.CoverageMinimum;
    }

    private DataCheck Check(
        string id, string subject, CheckSeverity severity, string description, string sql, Func<QueryResult, string?> judge) =>
        new(id, subject.Replace("\"", string.Empty, StringComparison.Ordinal), severity, description, plan.Database, sql, judge);

    private static string? Found(QueryResult result, string column, string what) =>
        result.Number(column) is > 0 and var n ? Invariant($"{n} {what}") : null;
}
