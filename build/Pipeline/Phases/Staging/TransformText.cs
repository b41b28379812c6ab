using System.Collections.Immutable;
using Cdp.Pipeline.Configuration;

namespace Cdp.Pipeline.Phases.Staging;

/// <summary>The parts of a table's SQL that are computed; the templates put them together.</summary>
internal sealed class TransformText(StagingTable table)
{
    private DedupeConfig? Dedupe => table.Dedupe;

    public string Source => Sql.Table(table.SourceDatabase, table.UnionTable);

    public string Target => Sql.Table(table.StagingDatabase, table.Target);

    public string Work => Sql.Table(table.StagingDatabase, table.WorkTable);

    public string Fresh => Sql.Table(table.StagingDatabase, table.FreshTable);

    public string Window => Sql.Table(table.StagingDatabase, table.WindowTable);

    public string IncLog => Sql.Table(table.LookupDatabase, "inc_log");

    public ImmutableArray<string> SourceColumns => [.. table.Columns.Select(c => Sql.Name(c.Source))];

    /// <summary>Three lists of <c>expression AS "name"</c>; each reads the one before.</summary>
    public ImmutableArray<ImmutableArray<string>> Layers =>
    [
        .. Enumerable.Range(1, PrestoPrinter.Layers).Select(
            layer => table.Columns.SelectMany(c => PrestoPrinter.Expressions(c, layer)).Select(e => e.ToString()).ToImmutableArray()),
    ];

    public ImmutableArray<string> OutputNames => [.. table.Outputs.Kept.Select(o => Sql.Name(o.Name))];

    public ImmutableArray<string> OutputDefinitions =>
        [.. table.Outputs.Kept.Select(o => $"{Sql.Name(o.Name)} {o.Type}")];

    public ImmutableArray<string> JoinSelects =>
        [.. table.Joins.SelectMany((j, n) => j.Columns.Select(c => $"j{n + 1}.{Sql.Name(c.There)} AS {Sql.Name(c.Here.Name)}"))];

    public ImmutableArray<string> JoinClauses => [.. table.Joins.Select(JoinClause)];

    /// <summary>A fingerprint of what the source said, whatever its time of load.</summary>
    public string RowHash => Hash(table.Columns.Where(c => c.Class is not ColumnClass.Keep).Select(
        c => c.Value.Type.StartsWith("array", StringComparison.Ordinal)
            ? $"json_format(CAST({Sql.Name(c.Value.Name)} AS JSON))"
            : $"CAST({Sql.Name(c.Value.Name)} AS varchar)"));

    /// <summary>One text per key, NULLs and separators told apart; rows without a key stand for themselves.</summary>
    public string KeyHash =>
        $"CASE WHEN {AllKeysNull} THEN 'row:' || \"rowhash\" ELSE {Hash(Keys.Select(k => $"CAST({k} AS varchar)"))} END";

    public string AllKeysNull => string.Join(" AND ", Keys.Select(k => $"{k} IS NULL"));

    public bool DropsNullKeys => Dedupe?.NullKeys is NullKeys.Drop;

    /// <summary>Which of the rows of one key stays; total, so that the batches' borders do not matter.</summary>
    public string Order => string.Join(
        ", ",
        (Dedupe?.OrderBy ?? [])
            .Select(c => $"{Sql.Name(table.OrderColumn(c))} DESC NULLS LAST")
            .Append("\"time\" DESC")
            .Append("\"rowhash\""));

    /// <summary>The union's rows that no finished run has taken, as a condition on the target's columns.</summary>
    public ImmutableArray<string> UnfinishedRows =>
    [
        .. table.Origins.Select(
            origin => (table.HasOrigin ? $"\"record_origin\" = {Sql.Text(origin)} AND " : string.Empty)
                + $"\"time\" > (SELECT COALESCE(MAX(\"lo\"), 9223372036854775807) FROM {Window} WHERE \"origin\" = {Sql.Text(origin)})"),
    ];

    private IEnumerable<string> Keys => (Dedupe?.Keys ?? []).Select(Sql.Name);

    private static string Hash(IEnumerable<string> texts) =>
        $"lower(to_hex(sha256(to_utf8(json_format(CAST(ARRAY[{string.Join(", ", texts)}] AS JSON))))))";

    private static string JoinClause(JoinPlan join, int number)
    {
        var there = join.On.Select(o => Sql.Name(o.There)).ToList();
        var fetched = join.Columns.Select(c => Sql.Name(c.There)).Except(there);
        var columns = string.Join(", ", there.Concat(fetched));
        var on = string.Join(" AND ", join.On.Select(o => $"j{number + 1}.{Sql.Name(o.There)} = h.{Sql.Name(o.Here)}"));
        return $"LEFT JOIN (SELECT {columns}, ROW_NUMBER() OVER (PARTITION BY {string.Join(", ", there)} "
            + $"ORDER BY \"time\" DESC, {string.Join(", ", join.Columns.Select(c => Sql.Name(c.There)).Distinct())}) AS \"newest\" "
            + $"FROM {Sql.Table(join.Database, join.Table)}) j{number + 1} ON j{number + 1}.\"newest\" = 1 AND {on}";
    }
}
