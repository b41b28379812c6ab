using System.Collections.Immutable;

namespace Cdp.Pipeline.Phases.Unification;

/// <summary>What the templates of one source table see.</summary>
internal sealed class PrepText(IdentityPlan plan, IdentityText text, IdentityTable table)
{
    public int Id => table.Id;

    public string Name => table.Name;

    public string Table => table.Table;

    public string PrepTable => table.Prep;

    public string Source => Sql.Table(plan.RecordDatabase, table.Records);

    public string Records => table.Records;

    public string Prep => Sql.Table(plan.Database, table.Prep);

    public string Enriched => Sql.Table(plan.Database, table.Enriched);

    public string EnrichedTable => table.Enriched;

    public ImmutableArray<string> Aliases => [.. table.Columns.Select(c => Sql.Name(c.Alias.Name))];

    public string AnyAlias => string.Join(" OR ", Aliases.Select(a => $"{a} IS NOT NULL"));

    public ImmutableArray<string> Columns =>
        [.. table.Columns.Select(c => $"{IdentityText.Value(table, c.Column)} AS {Sql.Name(c.Alias.Name)}")];

    /// <summary>One expression per alias of the wide table: valid, not excluded, NULL where this table has no such key.</summary>
    public ImmutableArray<string> WideColumns => [.. plan.Aliases.Select(Wide)];

    /// <summary>As <c>src_prep_params.yml</c> lists them.</summary>
    public ImmutableArray<AliasModel> KeyColumns => [.. table.Columns.Select(c => new AliasModel(c.Column, c.Alias.Name, c.Alias.Key.Name))];

    private string Wide(KeyAlias alias)
    {
        if (table.Columns.All(c => c.Alias != alias))
        {
            return $"CAST(NULL AS varchar) AS {Sql.Name(alias.Name)}";
        }

        var value = $"p.{Sql.Name(alias.Name)}";
        return $"CASE WHEN {value} NOT IN {text.Excluded(alias.Key, table.Table)} THEN {IdentityText.Valid(alias.Key, value)} END "
            + $"AS {Sql.Name(alias.Name)}";
    }
}

/// <summary>A key column of a prep table that may hold what a deletion request left behind.</summary>
internal sealed record MaskedKey(string Prep, string Key, string Column, string Pattern);

internal sealed record AliasModel(string Column, string Alias, string Key);
