using System.Globalization;
using System.Text.Json.Nodes;
using Cdp.Emulator.Http;
using Cdp.Emulator.Jobs;
using Cdp.Trino;

namespace Cdp.Emulator.Loading;

/// <summary>Jobs of <c>td_load&gt;</c>: the connector's stand-in into a table.</summary>
internal sealed class LoadJobs(TrinoDatabase warehouse, StandIns standIns, StandInFiles files, TimeProvider clock)
{
    /// <param name="config">What <c>td_load&gt;</c> read: <c>in</c>, <c>filters</c>, <c>out</c>. It may hold secrets.</param>
    public JobRequest Request(string database, JsonObject config, Func<string, string?> parameter)
    {
        if (!warehouse.HasDatabase(database))
        {
            throw ApiException.NotFound($"Database '{database}' does not exist");
        }

        var table = parameter("table") ?? throw ApiException.BadRequest("table is required");
        return new JobRequest
        {
            Type = "bulkload",
            Database = database,
            Query = "",
            Run = (job, cancellation) => RunAsync(job, table, config, cancellation),
            DomainKey = parameter("domain_key"),
            Priority = int.TryParse(parameter("priority"), CultureInfo.InvariantCulture, out var priority) ? priority : 0,
        };
    }

    private async Task<JobOutcome> RunAsync(Job job, string table, JsonObject config, CancellationToken cancellation)
    {
        var load = LoadConfig.Read(config);
        var standIn = standIns.Find(load.Connector);
        var path = await files.FindAsync(standIn, cancellation);
        try
        {
            var result = await warehouse.LoadAsync(RequestOf(job, table, load, standIn, path), cancellation);
            return new JobOutcome(result.Records, null);
        }
        finally
        {
            files.Release(standIn, path);
        }
    }

    private LoadRequest RequestOf(Job job, string table, LoadConfig load, StandIn standIn, string path) => new()
    {
        Database = job.Database,
        Table = table,
        Files = [path],
        Format = StandInFiles.FormatOf(standIn),
        Mode = load.Mode,
        Columns = load.Columns,
        Window = load.Window(standIn),
        Delimiter = load.Delimiter,
        HasHeader = load.HasHeader,
        Time = clock.GetUtcNow().ToUnixTimeSeconds(),
        Marker = job.Marker,
    };
}
