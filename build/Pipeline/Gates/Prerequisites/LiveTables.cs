using System.Collections.Immutable;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Resolution;

namespace Cdp.Pipeline.Gates.Prerequisites;

/// <summary>The tables that a phase reads, as they are on the platform at this moment.</summary>
internal sealed record LiveTables(ImmutableArray<TableDescription> Tables, ImmutableArray<TableName> Missing)
{
    public static async Task<LiveTables> OfAsync(GateScope scope, IPlatform platform, CancellationToken cancellation)
    {
        var found = new List<TableDescription>();
        foreach (var database in scope.Reads.Select(t => t.Database).Distinct(StringComparer.Ordinal))
        {
            found.AddRange(await platform.DescribeTablesAsync(database, cancellation));
        }

        var byName = found.ToDictionary(t => new TableName(t.Database, t.Table));
        return new(
            [.. scope.Reads.Where(byName.ContainsKey).Select(t => byName[t])],
            [.. scope.Reads.Where(t => !byName.ContainsKey(t))]);
    }
}
