using System.Runtime.CompilerServices;

namespace Cdp.Trino;

/// <summary>What a statement may see of the job that runs it.</summary>
public sealed record QueryContext
{
    /// <summary>The database that names without one belong to.</summary>
    public required string Database { get; init; }

    public Dialect Dialect { get; init; } = Dialect.Td;

    /// <summary>For the dialects of Hive.</summary>
    public HiveVersion HiveVersion { get; init; } = HiveVersion.Two;

    /// <summary>What <c>TD_SCHEDULED_TIME()</c> answers; a job without a schedule has the time it was issued.</summary>
    public DateTimeOffset? ScheduledTime
    {
        get
        {
            TimeRead?.Value = true;
            return field;
        }
        init;
    }

    /// <summary>The instant at which the query starts: <c>now()</c>, and what fills <c>time</c>.</summary>
    public required DateTimeOffset Now
    {
        get
        {
            TimeRead?.Value = true;
            return field;
        }
        init;
    }

    /// <summary>Becomes true when a time is read: what was made of it holds for this query alone.</summary>
    internal StrongBox<bool>? TimeRead { get; init; }
}
