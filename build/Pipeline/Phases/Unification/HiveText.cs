using System.Globalization;
using Cdp.Pipeline.Templating;

namespace Cdp.Pipeline.Phases.Unification;

/// <summary>The join of one table in Hive's words. Hive knows no sub-query within an expression, so excluded values are joined.</summary>
internal sealed class HiveText(IdentityPlan plan, IdentityTable table)
{
    public string Columns => string.Join(", ", Kept.Select(c => $"s.{Name(c)}"));

    public string From => $"{Name(plan.RecordDatabase)}.{Name(table.Records)} r" + string.Concat(table.Columns.Select(Joined));

    /// <summary>The columns without what is excluded; then, per key column, whether too many share its value.</summary>
    public string MaskedColumns => string.Join(
        ", ", Kept.Select(Masked).Concat(table.Columns.Select((_, n) => $"y{n}.key_value AS {Shared(n)}")));

    public string FirstId => $"COALESCE({string.Join(", ", table.Columns.Select(Valid).Append("NULL"))})";

    public string FirstType =>
        $"CASE {string.Join(" ", table.Columns.Select((c, n) => $"WHEN ({Valid(c, n)}) IS NOT NULL THEN {c.Alias.Key.Type}"))} END";

    private IEnumerable<string> Kept => table.AllColumns.Select(c => c.Name).Where(c => c != plan.Config.IdName);

    private static string Name(string name) => Quoting.HiveName(name);

    private static string Shared(int n) => Name(string.Create(CultureInfo.InvariantCulture, $"shared_key_{n + 1}"));

    private string Joined(KeyColumn column, int n) =>
        $" LEFT JOIN (SELECT DISTINCT key_value FROM {Name(plan.LookupDatabase)}.`exclusion_list` "
        + $"WHERE key_name = {Quoting.HiveText(column.Alias.Key.Name)} AND (tbls IS NULL OR array_contains(tbls, '*') "
        + $"OR array_contains(tbls, {Quoting.HiveText(table.Table)}))) x{n} ON x{n}.key_value = {Value("r", column)}"
        + $" LEFT JOIN {Name(plan.Database)}.{Name($"{plan.Prefix}_exclusion_candidates")} y{n} "
        + $"ON y{n}.key_type = {column.Alias.Key.Type} AND y{n}.key_value = {Value("r", column)}";

    private static string Value(string row, KeyColumn column) => $"trim(CAST({row}.{Name(column.Column)} AS STRING))";

    private string Masked(string column)
    {
        var keys = Enumerable.Range(0, table.Columns.Length).Where(n => EnrichText.Forms(table.Columns[n].Column).Contains(column)).ToList();
        return keys.Count is 0
            ? $"r.{Name(column)}"
            : $"CASE WHEN {string.Join(" AND ", keys.Select(n => $"x{n}.key_value IS NULL"))} THEN r.{Name(column)} END AS {Name(column)}";
    }

    private static string Valid(KeyColumn column, int n)
    {
        var value = Value("s", column);
        var key = column.Alias.Key;
        var conditions = new List<string> { $"{value} <> ''", $"s.{Shared(n)} IS NULL" };
        if (!key.InvalidTexts.IsEmpty)
        {
            conditions.Add($"{value} NOT IN ({string.Join(", ", key.InvalidTexts.Select(Quoting.HiveText))})");
        }

        if (key.ValidRegexp is { } pattern)
        {
            conditions.Add($"{value} RLIKE {Quoting.HiveText(pattern)}");
        }

        return $"CASE WHEN {string.Join(" AND ", conditions)} THEN {value} END";
    }
}
