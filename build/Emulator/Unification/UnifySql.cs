using System.Globalization;

namespace Cdp.Emulator.Unification;

/// <summary>The statements for one id: the leader loop of cdp_phases §2.5, in the tables of §2.7.</summary>
internal sealed class UnifySql(UnifyRules rules, UnifyId id)
{
    private const string Run = "CAST(${session_unixtime} AS bigint)";

    private readonly UnifyInput _input = new(rules, id);

    private string Graph => $"{id.Name}_graph";

    /// <summary>How far the tables are read by this run.</summary>
    public string NextHighWaterMark => string.Join(
        "\nUNION ALL ",
        id.Tables.Select(t => string.Create(
            CultureInfo.InvariantCulture, $"SELECT CAST({t.Id} AS bigint) AS table_id, MAX(time) AS high_water_mark, {Run} AS time FROM {t.Database}.{t.Table}")));

    /// <summary>The tables that an earlier run has left, empty before the first.</summary>
    public string Declarations => $"""
        CREATE TABLE IF NOT EXISTS {id.Name}_high_water_mark (table_id bigint, high_water_mark bigint, time bigint);
        CREATE TABLE IF NOT EXISTS {Graph} (follower_id varchar, follower_ns bigint, leader_id varchar, leader_ns bigint,
          follower_first_seen_at bigint, follower_last_seen_at bigint, follower_source_table_ids array(bigint), follower_last_processed_at bigint, time bigint)
        """;

    public string Keys => string.Join(
        " UNION ALL ",
        _input.Keys.Select(k => string.Create(CultureInfo.InvariantCulture, $"SELECT CAST({k.Type} AS bigint) AS key_type, '{k.Name}' AS key_name")));

    public string Tables => string.Join(
        " UNION ALL ",
        id.Tables.Select(t => string.Create(CultureInfo.InvariantCulture, $"SELECT CAST({t.Id} AS bigint) AS table_id, '{t.Alias}' AS table_name")));

    public string Extract(UnifyTable table) => _input.Records(table);

    public string Extracted(UnifyTable table) => string.Create(CultureInfo.InvariantCulture, $"{id.Name}_extract_{table.Id}");

    /// <summary>Every valid key with the most trusted of its record; later runs add to the graph of the last.</summary>
    public string Seed => $"""
        SELECT follower_id, follower_ns, leader_id, leader_ns, MIN(first_seen) AS follower_first_seen_at, MAX(last_seen) AS follower_last_seen_at,
          array_sort(array_distinct(flatten(array_agg(table_ids)))) AS follower_source_table_ids, {Run} AS follower_last_processed_at, {Run} AS time
        FROM (
          SELECT f.id AS follower_id, f.ns AS follower_ns, r.leader_id, r.leader_ns, r.time AS first_seen, r.time AS last_seen, ARRAY[r.table_id] AS table_ids
          FROM ({string.Join(" UNION ALL ", id.Tables.Select(t => $"SELECT * FROM {Extracted(t)}"))}) r
          CROSS JOIN {_input.Unnest} AS f (id, ns)
          WHERE f.id IS NOT NULL{(rules.FullRefresh ? string.Empty : $"""

          UNION ALL
          SELECT follower_id, follower_ns, leader_id, leader_ns, follower_first_seen_at, follower_last_seen_at, follower_source_table_ids FROM {Graph}
        """)}
        ) links
        GROUP BY follower_id, follower_ns, leader_id, leader_ns
        """;

    /// <summary>From one loop to the next: every leader gives way to the first of all leaders that its followers have.</summary>
    public string Iterate(string from) => $"""
        WITH seen AS (
          SELECT follower_id AS id, follower_ns AS ns, MIN(follower_first_seen_at) AS first_seen FROM {from} GROUP BY follower_id, follower_ns
        ),
        ranked AS (
          SELECT g.*, {_input.Rank("g.leader_id", "g.leader_ns", "s.first_seen")} AS rk
          FROM {from} g JOIN seen s ON s.id = g.leader_id AND s.ns = g.leader_ns
        ),
        best AS (SELECT follower_id, follower_ns, MIN(rk) AS b FROM ranked GROUP BY follower_id, follower_ns),
        leaders AS (SELECT DISTINCT leader_id, leader_ns, rk FROM ranked),
        firsts AS (
          SELECT r.leader_id, r.leader_ns, MIN(x.b) AS b
          FROM ranked r JOIN best x ON x.follower_id = r.follower_id AND x.follower_ns = r.follower_ns
          GROUP BY r.leader_id, r.leader_ns
        ),
        moved AS (
          SELECT m.leader_id, m.leader_ns, {Kept("m.leader_id", "l.leader_id")} AS new_id, {Kept("m.leader_ns", "l.leader_ns")} AS new_ns
          FROM firsts m JOIN leaders l ON l.rk = m.b
        )
        SELECT r.follower_id, r.follower_ns, m.new_id AS leader_id, m.new_ns AS leader_ns, MIN(r.follower_first_seen_at) AS follower_first_seen_at,
          MAX(r.follower_last_seen_at) AS follower_last_seen_at, array_sort(array_distinct(flatten(array_agg(r.follower_source_table_ids)))) AS follower_source_table_ids,
          {Run} AS follower_last_processed_at, {Run} AS time
        FROM {from} r JOIN moved m ON m.leader_id = r.leader_id AND m.leader_ns = r.leader_ns
        GROUP BY r.follower_id, r.follower_ns, m.new_id, m.new_ns
        """;

    /// <summary>How many pairs a loop has changed; 0 is converged.</summary>
    public static string Diff(string before, string after) => $"""
        SELECT COUNT(*) AS diff FROM (
          SELECT follower_id, follower_ns, leader_id, leader_ns FROM {after}
          EXCEPT SELECT follower_id, follower_ns, leader_id, leader_ns FROM {before}
        ) changed
        """;

    /// <summary>The id is opaque: nine bytes over key and leader, as text of twelve characters (cdp_phases §2.6).</summary>
    public string Lookup => $"""
        SELECT to_base64url(substr(hmac_sha256(to_utf8(CAST(leader_ns AS varchar) || ':' || leader_id), to_utf8('{rules.Database}.{id.Name}')), 1, 9)) AS {id.Column},
          follower_id AS id, follower_ns AS id_key_type,
          MIN(follower_first_seen_at) OVER (PARTITION BY leader_id, leader_ns) AS {id.Column}_first_seen_at,
          MAX(follower_last_seen_at) OVER (PARTITION BY leader_id, leader_ns) AS {id.Column}_last_seen_at,
          follower_first_seen_at AS id_first_seen_at, follower_last_seen_at AS id_last_seen_at,
          follower_source_table_ids AS id_source_table_ids, follower_last_processed_at AS id_last_processed_at, time
        FROM {Graph}
        """;

    private string Kept(string own, string other) => id.DoNotMerge is { } key
        ? string.Create(CultureInfo.InvariantCulture, $"CASE WHEN m.leader_ns = {key.Type} AND l.leader_ns = {key.Type} THEN {own} ELSE {other} END")
        : other;
}
