using System.Collections.Immutable;
using Cdp.Trino.Types;

namespace Cdp.Trino.Hive;

/// <summary>A query that has been understood. Its SQL names the columns c0, c1, ….</summary>
internal sealed record HivePlan(string Sql, ImmutableArray<HiveOutput> Columns);

/// <param name="Name">By which the query around calls it.</param>
/// <param name="Shown">In the answer: with the table in front where the query says so.</param>
internal sealed record HiveOutput(string Name, string Shown, TrinoType Type)
{
    /// <summary>The table of a bare column.</summary>
    public string? Qualifier { get; init; }

    /// <summary>Of a literal whole number its digits.</summary>
    public string? Literal { get; init; }

    /// <summary>What Hive's engine calls the column below.</summary>
    public string? Inner { get; init; }

    /// <summary>Neither an alias nor a column gave the name.</summary>
    public bool Unnamed { get; init; }
}
