using DuckDB.NET.Data;

namespace Cdp.Trino.Execution;

/// <summary>How DuckDB is set so that it answers as Trino does, and in a time that grows with the text.</summary>
internal static class Engine
{
    /// <summary>
    /// What DuckDB's optimizer must not do. Both take expressions out of their place, and with it the failure that TRY or
    /// CASE is there for; <c>in_clause</c> also makes a join of each IN with six values or more, through which all the
    /// other columns go: a SELECT of n cleaned columns cost n².
    /// </summary>
    private const string Disabled = "common_subexpressions,in_clause";

    /// <summary>
    /// Who asks works too and, while others finish, waits busily: a quarter of all time in a run of small statements on two
    /// processors. There one thread does a statement, and statements still run beside each other.
    /// </summary>
    private const int FewProcessors = 2;

    /// <summary>Once an instance, for all its connections.</summary>
    public static void Prepare(DuckDBConnection root)
    {
        root.Run("SET TimeZone = 'UTC'");
        root.Run($"SET disabled_optimizers = '{Disabled}'");
        if (Environment.ProcessorCount <= FewProcessors)
        {
            root.Run("SET threads = 1");
        }
    }
}
