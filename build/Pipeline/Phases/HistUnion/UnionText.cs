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
