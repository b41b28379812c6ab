using System.Collections.Immutable;
using Cdp.Pipeline.Configuration;

namespace Cdp.Pipeline.Phases.Unification;

/// <summary>What every template of the phase sees; <c>table</c> only those of one table.</summary>
internal sealed class UnificationModel(IdentityPlan plan, Region region)
{
    public PlanModel Plan { get; } = new(plan, region);

    public IdentityText Text { get; } = new(plan);

    public MasterText Master { get; } = new(plan);

    public ImmutableArray<KeyModel> Keys { get; } =
        [.. plan.Keys.Select(KeyModel.Of)];

    public ImmutableArray<AliasModel> Aliases { get; } =
        [.. plan.Aliases.Select(a => new AliasModel(a.Name, a.Name, a.Key.Name))];

    public ImmutableArray<PrepText> Tables { get; } =
        [.. plan.Tables.Select(t => new PrepText(plan, new(plan), t))];

    public ImmutableArray<MaskedKey> Masked { get; } =
    [
        .. from table in plan.Tables
           from column in table.Columns
           let pattern = column.Alias.Key.MaskedRegexp
           where pattern is not null
           select new MaskedKey(
               Sql.Table(plan.Database, table.Prep), column.Alias.Key.Name, Sql.Name(column.Alias.Name), Sql.Text(pattern)),
    ];

    public UnifyModel Unify { get; } = new(plan);

    public ImmutableArray<EnrichText> Enrich { get; } =
        [.. plan.Tables.Select(t => new EnrichText(plan, new(plan), t))];
}

internal sealed record TableFileModel(PrepText Table);

internal sealed record IdsFileModel(IdsText Table);

internal sealed record KeyModel(int Type, string Name, string? ValidRegexp, ImmutableArray<string> InvalidTexts)
{
    public static KeyModel Of(IdentityKey key) => new(key.Type, key.Name, key.ValidRegexp, key.InvalidTexts);
}

/// <summary>The plain values of the phase.</summary>
internal sealed class PlanModel(IdentityPlan plan, Region region)
{
    public string Client => plan.Client;

    public string Folder => plan.Folder;

    public string IdPrefix => plan.IdPrefix;

    public string RecordDatabase => plan.RecordDatabase;

    /// <summary>Whether ids that were found before join records.</summary>
    public bool MergesIds => !plan.Before.IsEmpty;

    public ImmutableArray<string> IdsBefore => [.. plan.Before.Select(p => p.Config.IdName)];

    public string Name => plan.Name;

    public string Prefix => plan.Prefix;

    public string? Schedule => plan.Config.Schedule;

    public string SourceDatabase => plan.SourceDatabase;

    public string StagingDatabase => plan.StagingDatabase;

    public string Database => plan.Database;

    public string LookupDatabase => plan.LookupDatabase;

    public string IdName => plan.Config.IdName;

    public bool Hosted => plan.Config.Engine is UnificationEngine.Hosted;

    public bool Persistent => plan.Persistent;

    public bool Canonical => !plan.Persistent;

    public bool Incremental => plan.Incremental;

    public bool Full => !plan.Incremental;

    public bool KeepDebugTables => plan.Config.KeepDebugTables;

    public int Parallel => plan.Config.Parallel;

    public string Run => IdentityText.Run;

    public int MaxValuesPerKeyValue => plan.Config.MaxValuesPerKeyValue;

    public bool LeaderLoop => plan.LeaderLoop;

    public string? DoNotMergeKey => plan.DoNotMerge?.Name;

    public int? DoNotMergeType => plan.DoNotMerge?.Type;

    public int Rounds => plan.Rounds;

    public int MostRounds => plan.MostRounds;

    public IEnumerable<int> RoundsBackwards => Enumerable.Range(0, Rounds).Reverse();

    /// <summary>The lookup's first column has the name of the method, as the service's has.</summary>
    public string MethodColumn => plan.Persistent ? "persistent_id" : "canonical_id";

    public ImmutableArray<string> MergeByKeys => [.. plan.ByTrust.Select(k => k.Name)];

    /// <summary>Rounds of the service, which has the leader loop and starts anew from the last graph (cdp_phases §2.2).</summary>
    public int ServiceRounds => plan.Config.MergeIterations ?? 15;

    public int IncrementalServiceRounds => plan.Config.MergeIterations ?? 10;

    public string CdpEndpoint => plan.Config.RegionalEndpoint?.TrimEnd('/') ?? region switch
    {
        Region.Eu01 => "https://api-cdp.eu01.treasuredata.com",
        Region.Tokyo => "https://api-cdp.treasuredata.co.jp",
        Region.Ap02 => "https://api-cdp.ap02.treasuredata.com",
        Region.Ap03 => "https://api-cdp.ap03.treasuredata.com",
        _ => "https://api-cdp.treasuredata.com",
    };

    public ImmutableArray<string> WorkTables =>
    [
        .. new[] { "input", "pairs", "vertices", "control", plan.LeaderLoop ? "moves" : "hubs", "map", "leaders" }
            .Select(t => $"{plan.Prefix}_work_{t}"),
        .. Enumerable.Range(0, Rounds + 1).Select(r => $"{plan.Prefix}_work_edges_{r}"),
    ];
}
