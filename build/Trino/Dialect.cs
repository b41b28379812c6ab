namespace Cdp.Trino;

/// <summary>Whose SQL a statement is written in.</summary>
public enum Dialect
{
    /// <summary>Treasure Data's Trino: what jobs of type trino run.</summary>
    Td,

    /// <summary>Stock Trino 423: what the recorded cases were answered by.</summary>
    Trino,

    /// <summary>Apache Hive: what the recorded cases were answered by.</summary>
    Hive,

    /// <summary>Treasure Data's Hive: what jobs of type hive run. Its functions, and tables that have <c>time</c>.</summary>
    TdHive,
}
