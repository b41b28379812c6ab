using Cdp.Trino.Analysis;

namespace Cdp.Trino.Hive;

/// <summary>What every rule may ask of the statement that is being read.</summary>
internal sealed class HiveContext(QueryContext query, ISchemaSource schema)
{
    private int _number;

    public HiveVersion Version => query.HiveVersion;

    public bool IsFour => query.HiveVersion == HiveVersion.Four;

    /// <summary>Treasure Data's Hive: its functions are there, and its tables have <c>time</c>.</summary>
    public bool IsTd => query.Dialect == Dialect.TdHive;

    public string Database => query.Database.ToLowerInvariant();

    public ISchemaSource Schema { get; } = schema;

    public DateTimeOffset Now => query.Now;

    public DateTimeOffset Scheduled => query.ScheduledTime ?? query.Now;

    public string NextName() => $"h{++_number}";
}
