using System.Collections.Immutable;
using System.Globalization;

namespace Cdp.Emulator.Unification;

/// <summary>The records of an id: each with its valid keys side by side, the most trusted first.</summary>
internal sealed class UnifyInput(UnifyRules rules, UnifyId id)
{
    /// <summary>The id's own keys, then its parents, which count behind them.</summary>
    public ImmutableArray<UnifyKey> Keys =>
        [.. id.Keys, .. id.Parents.Select((p, n) => new UnifyKey(rules.Keys.Length + n + 1, p.Name, null, []))];

    /// <summary>Rows (time, table_id, a column for each slot, leader_id, leader_ns) of what has come to a table since the last run, or of all.</summary>
    public string Records(UnifyTable table) =>
        $"SELECT *, {First} AS leader_id, {FirstType} AS leader_ns FROM ({Table(table)}) t WHERE {First} IS NOT NULL";

    public string Unnest =>
        $"UNNEST(ARRAY[{string.Join(", ", Slots.Select(s => $"r.{s.Name}"))}], ARRAY[{string.Join(", ", Slots.Select(s => Number(s.Key.Type)))}])";

    private ImmutableArray<Slot> Slots =>
    [
        .. from key in Keys
           let most = Math.Max(1, id.Tables.Max(t => t.Columns.Count(c => c.Key == key)))
           from n in Enumerable.Range(0, most)
           select new Slot(key, n),
    ];

    private string First => Slots.Length is 1 ? Slots[0].Name : $"COALESCE({string.Join(", ", Slots.Select(s => s.Name))})";

    private string FirstType => $"CASE {string.Join(" ", Slots.Select(s => $"WHEN {s.Name} IS NOT NULL THEN {Number(s.Key.Type)}"))} END";

    /// <summary>A text that is least for the leader that comes first.</summary>
    public string Rank(string leader, string type, string firstSeen)
    {
        var trust = string.Join(" ", Keys.Select((k, n) => string.Create(CultureInfo.InvariantCulture, $"WHEN {k.Type} THEN '{n:d3}'")));
        var rank = $"CASE {type} {trust} END || ':' || {leader}";
        return id.IsPersistent ? $"lpad(CAST({firstSeen} AS varchar), 11, '0') || ':' || {rank}" : rank;
    }

    /// <summary>Each value is judged once, innermost: rules may be long, and the text must stay short.</summary>
    private string Table(UnifyTable table)
    {
        var before = Before(id).Distinct().ToList();
        var valid = string.Concat(table.Columns.Select((c, n) => $", {Valid(c)} AS {Judged(n)}"));
        var columns = Slots.Select(s => $"{Value(table, s)} AS {s.Name}");
        var joins = before.Select(p => $" LEFT JOIN {rules.Database}.{p.Name}_lookup {Joined(p)} ON {Parent(table, p)}");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"SELECT v.time, CAST({table.Id} AS bigint) AS table_id, {string.Join(", ", columns)} FROM (SELECT s.time{valid} FROM {table.Database}.{table.Table} s{Window(table)}) v{string.Concat(joins)}");
    }

    /// <summary>All ids that the id needs, each behind those that it needs itself.</summary>
    private static IEnumerable<UnifyId> Before(UnifyId id) => id.Parents.SelectMany(p => Before(p).Append(p));

    private string Value(UnifyTable table, Slot slot) => id.Parents.FirstOrDefault(p => p.Name == slot.Key.Name) is { } parent
        ? $"{Joined(parent)}.{parent.Column}"
        : Of(table, slot.Key).ElementAtOrDefault(slot.Number) ?? "CAST(NULL AS varchar)";

    /// <summary>A record has the parent of its first valid key; a record of a table that is not among the parent's sources has none.</summary>
    private string Parent(UnifyTable table, UnifyId parent)
    {
        var valid = parent.Keys.SelectMany(k => Of(table, k).Select(v => (Text: v, k.Type)))
            .Concat(parent.Parents.Select((p, n) => (Text: $"{Joined(p)}.{p.Column}", Type: rules.Keys.Length + n + 1))).ToList();
        return valid.Count is 0 || parent.Tables.All(t => t.Id != table.Id)
            ? "1 = 0"
            : $"{Joined(parent)}.id = COALESCE({string.Join(", ", valid.Select(v => v.Text).Append("NULL"))}) "
                + $"AND {Joined(parent)}.id_key_type = CASE {string.Join(" ", valid.Select(v => $"WHEN {v.Text} IS NOT NULL THEN {Number(v.Type)}"))} END";
    }

    private static string Joined(UnifyId id) => $"id_{id.Name}";

    /// <summary>The judged columns of a key.</summary>
    private static IEnumerable<string> Of(UnifyTable table, UnifyKey key) =>
        table.Columns.Select((c, n) => (c.Key, Name: $"v.{Judged(n)}")).Where(c => c.Key == key).Select(c => c.Name);

    private static string Judged(int n) => string.Create(CultureInfo.InvariantCulture, $"c{n + 1}");

    private string Window(UnifyTable table) => rules.FullRefresh || !table.IsIncremental
        ? string.Empty
        : string.Create(
            CultureInfo.InvariantCulture,
            $" WHERE s.time > COALESCE((SELECT MAX(high_water_mark) FROM {rules.Database}.{id.Name}_high_water_mark WHERE table_id = {table.Id}), -1)");

    private static string Valid(UnifyColumn column)
    {
        var value = $"CAST(s.{Quoted(column.Column)} AS varchar)";
        var conditions = new List<string> { $"{value} IS NOT NULL" };
        if (!column.Key.InvalidTexts.IsEmpty)
        {
            conditions.Add($"{value} NOT IN ({string.Join(", ", column.Key.InvalidTexts.Select(Literal))})");
        }

        if (column.Key.ValidRegexp is { } pattern)
        {
            conditions.Add($"regexp_like({value}, {Literal(pattern)})");
        }

        return $"CASE WHEN {string.Join(" AND ", conditions)} THEN {value} END";
    }

    private static string Quoted(string name) => $"\"{name}\"";

    /// <summary>The answer is templated once more, so a dollar before a brace is taken apart.</summary>
    private static string Literal(string text) =>
        $"'{text.Replace("'", "''", StringComparison.Ordinal).Replace("${", "$' || '{", StringComparison.Ordinal)}'";

    private static string Number(int value) => string.Create(CultureInfo.InvariantCulture, $"CAST({value} AS bigint)");

    private sealed record Slot(UnifyKey Key, int Number)
    {
        public string Name => string.Create(CultureInfo.InvariantCulture, $"k{Key.Type}_{Number}");
    }
}
