using System.Collections.Immutable;
using System.Globalization;

namespace Cdp.Emulator.Unification;

/// <summary>The records of an id: each with its valid keys side by side, the most trusted first.</summary>
internal sealed class UnifyInput(UnifyRules rules, UnifyId id)
{
    /// <summary>The id's own keys, then its parents, which count behind them.</summary>
    public ImmutableArray<UnifyKey> Keys =>
        [.. id.Keys, .. id.Parents.Select((p, n) => new UnifyKey(rules.Keys.Length + n + 1, p.Name, null, []))];

    /// <summary>Rows (time, table_id, a column for each slot, leader_id, leader_ns) of what has come since the last run, or of all.</summary>
    public string Records =>
        $"SELECT *, {First} AS leader_id, {FirstType} AS leader_ns FROM ({string.Join(" UNION ALL ", id.Tables.Select(Table))}) t WHERE {First} IS NOT NULL";

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

    private string Table(UnifyTable table)
    {
        var parents = id.Parents.Select((p, n) => (Id: p, Name: $"p{n.ToString(CultureInfo.InvariantCulture)}")).ToList();
        var columns = Slots.Select(s => $"{Value(table, s, parents.FirstOrDefault(p => p.Id.Name == s.Key.Name).Name)} AS {s.Name}");
        var joins = parents.Select(p => $" LEFT JOIN {rules.Database}.{p.Id.Name}_lookup {p.Name} ON {Parent(table, p.Id, p.Name)}");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"SELECT s.time, CAST({table.Id} AS bigint) AS table_id, {string.Join(", ", columns)} FROM {table.Database}.{table.Table} s{string.Concat(joins)}{Window(table)}");
    }

    private string Value(UnifyTable table, Slot slot, string? parent) => parent is not null
        ? $"{parent}.{id.Parents.First(p => p.Name == slot.Key.Name).Column}"
        : table.Columns.Where(c => c.Key == slot.Key).ElementAtOrDefault(slot.Number) is { } column
            ? Valid(column)
            : "CAST(NULL AS varchar)";

    /// <summary>A record has the parent of its first valid key.</summary>
    private static string Parent(UnifyTable table, UnifyId parent, string name)
    {
        var valid = parent.Keys.SelectMany(k => table.Columns.Where(c => c.Key == k)).Select(c => (Text: Valid(c), c.Key.Type)).ToList();
        return valid.Count is 0
            ? "1 = 0"
            : $"{name}.id = COALESCE({string.Join(", ", valid.Select(v => v.Text).Append("NULL"))}) "
                + $"AND {name}.id_key_type = CASE {string.Join(" ", valid.Select(v => $"WHEN {v.Text} IS NOT NULL THEN {Number(v.Type)}"))} END";
    }

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
