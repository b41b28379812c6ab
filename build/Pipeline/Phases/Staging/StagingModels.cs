using System.Collections.Immutable;

namespace Cdp.Pipeline.Phases.Staging;

/// <summary>What the templates of the workflows and of the parameters see.</summary>
internal sealed record StagingModel(
    string SourceDatabase, string StagingDatabase, string LookupDatabase, int Parallel, ImmutableArray<SourceModel> Sources)
{
    public bool HasHive => (Source is { } one ? [one] : Sources).Any(s => s.Waves.Any(w => w.Any(t => t.Hive)));

    public string? Schedule { get; init; }

    /// <summary>The source of a workflow file.</summary>
    public SourceModel? Source { get; init; }
}

internal sealed record SourceModel(string Name, ImmutableArray<ImmutableArray<TableModel>> Waves);

/// <summary>What the templates of one table see.</summary>
internal sealed record TableFileModel(TableModel Table, TransformText Text, UpsertText Upsert, ColumnDictionary Dictionary);

internal sealed class TableModel(StagingTable table)
{
    public string Name => table.Name;

    public string SourceSystem => table.SourceSystem;

    public string SourceDatabase => table.SourceDatabase;

    public string StagingDatabase => table.StagingDatabase;

    public string UnionTable => table.UnionTable;

    public string Target => table.Target;

    public string WorkTable => Incremental ? table.WorkTable : table.NewTable;

    public string NewTable => table.NewTable;

    public string FreshTable => table.FreshTable;

    public string WindowTable => table.WindowTable;

    public string Engine => Hive ? "hive" : "presto";

    public bool Hive => table.Engine is Configuration.SqlEngine.Hive;

    public bool Incremental => table.Load is Configuration.LoadKind.Incremental;

    public string Mode => Incremental ? "incremental" : "full";

    public int SafetyLag => table.SafetyLag;

    public bool HasOrigin => table.HasOrigin;

    public bool HasDedup => table.Dedupe is not null;

    public ImmutableArray<string> PartitionColumns => table.Dedupe?.Keys ?? [];

    public ImmutableArray<string> OrderColumns => [.. (table.Dedupe?.OrderBy ?? []).Select(table.OrderColumn)];
}
