using System.Collections.Immutable;
using Cdp.Pipeline.Configuration;

namespace Cdp.Pipeline.Phases.Unification;

/// <summary>What the join of one table needs; it stands in <c>config/stage_enrich.yml</c>, the statement in <c>enrich/queries</c>.</summary>
internal sealed class EnrichText(IdentityPlan plan, IdentityText text, IdentityTable table)
{
    public int Id => table.Id;

    public string Database => plan.RecordDatabase;

    public string Table => table.Records;

    public string Staged => Sql.Table(plan.StagingDatabase, table.Table);

    public string Enriched => table.Enriched;

    public string Engine => table.Engine is SqlEngine.Hive ? "hive" : "presto";

    public ImmutableArray<string> BucketCols => table.BucketColumns;

    public ImmutableArray<AliasModel> KeyColumns => [.. table.Columns.Select(c => new AliasModel(c.Column, c.Alias.Name, c.Alias.Key.Name))];

    public HiveText Hive => new(plan, table);

    /// <summary>The bucket columns as a text literal that holds a list of text literals.</summary>
    public string BucketText => Sql.Text(string.Join(", ", table.BucketColumns.Select(Sql.Text)));

    /// <summary>All columns of the staging table but those that the join adds.</summary>
    public string Columns => string.Join(", ", Kept.Select(c => $"s.{Sql.Name(c)}"));

    /// <summary>The same, with excluded values of keys and of their raw and hashed forms made NULL.</summary>
    public string MaskedColumns => string.Join(", ", Kept.Select(Masked));

    /// <summary>Per key column its value when it counts, over the masked columns.</summary>
    public string ValidKeys => string.Join(", ", Valids.Select((v, n) => $"{v.Value} AS {ValidKey(n)}"));

    /// <summary>The most trusted of them, and its type.</summary>
    public string FirstId => $"COALESCE({string.Join(", ", Valids.Select((_, n) => $"s.{ValidKey(n)}").Append("NULL"))})";

    public string FirstType =>
        $"CASE {string.Join(" ", Valids.Select((v, n) => $"WHEN s.{ValidKey(n)} IS NOT NULL THEN {v.Type}"))} END";

    /// <summary>Counts rows with at least one valid key.</summary>
    public string AnyValid => string.Join(" OR ", Valids.Select(v => $"({v.Value}) IS NOT NULL"));

    /// <summary>A value that is still there although it is excluded.</summary>
    public string AnyExcluded => string.Join(" OR ", table.Columns.Select(Excluded));

    /// <summary>The columns that tell the same: <c>email_std</c>, <c>email</c>, <c>email_hash</c>.</summary>
    public static string[] Forms(string column)
    {
        var root = column.EndsWith("_std", StringComparison.Ordinal) ? column[..^4] : column;
        return [column, root, $"{root}_hash", $"{root}_std"];
    }

    private IEnumerable<string> Kept => table.AllColumns.Select(c => c.Name).Where(c => c != plan.Config.IdName);

    private IEnumerable<(string Value, int Type)> Valids => table.Columns.Select(c => (Valid(c), c.Alias.Key.Type));

    private string Valid(KeyColumn column)
    {
        var value = IdentityText.Value(table, column.Column, "s.");
        return $"CASE WHEN {text.Unshared(column.Alias.Key, value)} THEN {IdentityText.Valid(column.Alias.Key, value)} END";
    }

    private static string ValidKey(int n) => Sql.Name($"valid_key_{n + 1}");

    private string Masked(string column)
    {
        var keys = table.Columns.Where(k => Forms(k.Column).Contains(column)).Select(Excluded).ToList();
        return keys.Count is 0
            ? $"s.{Sql.Name(column)}"
            : $"CASE WHEN {string.Join(" OR ", keys)} THEN NULL ELSE s.{Sql.Name(column)} END AS {Sql.Name(column)}";
    }

    private string Excluded(KeyColumn column) =>
        $"{IdentityText.Value(table, column.Column, "s.")} IN {text.Excluded(column.Alias.Key, table.Table)}";
}
