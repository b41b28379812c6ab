using Cdp.Pipeline.Templating;

namespace Cdp.Pipeline.Phases.Unification;

/// <summary>The join of one table in Hive's words. Hive knows no sub-query within an expression, so excluded values are joined.</summary>
internal sealed class HiveText(IdentityPlan plan, IdentityTable table)
{
    public string Columns => string.Join(", ", Kept.Select(c => $"s.{Name(c)}"));

    public string From => $"{Name(plan.StagingDatabase)}.{Name(table.Table)} r" + string.Concat(table.Columns.Select(Exclusion));

    public string MaskedColumns => string.Join(", ", Kept.Select(Masked));

    public string FirstId => $"COALESCE({string.Join(", ", table.Columns.Select(Valid).Append("NULL"))})";

    public string FirstType =>
        $"CASE {string.Join(" ", table.Columns.Select(c => $"WHEN ({Valid(c)}) IS NOT NULL THEN {c.Alias.Key.Type}"))} END";

    private IEnumerable<string> Kept => table.AllColumns.Select(c => c.Name).Where(c => c != plan.Config.IdName);

    private static string Name(string name) => Quoting.HiveName(name);

    private string Exclusion(KeyColumn column, int n) =>
        $" LEFT JOIN (SELECT DISTINCT key_value FROM {Name(plan.LookupDatabase)}.`exclusion_list` "
        + $"WHERE key_name = {Quoting.HiveText(column.Alias.Key.Name)} AND (tbls IS NULL OR array_contains(tbls, '*') "
        + $"OR array_contains(tbls, {Quoting.HiveText(table.Table)}))) x{n} ON x{n}.key_value = r.{Name(column.Column)}";

    private string Masked(string column)
    {
        for (var n = 0; n < table.Columns.Length; n++)
        {
            if (EnrichText.Forms(table.Columns[n].Column).Contains(column))
            {
                return $"CASE WHEN x{n}.key_value IS NULL THEN r.{Name(column)} END AS {Name(column)}";
            }
        }

        return $"r.{Name(column)}";
    }

    private static string Valid(KeyColumn column)
    {
        var value = $"trim(CAST(s.{Name(column.Column)} AS STRING))";
        var key = column.Alias.Key;
        var conditions = new List<string> { $"{value} <> ''" };
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
