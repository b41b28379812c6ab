using System.Collections.Immutable;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Resolution;
using Cdp.Pipeline.Schemas;

namespace Cdp.Pipeline.Phases.Staging;

/// <summary>Decides everything about the phase's tables from the configuration and the described union tables.</summary>
internal sealed class StagingPlanner(ResolvedPipeline pipeline, SchemaCatalog schemas)
{
    /// <summary>Seconds; where a schedule starts the phase, hist-union may be writing meanwhile.</summary>
    private const int UsualLag = 60;

    private readonly Dictionary<string, StagingTable> _done = new(StringComparer.Ordinal);
    private readonly AskedColumns _asked = new(pipeline);

    private ResolvedStaging Phase => pipeline.Staging;

    /// <summary>The tables in the order of the configuration, all sources together.</summary>
    public ImmutableArray<StagingTable> Tables()
    {
        foreach (var table in Phase.Tables)
        {
            Plan(table, []);
        }

        return [.. Phase.Tables.Select(t => _done[t.Id])];
    }

    private StagingTable Plan(ResolvedStagingTable table, ImmutableArray<string> waiting)
    {
        if (_done.TryGetValue(table.Id, out var known))
        {
            return known;
        }

        if (waiting.Contains(table.Id))
        {
            throw new PipelineException(
                $"The staging tables {string.Join(", ", waiting)} wait for each other. Remove one of their depends_on or joins.",
                ExitCode.WrongInput);
        }

        return _done[table.Id] = Decide(table, waiting.Add(table.Id));
    }

    private StagingTable Decide(ResolvedStagingTable table, ImmutableArray<string> waiting)
    {
        var name = new TableName(Phase.SourceDatabase, table.SourceTable);
        var schema = schemas.Find(name) ?? throw new PipelineException(
            $"The table {name}, which staging reads, does not exist. Run the Hist-Union phase first.");
        var config = table.Config ?? new StagingTableConfig { Name = table.Id };
        var columns = new ColumnPlanner(pipeline.Config.Staging, config, _asked.Compared(table)).Plan(schema.Columns);
        var dedupe = config.Dedupe ?? ByKey(table, columns);
        ImmutableArray<JoinPlan> joins = [.. config.Joins.Select(j => Join(table, j, columns, waiting))];
        return new()
        {
            Name = table.Id,
            SourceSystem = table.Source,
            SourceDatabase = Phase.SourceDatabase,
            UnionTable = table.SourceTable,
            StagingDatabase = Phase.Database,
            Target = table.Target,
            LookupDatabase = pipeline.LookupDatabase,
            Load = config.Load ?? table.Union.Load,
            Engine = config.Engine ?? pipeline.Config.Staging.Engine,
            SafetyLag = pipeline.Config.Staging.SafetyLagSeconds ?? (pipeline.Config.Staging.Schedule is null ? 0 : UsualLag),
            HasOrigin = schema.Column("record_origin") is not null,
            Columns = columns,
            Dedupe = dedupe,
            Joins = joins,
            Outputs = OutputLimit.Choose(columns, [.. joins.SelectMany(j => j.Columns).Select(c => c.Here)], dedupe, _asked.All(table)),
            DependsOn = SameSource(table, config),
        };
    }

    /// <summary>An object whose key the ingestion or the union knows has one row per key, the latest.</summary>
    private static DedupeConfig? ByKey(ResolvedStagingTable table, ImmutableArray<ColumnPlan> columns)
    {
        var keys = (table.Union.Dedupe?.Keys ?? table.Union.Object.Key).Select(Output).ToImmutableArray();
        return keys.IsEmpty || keys.Contains(null)
            ? null
            : new()
            {
                Keys = keys!,
                OrderBy = Output(table.Union.Object.IncField) is { } changed ? [changed] : [],
            };

        string? Output(string? source) => columns.FirstOrDefault(c => c.Source == source)?.Value.Name;
    }

    private JoinPlan Join(ResolvedStagingTable table, JoinConfig join, ImmutableArray<ColumnPlan> columns, ImmutableArray<string> waiting)
    {
        var other = Plan(Phase.Tables.First(t => t.Id == join.Table), waiting);
        var taken = columns.SelectMany(c => c.Outputs).Select(o => o.Name).ToHashSet(StringComparer.Ordinal);
        return new(
            other.Target,
            other.StagingDatabase,
            [.. join.On.Select(o => (Here: o.Key, There: o.Value))],
            [
                .. join.Columns.Select(c => (
                    There: c,
                    Here: new OutputColumn(
                        Free(c + "_dim", taken),
                        Fetched(table, other, c).Type,
                        OutputRole.Value))),
            ]);
    }

    private static OutputColumn Fetched(ResolvedStagingTable table, StagingTable other, string column) =>
        other.Outputs.Kept.FirstOrDefault(o => o.Name == column) ?? throw new PipelineException(
            $"The staging table {table.Id} fetches the column {column} from {other.Name}, which has none of that name."
            + $"{Suggestion.For(column, other.Outputs.Kept.Select(o => o.Name))} Correct its joins.",
            ExitCode.WrongInput);

    private ImmutableArray<string> SameSource(ResolvedStagingTable table, StagingTableConfig config) =>
    [
        .. config.DependsOn.Concat(config.Joins.Select(j => j.Table)).Distinct()
            .Where(d => Phase.Tables.Any(t => t.Id == d && t.Source == table.Source)),
    ];

    private static string Free(string name, HashSet<string> taken)
    {
        var free = name;
        for (var n = 2; !taken.Add(free); n++)
        {
            free = $"{name}__{n}";
        }

        return free;
    }
}
