using System.Globalization;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Resolution;

namespace Cdp.Pipeline.Operations;

/// <summary>The watermarks on the platform: <c>inc_log</c>, of which the greatest value of a key holds.</summary>
public sealed class WatermarkStore(IPlatform platform, ResolvedPipeline pipeline)
{
    private readonly string _incLog = Sql.Table(pipeline.LookupDatabase, "inc_log");

    /// <summary>Every watermark that the databases of this pipeline have, by key; empty before the first run.</summary>
    public async Task<IReadOnlyDictionary<WatermarkKey, Watermark>> ReadAsync(CancellationToken cancellation)
    {
        var tables = await platform.DescribeTablesAsync(pipeline.LookupDatabase, cancellation);
        if (tables.All(t => t.Table != "inc_log"))
        {
            return new Dictionary<WatermarkKey, Watermark>();
        }

        var result = await AskAsync(
            $"""
            SELECT "project_name", "database_name", "table_name", MAX("inc_value") AS "inc_value", MAX("time") AS "set_at"
            FROM {_incLog}
            WHERE "database_name" IN ({string.Join(", ", pipeline.Databases.Select(Sql.Text))})
            GROUP BY "project_name", "database_name", "table_name"
            """,
            cancellation);
        return result.Rows
            .Select(row => new Watermark(
                new(row[0]!.ToString(), row[1]!.ToString(), row[2]!.ToString()),
                row[3]?.GetValue<long>(),
                row[4] is { } time ? DateTimeOffset.FromUnixTimeSeconds(time.GetValue<long>()) : null))
            .ToDictionary(w => w.Key);
    }

    /// <summary>Forward or back. The new value is there before a greater one goes: at no instant is there none.</summary>
    public async Task SetAsync(WatermarkKey key, long value, DateTimeOffset now, CancellationToken cancellation)
    {
        var number = value.ToString(CultureInfo.InvariantCulture);
        var which = $"\"project_name\" = {Sql.Text(key.Project)} AND \"database_name\" = {Sql.Text(key.Database)} AND \"table_name\" = {Sql.Text(key.Table)}";
        await AskAsync(
            $"""
            INSERT INTO {_incLog} ("project_name", "database_name", "table_name", "inc_value", "batch_id", "session_id", "time")
            SELECT {Sql.Text(key.Project)}, {Sql.Text(key.Database)}, {Sql.Text(key.Table)}, CAST({number} AS bigint), 'set-by-hand', '',
              CAST({now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)} AS bigint)
            WHERE NOT EXISTS (SELECT 1 FROM {_incLog} WHERE {which} AND "inc_value" = {number})
            """,
            cancellation);
        await AskAsync($"DELETE FROM {_incLog} WHERE {which} AND \"inc_value\" > {number}", cancellation);
    }

    private Task<QueryResult> AskAsync(string sql, CancellationToken cancellation) =>
        platform.QueryAsync(new(sql, pipeline.LookupDatabase), cancellation);
}
