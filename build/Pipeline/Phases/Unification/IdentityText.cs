using System.Collections.Immutable;
using System.Globalization;
using Cdp.Pipeline.Templating;

namespace Cdp.Pipeline.Phases.Unification;

/// <summary>The parts of the phase's SQL that are computed; the templates put them together.</summary>
internal sealed class IdentityText(IdentityPlan plan)
{
    /// <summary>Run of the workflow: the same for its three parts, and for a retry.</summary>
    public const string Run = "CAST(${session_unixtime} AS bigint)";

    public string Prep => Table("prep");

    public string PrepNew => Table("prep__new");

    public string State => Table("resolved");

    public string StateNew => Table("resolved__new");

    public string Graph => Sql.Table(plan.Database, $"{plan.IdPrefix}_graph");

    public string GraphNew => Sql.Table(plan.Database, $"{plan.IdPrefix}_graph__new");

    public string Lookup => Sql.Table(plan.Database, $"{plan.IdPrefix}_lookup");

    public string LookupNew => Sql.Table(plan.Database, $"{plan.IdPrefix}_lookup__new");

    public string MergeSplitLog => Table("merge_split_log");

    public string Input => Table("work_input");

    public string Pairs => Table("work_pairs");

    public string Vertices => Table("work_vertices");

    public string Control => Table("work_control");

    public string Hubs => Table("work_hubs");

    public string Moves => Table("work_moves");

    public string Map => Table("work_map");

    public string Candidates => Table("exclusion_candidates");

    public string Leaders => Table("work_leaders");

    /// <summary>Without its round: <c>…_work_edges_</c>.</summary>
    public string Edges => $"{plan.Prefix}_work_edges_";

    public string KeyNames => Sql.Table(plan.Database, $"{plan.Config.IdName}_keys");

    public string TableNames => Sql.Table(plan.Database, $"{plan.Config.IdName}_tables");

    public string SourceKeyStats => Sql.Table(plan.Database, $"{plan.Config.IdName}_source_key_stats");

    public string ResultKeyStats => Sql.Table(plan.Database, $"{plan.Config.IdName}_result_key_stats");

    public string ExclusionList => Sql.Table(plan.LookupDatabase, "exclusion_list");

    /// <summary>The tables of TD's own service.</summary>
    public string ServiceGraph => Sql.Table(plan.ServiceDatabase, $"{plan.Config.IdName}_graph");

    public string ServiceLookup => Sql.Table(plan.ServiceDatabase, $"{plan.Config.IdName}_lookup");

    public string Id => Sql.Name(plan.Config.IdName);

    /// <summary>Seen in <see cref="RecordName"/>: another rule gives every record another name, and so a new person.</summary>
    public string Rules => Sql.Text(
        $"{plan.Config.IdMethod}:{string.Join(',', plan.ByTrust.Select(k => $"{k.Name}={k.Type}"))}");

    /// <summary>The lookup with one row per value: of several persons that share it, the one whose leader comes first.</summary>
    public string OneLookup => One(Lookup, Sql.Name);

    public string OneLookupNew => One(LookupNew, Sql.Name);

    public string HiveLookup => One(
        $"{Quoting.HiveName(plan.Database)}.{Quoting.HiveName($"{plan.IdPrefix}_lookup")}", Quoting.HiveName);

    /// <summary>The name of the key whose number stands in <c>ns</c>.</summary>
    public string KeyNameOf => $"CASE \"ns\" {KeyNameArms} END";

    public ImmutableArray<string> Aliases => [.. plan.Aliases.Select(a => Sql.Name(a.Name))];

    /// <summary>The key columns of the wide table without the values that too many share.</summary>
    public ImmutableArray<string> KeptAliases =>
        [.. plan.Aliases.Select(a => $"CASE WHEN {Unshared(a.Key, Sql.Name(a.Name))} THEN {Sql.Name(a.Name)} END AS {Sql.Name(a.Name)}")];

    public string AnyAlias => string.Join(" OR ", Aliases.Select(a => $"{a} IS NOT NULL"));

    public string RecordName =>
        $"lower(to_hex(sha256(to_utf8(json_format(CAST(ARRAY[{Rules}, \"source\", {string.Join(", ", Aliases)}] AS JSON))))))";

    /// <summary>The most trusted key of a record, and its type.</summary>
    public string FirstId => Aliases.Length is 1 ? Aliases[0] : $"COALESCE({string.Join(", ", Aliases)})";

    public string FirstType =>
        $"CASE {string.Join(" ", plan.Aliases.Select(a => $"WHEN {Sql.Name(a.Name)} IS NOT NULL THEN {a.Key.Type}"))} END";

    /// <summary>All keys of a record as rows (id, type).</summary>
    public string Unnest =>
        $"UNNEST(ARRAY[{string.Join(", ", Aliases)}], ARRAY[{string.Join(", ", plan.Aliases.Select(a => $"CAST({a.Key.Type} AS bigint)"))}])";

    /// <summary>How much the key of a vertex is trusted; 1 is most.</summary>
    public string VertexRank =>
        $"CASE \"ns\" {string.Join(" ", plan.Keys.Select(k => $"WHEN {k.Type} THEN {k.Priority}"))} END";

    /// <summary>Which key of a person is its leader: a published one first, then the earliest seen (cdp_phases §2.10).</summary>
    public string LeaderOrder => plan.Persistent
        ? $"\"may_lead\" DESC, \"published_at\" NULLS LAST, \"first_seen\", {VertexRank}, \"id\""
        : $"\"may_lead\" DESC, {VertexRank}, \"id\"";

    /// <summary>How much the leader of a pair is trusted; 1 is most.</summary>
    public string LeaderRank =>
        $"CASE \"leader_ns\" {string.Join(" ", plan.Keys.Select(k => $"WHEN {k.Type} THEN {k.Priority}"))} END";

    /// <summary>The person's id: 9 bytes of an HMAC over the leader, 12 characters (cdp_phases §2.6).</summary>
    public string IdOf(string type, string id) =>
        $"to_base64url(substr(hmac_sha256(to_utf8(CASE {type} {KeyNameArms} END || chr(31) || {id}), "
        + $"to_utf8({Sql.Text(plan.Folder.Length is 0 ? plan.Name : $"{plan.Name}.{plan.Config.IdName}")})), 1, 9))";

    public string LeaderId => IdOf("g.\"leader_ns\"", "g.\"leader_id\"");

    private string KeyNameArms => string.Join(" ", plan.Keys.Select(k => $"WHEN {k.Type} THEN {Sql.Text(k.Name)}"));

    /// <summary>A key column as text without blanks around; empty is nothing.</summary>
    public static string Value(IdentityTable table, string column, string prefix = "")
    {
        var name = prefix + Sql.Name(column);
        var type = table.AllColumns.First(c => c.Name == column).Type;
        return type.StartsWith("varchar", StringComparison.Ordinal)
            ? $"NULLIF(trim({name}), '')"
            : $"CAST({name} AS varchar)";
    }

    /// <summary>The value when it counts as this key, else NULL; the same text wherever a key is judged.</summary>
    public static string Valid(IdentityKey key, string value)
    {
        var conditions = new List<string>();
        if (!key.InvalidTexts.IsEmpty)
        {
            conditions.Add($"{value} NOT IN ({string.Join(", ", key.InvalidTexts.Select(Sql.Text))})");
        }

        if (key.ValidRegexp is { } pattern)
        {
            conditions.Add($"regexp_like({value}, {Sql.Text(pattern)})");
        }

        return conditions.Count is 0 ? value : $"CASE WHEN {string.Join(" AND ", conditions)} THEN {value} END";
    }

    /// <summary>Values on the exclusion list for this key and table, as a sub-query.</summary>
    public string Excluded(IdentityKey key, string table) =>
        $"(SELECT \"key_value\" FROM {ExclusionList} WHERE \"key_name\" = {Sql.Text(key.Name)} AND \"key_value\" IS NOT NULL "
        + $"AND (\"tbls\" IS NULL OR contains(\"tbls\", '*') OR contains(\"tbls\", {Sql.Text(table)})))";

    /// <summary>Whether the value is none that too many share; NULL for NULL.</summary>
    public string Unshared(IdentityKey key, string value) => string.Create(
        CultureInfo.InvariantCulture,
        $"{value} NOT IN (SELECT \"key_value\" FROM {Candidates} WHERE \"key_type\" = {key.Type})");

    private string One(string table, Func<string, string> name)
    {
        if (!plan.LeaderLoop)
        {
            return table;
        }

        var columns = string.Join(", ", new[] { "id", "id_key_type", plan.Config.IdName }.Select(name));
        var rank = string.Join(" ", plan.Keys.Select(k => $"WHEN {k.Type} THEN {k.Priority}"));
        return $"(SELECT {columns} FROM (SELECT {columns}, ROW_NUMBER() OVER (PARTITION BY {name("id")}, {name("id_key_type")} "
            + $"ORDER BY CASE {name("leader_ns")} {rank} END, {name("leader_id")}) AS {name("place")} FROM {table}) places "
            + $"WHERE {name("place")} = 1)";
    }

    private string Table(string suffix) => Sql.Table(plan.Database, $"{plan.Prefix}_{suffix}");
}
