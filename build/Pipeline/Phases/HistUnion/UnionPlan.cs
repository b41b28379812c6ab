using System.Collections.Immutable;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Resolution;
using Cdp.Pipeline.Schemas;

namespace Cdp.Pipeline.Phases.HistUnion;

/// <summary>One of the tables that are combined.</summary>
/// <param name="Origin"><c>hist</c> or <c>inc</c>, as <c>record_origin</c> says it of each row.</param>
internal sealed record UnionSide(string Origin, TableName Table, ImmutableArray<ColumnDescription> Columns)
{
    public ColumnDescription? Column(string name) => Columns.FirstOrDefault(c => c.Name == name);
}

internal sealed record UnionColumn(string Name, string Type)
{
    /// <summary>The column as one side gives it: cast where its type is narrower, a typed NULL where it has none.</summary>
    public string From(UnionSide side) => side.Column(Name) is { } column
        ? ColumnTypes.Cast(Sql.Name(Name), column.Type, Type)
        : $"CAST(NULL AS {Type})";
}

/// <summary>How one combined table is made: its sides, and its columns in the order of the increments.</summary>
internal sealed record UnionPlan(
    ResolvedUnion Union, TableName Target, ImmutableArray<UnionSide> Sides, ImmutableArray<UnionColumn> Columns, ImmutableArray<OutgrownColumn> Outgrown)
{
    /// <summary>Columns that the workflows add for themselves; they are not the source's.</summary>
    public static ImmutableArray<string> Technical { get; } = ["time", "load_batch_id", "record_origin", "union_batch_id"];

    public string Id => Union.Id;

    /// <summary>The combined table has to be made anew before anything is copied into it.</summary>
    public bool Rebuild => !IsFull && !Outgrown.IsEmpty;

    /// <summary>Built anew each time beside the old one, whose place it takes: loaded whole, or with one row a key.</summary>
    public bool IsFull => Union.Load is LoadKind.Full || Dedupe is not null;

    /// <summary>One row per key, or null. A function of both sides whole, so that it may be repeated and no batch is ever twice.</summary>
    public UnionDedupe? Dedupe => Union.Dedupe;

    public TableName NewTable => Target with { Table = $"{Target.Table}__new" };

    /// <summary>The combined table as the workflow leaves it.</summary>
    public TableSchema Made => new(
        Target,
        [
            .. Columns.Select(c => new ColumnDescription(c.Name, c.Type)),
            new("record_origin", "varchar"), new("union_batch_id", "varchar"), new("time", "bigint"),
        ]);

    public static UnionPlan Of(ResolvedHistUnion phase, ResolvedUnion union, SchemaCatalog schemas)
    {
        ImmutableArray<UnionSide> sides =
        [
            .. Side("hist", union.HasHist, new(phase.SourceDatabase, union.HistTable), schemas),
            .. Side("inc", union.HasInc, new(phase.SourceDatabase, union.IncTable), schemas),
        ];
        if (sides.IsEmpty)
        {
            throw new PipelineException(
                $"Neither {phase.SourceDatabase}.{union.HistTable} nor {phase.SourceDatabase}.{union.IncTable} exists, so there is nothing to combine into {union.Target}. Run the ingestion of {union.Id} first, or take it out of hist_union.tables.");
        }

        TableName target = new(phase.Database, union.Target);
        var known = schemas.Find(target);
        var columns = Combine(sides, known);
        RefuseUnknown(union, columns);
        return new(union, target, sides, columns, known is null ? [] : OutgrownBy(known, columns));
    }

    private static void RefuseUnknown(ResolvedUnion union, ImmutableArray<UnionColumn> columns)
    {
        string[] known = [.. columns.Select(c => c.Name), "time"];
        if ((union.Dedupe?.Keys ?? []).Concat(union.Dedupe?.OrderBy ?? []).FirstOrDefault(c => !known.Contains(c)) is { } missing)
        {
            throw new PipelineException(
                $"hist_union.dedupe of {union.Id} names the column '{missing}', which neither history nor increments have.{Suggestion.For(missing, known)}",
                ExitCode.WrongInput);
        }
    }

    private static IEnumerable<UnionSide> Side(string origin, bool configured, TableName table, SchemaCatalog schemas) =>
        configured && schemas.Find(table) is { } schema ? [new(origin, table, schema.Columns)] : [];

    /// <remarks>The increments' order first, then what only history has, then what only the combined table still has.</remarks>
    private static ImmutableArray<UnionColumn> Combine(ImmutableArray<UnionSide> sides, TableSchema? target)
    {
        var all = sides.Reverse().SelectMany(s => s.Columns)
            .Concat(target?.Columns ?? [])
            .Where(c => !Technical.Contains(c.Name));
        return
        [
            .. all.GroupBy(c => c.Name, StringComparer.Ordinal).Select(group =>
                new UnionColumn(group.Key, group.Select(c => ColumnTypes.Stored(c.Type)).Aggregate(ColumnTypes.Wider))),
        ];
    }

    private static ImmutableArray<OutgrownColumn> OutgrownBy(TableSchema target, ImmutableArray<UnionColumn> columns) =>
    [
        .. from column in columns
           let existing = target.Column(column.Name)
           where existing is null || ColumnTypes.Stored(existing.Type) != column.Type
           select new OutgrownColumn(column.Name, existing?.Type ?? "", column.Type),
    ];
}

/// <summary>A column that the combined table does not have yet, or in a type that has become too narrow.</summary>
/// <param name="Type">As it was described in the table; empty where it is missing.</param>
/// <param name="Wanted">The type that holds the values of all sides.</param>
internal sealed record OutgrownColumn(string Name, string Type, string Wanted)
{
    public override string ToString() => Type.Length == 0 ? $"{Name} {Wanted} is new" : $"{Name} was {Type}, becomes {Wanted}";
}
