using System.Collections.Immutable;
using System.ComponentModel;
using Cdp.Pipeline.Configuration.Binding;

namespace Cdp.Pipeline.Configuration;

public sealed record StagingConfig
{
    [TableName]
    [Description("Name of the project on the platform. Default: {client}_staging.")]
    public string? ProjectName { get; init; }

    [Cron]
    [Description("When tables are cleaned without being started, as cron in UTC. Default: never.")]
    public string? Schedule { get; init; }

    [Description("The SQL engine that transforms: hive for tables too wide or too large for presto's memory; all else stays on presto.")]
    public SqlEngine Engine { get; init; } = SqlEngine.Presto;

    [TableName]
    [Description("Database of the combined tables. Default: the hist-union's.")]
    public string? SourceDatabase { get; init; }

    [TableName]
    [Description("Database of the cleaned tables. Default: {client}_stg.")]
    public string? TargetDatabase { get; init; }

    [Pattern(@"[a-z0-9_]*\{table\}[a-z0-9_]*", "a pattern that holds {table}, for example {table}_stg")]
    [Description("Name of a cleaned table.")]
    public string TablePattern { get; init; } = "{table}_stg";

    [Between(1, 30)]
    [Description("How many tables are transformed at a time.")]
    public int Parallel { get; init; } = 3;

    [Between(0, 3600)]
    [Description("Rows of the last so many seconds wait for the next run. Default: 60 with a schedule of its own, because tables may be combined meanwhile; else 0.")]
    public int? SafetyLagSeconds { get; init; }

    [Description("Texts that mean nothing, compared in upper case.")]
    public ImmutableArray<string> NullTokens { get; init; } =
        ["NULL", "NONE", "N/A", "NA", "NAN", "NIL", "UNDEFINED", "-"];

    [Description("Case of plain texts; ids keep theirs.")]
    public TextCase Case { get; init; } = TextCase.Preserve;

    [Description("Form of a standard phone number.")]
    public PhoneForm Phone { get; init; } = PhoneForm.E164;

    [Pattern(@"\+?[0-9]{1,3}|[A-Za-z]{2}", "an ISO name such as DE or a calling code such as 49")]
    [Description("Country of phone numbers that are written without one.")]
    public string Country { get; init; } = "US";

    [Description("E-mail addresses that are nobody's.")]
    public ImmutableArray<string> InvalidEmails { get; init; } = [];

    [Description("Whether 03/04/2024 is in April; such dates are not read until this is said.")]
    public bool? DayFirst { get; init; }

    [Description("Whether numbers in texts are written 1.234,50 and not 1,234.50.")]
    public bool DecimalComma { get; init; }

    [Description("What is hashed of an e-mail or phone: its standard form, or that in upper case as older projects did.")]
    public HashForm Hash { get; init; } = HashForm.Standard;

    [Description("Looks once at the data and writes rules for columns that are not configured into this file, for review; then it is false.")]
    public bool Profile { get; init; }

    [Description("The tables to clean. Default: all that are combined.")]
    public ImmutableArray<StagingTableConfig>? Tables { get; init; }
}

public enum SqlEngine
{
    Presto,
    Hive,
}

public enum HashForm
{
    Standard,
    LegacyUpper,
}

public enum TextCase
{
    Preserve,
    Lower,
    Upper,
}

public enum PhoneForm
{
    E164,
    Us10,
}
