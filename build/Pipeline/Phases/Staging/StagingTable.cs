using System.Collections.Immutable;
using Cdp.Pipeline.Configuration;

namespace Cdp.Pipeline.Phases.Staging;

/// <summary>One table of the phase, with everything decided.</summary>
internal sealed record StagingTable
{
    /// <summary><c>{source}_{object}</c>.</summary>
    public required string Name { get; init; }

    public required string SourceSystem { get; init; }

    public required string SourceDatabase { get; init; }

    public required string UnionTable { get; init; }

    public required string StagingDatabase { get; init; }

    public required string Target { get; init; }

    public required string LookupDatabase { get; init; }

    public required LoadKind Load { get; init; }

    /// <summary>Who transforms; all else is Trino's.</summary>
    public required SqlEngine Engine { get; init; }

    /// <summary>So many seconds of the union's newest rows wait for the next run: others of the same second may come yet.</summary>
    public required int SafetyLag { get; init; }

    /// <summary>The union says of each row whether it came with the history or an increment.</summary>
    public required bool HasOrigin { get; init; }

    public required ImmutableArray<ColumnPlan> Columns { get; init; }

    public required OutputLimit Outputs { get; init; }

    public DedupeConfig? Dedupe { get; init; }

    public ImmutableArray<JoinPlan> Joins { get; init; } = [];

    /// <summary>Tables of the same source that must be ready before.</summary>
    public ImmutableArray<string> DependsOn { get; init; } = [];

    public string WorkTable => $"{Target}_work";

    public string FreshTable => $"{Target}_fresh";

    public string WindowTable => $"{Target}_window";

    public string NewTable => $"{Target}__new";

    public ImmutableArray<string> Origins => HasOrigin ? ["hist", "inc"] : ["all"];

    /// <summary>The cleaned column by which rows are ordered when the configuration names <paramref name="column"/>: dates by their instant.</summary>
    public string OrderColumn(string column) =>
        Columns.FirstOrDefault(c => c.Value.Name == column)?.Find(OutputRole.Unixtime)?.Name ?? column;
}

/// <param name="On">This table's column and the other's.</param>
/// <param name="Columns">The other's column, its name here and its type.</param>
internal sealed record JoinPlan(
    string Table,
    string Database,
    ImmutableArray<(string Here, string There)> On,
    ImmutableArray<(string There, OutputColumn Here)> Columns);
