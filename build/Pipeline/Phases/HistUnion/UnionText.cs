using Cdp.Pipeline.Configuration;

namespace Cdp.Pipeline.Phases.HistUnion;

/// <summary>What the templates of one combined table see.</summary>
internal sealed class UnionText(UnionPlan plan, string incLog, int safetyLag)
{
    public string Id => plan.Id;

    public string Target => Sql.Table(plan.Target);

    public string TargetTable => plan.Target.Table;

    public string Database => plan.Target.Database;

    public string IncLog => incLog;

    public int SafetyLag => safetyLag;

    public bool IsFull => plan.IsFull;

    public bool HasOneRowPerKey => plan.Dedupe is not null;

    /// <summary>The place of a row among those of its key. Total, so that the same rows give the same table.</summary>
    public string Rank => $"ROW_NUMBER() OVER (PARTITION BY {string.Join(", ", Keys)} ORDER BY {string.Join(", ", Order)})";

    /// <summary>Which rows stay.</summary>
    public string Kept => plan.Dedupe?.NullKeys is NullKeys.Drop
        ? $"\"key_rank\" = 1 AND NOT ({AllKeysNull})"
        : $"\"key_rank\" = 1 OR ({AllKeysNull})";

    /// <summary>Columns of the source's, quoted, in the table's order.</summary>
    public IReadOnlyList<string> Names => [.. plan.Columns.Select(c => Sql.Name(c.Name))];

    public IReadOnlyList<string> Definitions => [.. plan.Columns.Select(c => $"{Sql.Name(c.Name)} {c.Type}")];

    public IReadOnlyList<Side> Sides => [.. plan.Sides.Select(side => new Side(plan, side))];

    /// <summary>The combined table's own columns in the types that they are to have, for a rebuild.</summary>
    public IReadOnlyList<string> Rebuilt(Schemas.TableSchema existing)
    {
        UnionSide old = new("", plan.Target, existing.Columns);
        return [.. plan.Columns.Select(c => $"{c.From(old)} AS {Sql.Name(c.Name)}")];
    }

    private IEnumerable<string> Keys => (plan.Dedupe?.Keys ?? []).Select(Sql.Name);

    private string AllKeysNull => string.Join(" AND ", Keys.Select(k => $"{k} IS NULL"));

    private IEnumerable<string> Order =>
    [
        .. (plan.Dedupe?.OrderBy ?? []).Select(c => $"{Sql.Name(c)} DESC NULLS LAST"),
        "\"time\" DESC",
        "\"record_origin\" DESC",
        .. Names.Except(Keys),
    ];

    internal sealed class Side(UnionPlan plan, UnionSide side)
    {
        public string Origin => side.Origin;

        public string Table => Sql.Table(side.Table);

        public string TableName => side.Table.Table;

        public string Database => side.Table.Database;

        /// <summary>Each column with its name, which a table that is made from the query takes.</summary>
        public IReadOnlyList<string> Expressions => [.. plan.Columns.Select(Aliased)];

        private string Aliased(UnionColumn column)
        {
            var (name, value) = (Sql.Name(column.Name), column.From(side));
            return value == name ? name : $"{value} AS {name}";
        }
    }
}
