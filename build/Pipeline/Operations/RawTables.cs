using System.Collections.Immutable;
using System.Globalization;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Resolution;

namespace Cdp.Pipeline.Operations;

/// <summary>What the raw tables and the log of loads say about windows.</summary>
internal sealed class RawTables(IPlatform platform, ResolvedPipeline pipeline)
{
    private readonly string _log = Sql.Table(pipeline.Ingestion.Database, "ingestion_log");

    /// <summary>Successful increments that end after that moment, by their start.</summary>
    public async Task<ImmutableArray<ReadWindow>> IncrementsAsync(ResolvedObject o, long after, CancellationToken cancellation) =>
        await WindowsAsync(o, "incremental", $"\"window_end\" > {Number(after)}", cancellation);

    /// <summary>Successful loads of history that touch the window.</summary>
    public async Task<ImmutableArray<ReadWindow>> HistoryAsync(ResolvedObject o, long start, long end, CancellationToken cancellation) =>
        await WindowsAsync(o, "historical", $"\"window_start\" < {Number(end)} AND \"window_end\" > {Number(start)}", cancellation);

    public async Task ForgetHistoryAsync(ResolvedObject o, long start, long end, CancellationToken cancellation) => await AskAsync(
        $"DELETE FROM {_log} WHERE {Of(o, "historical")} AND \"window_start\" < {Number(end)} AND \"window_end\" > {Number(start)}",
        cancellation);

    /// <summary>Rows of increments that began at that moment or later, and the oldest time of their loads.</summary>
    public Task<(long Rows, long? First)> IncrementRowsAsync(ResolvedObject o, long start, CancellationToken cancellation) => RowsAsync(
        o.Table,
        $"\"load_batch_id\" LIKE 'inc-%' AND TRY_CAST(substr(\"load_batch_id\", 5) AS bigint) >= {Number(start)}",
        cancellation);

    /// <summary>Rows of history whose batches touch the window, and the oldest time of their loads.</summary>
    public Task<(long Rows, long? First)> HistoryRowsAsync(ResolvedObject o, long start, long end, CancellationToken cancellation) => RowsAsync(
        o.HistTable,
        $"\"load_batch_id\" LIKE 'hist-%' AND TRY_CAST(split_part(\"load_batch_id\", '-', 2) AS bigint) < {Number(end)} AND TRY_CAST(split_part(\"load_batch_id\", '-', 3) AS bigint) > {Number(start)}",
        cancellation);

    private async Task<(long Rows, long? First)> RowsAsync(string table, string where, CancellationToken cancellation)
    {
        var tables = await platform.DescribeTablesAsync(pipeline.Ingestion.Database, cancellation);
        if (tables.All(t => t.Table != table || t.Columns.All(c => c.Name != "load_batch_id")))
        {
            return (0, null);
        }

        var result = await AskAsync(
            $"SELECT COUNT(*), MIN(\"time\") FROM {Sql.Table(pipeline.Ingestion.Database, table)} WHERE {where}", cancellation);
        return (result.Rows[0][0]!.GetValue<long>(), result.Rows[0][1]?.GetValue<long>());
    }

    private async Task<ImmutableArray<ReadWindow>> WindowsAsync(ResolvedObject o, string mode, string where, CancellationToken cancellation)
    {
        var tables = await platform.DescribeTablesAsync(pipeline.Ingestion.Database, cancellation);
        if (tables.All(t => t.Table != "ingestion_log"))
        {
            return [];
        }

        var result = await AskAsync(
            $"""
            SELECT "window_start", MAX("window_end"), MAX("records_loaded")
            FROM {_log}
            WHERE {Of(o, mode)} AND {where}
            GROUP BY "window_start"
            ORDER BY 1
            """,
            cancellation);
        return [.. result.Rows.Select(r => new ReadWindow(r[0]!.GetValue<long>(), r[1]!.GetValue<long>(), r[2]?.GetValue<long>()))];
    }

    private static string Of(ResolvedObject o, string mode) =>
        $"\"source_name\" = {Sql.Text(o.Source)} AND \"object_name\" = {Sql.Text(o.Name)} AND \"run_mode\" = {Sql.Text(mode)} AND \"status\" = 'success'";

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private Task<QueryResult> AskAsync(string sql, CancellationToken cancellation) =>
        platform.QueryAsync(new(sql, pipeline.Ingestion.Database), cancellation);
}
