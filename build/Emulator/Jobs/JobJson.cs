using System.Globalization;
using System.Text.Json.Nodes;
using Cdp.Emulator.Http;

namespace Cdp.Emulator.Jobs;

/// <summary>Jobs in the words of TD's v3 API (spec/td_cli.md §5.1).</summary>
internal static class JobJson
{
    public static JsonObject Summary(Job job) => new()
    {
        ["job_id"] = Id(job),
        ["status"] = Status(job),
        ["cpu_time"] = null,
        ["created_at"] = PlatformTime.Text(job.CreatedAt),
        ["start_at"] = PlatformTime.Text(job.StartAt),
        ["end_at"] = PlatformTime.Text(job.EndAt),
        ["duration"] = (job.EndAt - job.StartAt)?.TotalSeconds is { } seconds ? (long)seconds : null,
        ["num_records"] = job.Records,
        ["result_size"] = job.ResultSize,
        ["updated_at"] = PlatformTime.Text(job.EndAt ?? job.StartAt ?? job.CreatedAt),
    };

    /// <summary><c>error</c>, <c>update_type</c> and <c>update_count</c> are ours: TD tells them in <c>debug</c> alone, or not.</summary>
    public static JsonObject Show(Job job)
    {
        var body = Summary(job);
        body["type"] = job.Type;
        body["database"] = job.Database;
        body["query"] = job.Query;
        body["debug"] = new JsonObject { ["cmdout"] = Output(job), ["stderr"] = Failure(job) };
        body["hive_result_schema"] = job.Columns.IsEmpty
            ? null
            : new JsonArray([.. job.Columns.Select(c => new JsonArray(c.Name, c.Type))]).ToJsonString(Responses.Compact);
        body["priority"] = job.Priority;
        body["retry_limit"] = job.RetryLimit;
        body["result"] = job.ResultUrl ?? "";
        body["url"] = "";
        body["user_name"] = "emulator";
        body["domain_key"] = job.DomainKey;
        body["update_type"] = job.UpdateType;
        body["update_count"] = job.UpdateCount;
        body["error"] = job.Error is { } error
            ? new JsonObject
            {
                ["name"] = error.Name,
                ["message"] = error.Message,
                ["line"] = error.Line,
                ["column"] = error.Column,
            }
            : null;
        return body;
    }

    public static string Status(Job job) => job.Status.ToString().ToLowerInvariant();

    public static string Id(Job job) => job.Id.ToString(CultureInfo.InvariantCulture);

    private static string Output(Job job) => job.StartAt is { } start
        ? string.Create(CultureInfo.InvariantCulture, $"started at {start.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}\n") + string.Concat(job.Warnings.Select(w => $"WARNING: {w}\n"))
        : "";

    private static string Failure(Job job) => job switch
    {
        { Error: { Name: null } error } => error.Message,
        { Error: { } error } => string.Create(
            CultureInfo.InvariantCulture, $"Query {job.CreatedAt.UtcDateTime:yyyyMMdd_HHmmss}_{job.Id:00000}_cdpbx failed: {error.Message}"),
        _ => "",
    };
}
