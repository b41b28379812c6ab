using System.Collections.Immutable;
using System.ComponentModel;
using Cdp.Pipeline.Configuration.Binding;

namespace Cdp.Pipeline.Configuration;

/// <summary>The whole of <c>pipeline.yml</c>, as written: what is not said there is null or the default of its property.</summary>
public sealed record PipelineConfig
{
    public const string DefaultEnvironment = "default";

    [ClientName]
    [Description("Prefix of every database and table of this pipeline.")]
    public required string Client { get; init; }

    [Description("Where the pipeline runs: Treasure Data, or Treasure Data in a box on this machine.")]
    public PlatformKind Platform { get; init; } = PlatformKind.Local;

    [Pattern("[a-z][a-z0-9_]{0,29}", "lower-case letters, digits and _, for example dev")]
    [Description("The environment whose overlay of environments: holds; without any, a name for people and reports.")]
    public string Environment { get; init; } = DefaultEnvironment;

    [Description("The region of the Treasure Data account; it gives the addresses of all its services.")]
    public Region Region { get; init; } = Region.Us;

    [Pattern("https?://[A-Za-z0-9.:-]+/?", "an address such as https://api.treasuredata.com")]
    [Description("Address of the API, instead of the region's.")]
    public string? Endpoint { get; init; }

    [Description("How Treasure Data is reached: its command line (td) or its REST API. Default: td where it is installed.")]
    public Transport? Transport { get; init; }

    [Description("Phase 1: what is loaded, and from where.")]
    public required IngestionConfig Ingestion { get; init; }

    [Description("Phase 2: how history and increments become one table.")]
    public HistUnionConfig HistUnion { get; init; } = new();

    [Description("Phase 3: how tables are cleaned.")]
    public StagingConfig Staging { get; init; } = new();

    [Description("Phase 4: how records become persons.")]
    public required UnificationConfig Unification { get; init; }

    [TableName]
    [Description("Database of inc_log, exclusion_list and rules. Default: {client}_config.")]
    public string? LookupDatabase { get; init; }

    [Description("Folder of your own templates; a file there replaces the product's at the same path.")]
    public string? TemplateFolder { get; init; }

    [Description("Where the columns of tables are known from: the platform, or descriptions that are checked in.")]
    public SchemasConfig Schemas { get; init; } = new();

    [Description("Thresholds and accepted exceptions of the checks.")]
    public ValidationConfig Validation { get; init; } = new();

    [Description("How running workflows are watched.")]
    public MonitorConfig Monitor { get; init; } = new();

    [Description("What is done when nobody is there to ask.")]
    public OnConfig On { get; init; } = new();

    [Description("Only for platform: local.")]
    public LocalConfig Local { get; init; } = new();
}

public enum PlatformKind
{
    Local,
    TreasureData,
}

public enum Region
{
    Us,
    Eu01,
    Tokyo,
    Ap02,
    Ap03,
}

public enum Transport
{
    Td,
    Rest,
}

public sealed record SchemasConfig
{
    [Description("Folder of the descriptions, from the folder of this configuration: one file a table, {database}.{table}.yml.")]
    public string Folder { get; init; } = "schemas";

    [Description("Whom Generate asks for the columns of tables: the platform, or the descriptions, without any platform.")]
    public SchemaSource Use { get; init; } = SchemaSource.Live;
}

public enum SchemaSource
{
    Live,
    CheckedIn,
}

public sealed record ValidationConfig
{
    [Between(0, 1)]
    [Description("Least share of rows with a unified id in each enriched table.")]
    public double CoverageMinimum { get; init; } = 0.9;

    [Description("Other least shares for single tables, each with its reason.")]
    public ImmutableArray<CoverageException> Coverage { get; init; } = [];

    [Between(1, 3650)]
    [Description("Most days since the newest row of a table that is read (PRE-14).")]
    public int FreshnessDays { get; init; } = 7;

    [Between(0, 1)]
    [Description("Largest share of rows that repeat another's key, in a table that is deduplicated (PRE-15).")]
    public double DuplicateMaximum { get; init; } = 0.5;

    [Between(1, 1000)]
    [Description("How many times more or less than usual an increment may bring (OR-07).")]
    public double VolumeFactor { get; init; } = 10;

    [Between(0, 1)]
    [Description("Largest change of the number of persons from run to run (UN-19).")]
    public double StatsDrift { get; init; } = 0.2;

    [Between(0, 1)]
    [Description("Largest share of persons merged or split in a run (UN-20).")]
    public double ChangeMaximum { get; init; } = 0.2;

    [Description("Tables that may be empty.")]
    [TableName]
    public ImmutableArray<string> AllowEmpty { get; init; } = [];

    [Description("Checks that are only reported, each with its reason.")]
    public ImmutableArray<CheckException> Exceptions { get; init; } = [];
}

public sealed record CoverageException
{
    [TableName]
    [Description("Name of the staging table.")]
    public required string Table { get; init; }

    [Between(0, 1)]
    [Description("Least share of its rows with a unified id.")]
    public required double Minimum { get; init; }

    [Description("Why less is expected here.")]
    public required string Reason { get; init; }
}

public sealed record CheckException
{
    [Pattern("[A-Z]{2,4}-[A-Za-z0-9-]+", "the id of a check, for example UN-18")]
    [Description("The check's id as the report shows it.")]
    public required string Id { get; init; }

    [TableName]
    [Description("Only for this table.")]
    public string? Table { get; init; }

    [Description("Why its failure is accepted.")]
    public required string Reason { get; init; }
}

public sealed record MonitorConfig
{
    [Description("Time between two looks. Default: 30s, and 200ms on platform: local.")]
    public TimeSpan? PollInterval { get; init; }

    [Description("How long a workflow may run.")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromHours(2);
}

public sealed record LocalConfig
{
    [KeyPattern("[a-z0-9][a-z0-9_]{0,99}", "the name of a source")]
    [Description("Files that stand in for the real sources: source, object, file.")]
    public ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, StandInConfig>> Sources { get; init; } =
        ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, StandInConfig>>.Empty;
}

[Shorthand(nameof(Files))]
public sealed record StandInConfig
{
    [OneOrMany]
    [Description("CSV, JSON or Parquet files, from the folder of this configuration; the load's own window cuts them.")]
    public ImmutableArray<string> Files { get; init; } = [];

    [OneOrMany]
    [Description("Files for the historical load only.")]
    public ImmutableArray<string> Historical { get; init; } = [];

    [OneOrMany]
    [Description("Files for the incremental load only.")]
    public ImmutableArray<string> Incremental { get; init; } = [];

    [Description("Format of the files. Default: by their ending.")]
    public FileFormat? Format { get; init; }
}

public enum FileFormat
{
    Csv,
    Json,
    Parquet,
}
