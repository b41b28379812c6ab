using System.Collections.Immutable;
using System.ComponentModel;
using Cdp.Pipeline.Configuration.Binding;

namespace Cdp.Pipeline.Configuration;

public sealed record UnificationConfig
{
    [TableName]
    [Description("Name of the project on the platform. Default: {client}_unification.")]
    public string? ProjectName { get; init; }

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

[Shorthand(nameof(Name))]
public sealed record UnificationTableConfig
{
    [TableName]
    [Description("Name of the table: {source}_{object}.")]
    public required string Name { get; init; }
}
