using System.Globalization;
using Cdp.Emulator.Http;
using Cdp.Trino;

namespace Cdp.Emulator.Jobs;

/// <summary>Jobs that run SQL.</summary>
internal sealed class QueryJobs(TrinoDatabase warehouse, TimeProvider clock)
{
    /// <param name="parameter">Of the form or the query string; <c>dialect=trino</c> is ours and asks for stock Trino, <c>dialect=hive</c> for plain Hive.</param>
    public JobRequest Request(string engine, string database, Func<string, string?> parameter)
    {
        if (engine is not ("trino" or "presto" or "hive"))
        {
            throw ApiException.BadRequest($"There is no engine '{engine}'. Use trino, presto or hive.");
        }

        if (!warehouse.HasDatabase(database))
        {
            throw ApiException.NotFound($"Database '{database}' does not exist");
        }

        var query = parameter("query") ?? throw ApiException.BadRequest("query is required");
        return new JobRequest
        {
            Type = engine,
            Database = database,
            Query = query,
            Run = RunAsync,
            DomainKey = parameter("domain_key"),
            Dialect = parameter("dialect"),
            EngineVersion = parameter("engine_version"),
            ScheduledTime = Number(parameter, "scheduled_time") is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null,
            Priority = (int)(Number(parameter, "priority") ?? 0),
            RetryLimit = (int)(Number(parameter, "retry_limit") ?? 0),
            ResultUrl = parameter("result"),
        };
    }

    private async Task<JobOutcome> RunAsync(Job job, CancellationToken cancellation)
    {
        var context = new QueryContext
        {
            Database = job.Database,
            Dialect = job switch
            {
                { Type: "hive", Dialect: "hive" } => Dialect.Hive,
                { Type: "hive" } => Dialect.TdHive,
                { Dialect: "trino" } => Dialect.Trino,
                _ => Dialect.Td,
            },
            HiveVersion = job.EngineVersion?.StartsWith('4') == true ? HiveVersion.Four : HiveVersion.Two,
            ScheduledTime = job.ScheduledTime,
            Now = clock.GetUtcNow(),
        };
        var results = await warehouse.ExecuteAsync(job.Query, context, cancellation, job.Marker);
        var last = results[^1];
        return new JobOutcome(last.UpdateCount ?? last.Rows.Length, last) { Warnings = [.. results.SelectMany(r => r.Warnings)] };
    }

    private static long? Number(Func<string, string?> parameter, string name) =>
        parameter(name) is not { } text ? null
        : long.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number
        : throw ApiException.BadRequest($"{name} must be a number, but is '{text}'.");
}
