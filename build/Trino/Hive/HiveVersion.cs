namespace Cdp.Trino;

/// <summary>The versions of Hive that Treasure Data runs; where they differ the job says which it means.</summary>
public enum HiveVersion
{
    /// <summary>The classic engine.</summary>
    Two = 2,

    Four = 4,
}
