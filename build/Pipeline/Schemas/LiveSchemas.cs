using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Resolution;

namespace Cdp.Pipeline.Schemas;

/// <summary>Tables as the platform has them at this moment.</summary>
internal static class LiveSchemas
{
    /// <summary>Of the wanted tables those that exist; each database is asked once.</summary>
    public static async Task<SchemaCatalog> DescribeAsync(
        IPlatform platform, IReadOnlyList<TableName> wanted, CancellationToken cancellation)
    {
        var described = new List<TableSchema>();
        foreach (var database in wanted.GroupBy(t => t.Database, StringComparer.Ordinal))
        {
            var names = database.Select(t => t.Table).ToHashSet(StringComparer.Ordinal);
            var tables = await platform.DescribeTablesAsync(database.Key, cancellation);
            described.AddRange(tables
                .Where(t => names.Contains(t.Table))
                .Select(t => new TableSchema(new TableName(database.Key, t.Table), t.Columns)));
        }

        return new(described);
    }
}
