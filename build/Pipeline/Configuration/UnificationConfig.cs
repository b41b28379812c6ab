using System.Collections.Immutable;
using System.ComponentModel;
using Cdp.Pipeline.Configuration.Binding;

namespace Cdp.Pipeline.Configuration;

public sealed record UnificationConfig
{
    [TableName]
    [Description("Name of the project on the platform. Default: {client}_unification.")]
    public string? ProjectName { get; init; }

    [Cron]
    [Description("When persons are found without being started, as cron in UTC. Default: never.")]
    public string? Schedule { get; init; }

    [UnificationName]
    [Description("Name of the unification, for example customer_360.")]
    public required string Name { get; init; }

    [Description("Who computes: our own workflow, or Treasure Data's service.")]
    public UnificationEngine Engine { get; init; } = UnificationEngine.Workflow;

    [Description("Which id names a person.")]
    public IdMethod IdMethod { get; init; } = IdMethod.PersistentId;

    [Description("Only what changed, or everything each time.")]
    public UpdateStrategy UpdateStrategy { get; init; } = UpdateStrategy.Incremental;

    [ColumnName]
    [Description("Name of the id's column.")]
    public string IdName { get; init; } = "unified_id";

    [TableName]
    [Description("Database of the result. Default: {client}_unif.")]
    public string? TargetDatabase { get; init; }

    [Pattern("https?://[A-Za-z0-9.:-]+/?", "an address such as https://api-cdp.treasuredata.com")]
    [Description("Address of the CDP service for engine: hosted. Default: the region's.")]
    public string? RegionalEndpoint { get; init; }

    [Description("The kinds of identifiers. Default: email and phone.")]
    public ImmutableArray<KeyConfig>? Keys { get; init; }

    [UnificationName]
    [Description("The keys in the order in which they are trusted. Default: as in keys.")]
    public ImmutableArray<string>? MergeByKeys { get; init; }

    [UnificationName]
    [Description("Ids of `ids` that join records as a key does; they count behind all keys. Only for id_method: canonical_id.")]
    public ImmutableArray<string> MergeByCanonicalIds { get; init; } = [];

    [UnificationName]
    [Description("The same for id_method: persistent_id.")]
    public ImmutableArray<string> MergeByPersistentIds { get; init; } = [];

    [Description("Ids that are found first, each by keys or ids of its own, for this one to be merged by. Default: none.")]
    public ImmutableArray<IdConfig> Ids { get; init; } = [];

    [UnificationName]
    [Description("The most trusted key, if two of its values never are one person. Only for id_method: canonical_id.")]
    public string? DoNotMergeKey { get; init; }

    [Between(1, 49)]
    [Description("Most rounds in which persons must be found; a run that needs more fails. Default: 16; with do_not_merge_key 49.")]
    public int? MergeIterations { get; init; }

    [Between(2, 1_000_000_000)]
    [Description("A value that stands with more others than this joins nobody; it is listed in {client}_{name}_exclusion_candidates.")]
    public int MaxValuesPerKeyValue { get; init; } = 1000;

    [Between(2, 1_000_000)]
    [Description("More identifiers than this in one person are reported as merged by mistake.")]
    public int MaxIdsPerPerson { get; init; } = 50;

    [Between(1, 30)]
    [Description("How many tables are read at a time.")]
    public int Parallel { get; init; } = 3;

    [Description("Keeps the tables of the steps between.")]
    public bool KeepDebugTables { get; init; }

    [Description("Columns of the master table. Default: the best value of each key.")]
    public ImmutableArray<AttributeConfig> Master { get; init; } = [];

    [Description("The tables whose records are unified. Default: all that are cleaned.")]
    public ImmutableArray<UnificationTableConfig>? Tables { get; init; }
}

public enum UnificationEngine
{
    Workflow,
    Hosted,
}

public enum IdMethod
{
    PersistentId,
    CanonicalId,
}

public enum UpdateStrategy
{
    Incremental,
    Full,
}
