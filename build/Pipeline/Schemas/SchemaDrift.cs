namespace Cdp.Pipeline.Schemas;

/// <summary>How a table differs from what was known of it (spec, cdp_phases §4.2, B-ING-17).</summary>
internal static class SchemaDrift
{
    /// <summary>A few words for each column that has come, gone or changed its type; none where only the order differs.</summary>
    public static IReadOnlyList<string> Between(TableSchema known, TableSchema now) =>
    [
        .. now.Columns.Where(c => known.Column(c.Name) is null).Select(c => $"{c.Name} {c.Type} is new"),
        .. from column in now.Columns
           let before = known.Column(column.Name)
           where before is not null && before.Type != column.Type
           select $"{column.Name} was {before.Type}, is {column.Type}",
        .. known.Columns.Where(c => now.Column(c.Name) is null).Select(c => $"{c.Name} is gone"),
    ];
}
