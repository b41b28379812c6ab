using System.Collections.Immutable;
using System.Globalization;

namespace Cdp.Emulator.Unification;

/// <summary>The statistics of one id (cdp_phases §2.7): a row for each table and one for all, added run by run.</summary>
internal sealed class UnifyStats(UnifyId id, ImmutableArray<UnifyKey> keys)
{
    private const string Run = "CAST(${session_unixtime} AS bigint)";

    /// <summary>Before anything is merged.</summary>
    public string Source => $"""
        {Links($"{id.Name}_graph_unify_loop_0")}
        SELECT from_table, COUNT(DISTINCT leader) AS total_distinct{Each(k => $", COUNT(DISTINCT CASE WHEN ns = {k.Type} THEN id END) AS distinct_{k.Name}")}, {Run} AS time
        FROM links
        GROUP BY from_table
        """;

    /// <summary>After it; a histogram reads <c>values:persons,values:persons</c>.</summary>
    public string Result => $"""
        {Links($"{id.Name}_graph")},
        persons AS (
          SELECT from_table, leader{Each(k => $", COUNT(DISTINCT CASE WHEN ns = {k.Type} THEN id END) AS n{k.Type}")} FROM links GROUP BY from_table, leader
        ){Each(k => $"""
        ,
        h{k.Type} AS (
          SELECT from_table, array_join(array_agg(CAST(n AS varchar) || ':' || CAST(c AS varchar) ORDER BY n), ',') AS histogram
          FROM (SELECT from_table, n{k.Type} AS n, COUNT(*) AS c FROM persons WHERE n{k.Type} > 0 GROUP BY from_table, n{k.Type}) t GROUP BY from_table
        )
        """)}
        SELECT p.from_table, COUNT(*) AS total_distinct{Each(k => $", COUNT(CASE WHEN n{k.Type} > 0 THEN 1 END) AS distinct_with_{k.Name}, MIN(h{k.Type}.histogram) AS histogram_{k.Name}")}, {Run} AS time
        FROM persons p{Each(k => $" LEFT JOIN h{k.Type} ON h{k.Type}.from_table = p.from_table")}
        GROUP BY p.from_table
        """;

    private string Each(Func<UnifyKey, FormattableString> text) => string.Concat(keys.Select(k => text(k).ToString(CultureInfo.InvariantCulture)));

    private string Links(string graph) => $"""
        WITH links AS (
          SELECT n.table_name AS from_table, CAST(g.leader_ns AS varchar) || ':' || g.leader_id AS leader, g.follower_ns AS ns, g.follower_id AS id
          FROM {graph} g CROSS JOIN UNNEST(g.follower_source_table_ids) AS t (table_id) JOIN {id.Name}_tables n ON n.table_id = t.table_id
          UNION ALL
          SELECT '*' AS from_table, CAST(leader_ns AS varchar) || ':' || leader_id AS leader, follower_ns AS ns, follower_id AS id FROM {graph}
        )
        """;
}
