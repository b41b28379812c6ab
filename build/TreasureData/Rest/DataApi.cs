using System.Collections.Immutable;
using System.Net;
using System.Text.Json.Nodes;
using Cdp.Pipeline.Ports;

namespace Cdp.TreasureData.Rest;

/// <summary>TD's v3 API: databases, tables and jobs. Source of paths and fields: spec/td_cli.md §5.1.</summary>
internal sealed class DataApi(RestClient client, Uri host, TimeProvider clock, TimeSpan longestPoll)
{
    private static readonly TimeSpan FirstPoll = TimeSpan.FromMilliseconds(20);

    public async Task<IReadOnlyList<string>> DatabasesAsync(CancellationToken cancellation)
    {
        var answer = await client.GetAsync(At("/v3/database/list"), cancellation);
        return [.. answer["databases"]!.AsArray().OfType<JsonObject>().Select(d => AttemptApi.Text(d, "name"))];
    }

    public async Task<AccountInfo> AccountAsync(string? accountId, CancellationToken cancellation)
    {
        var databases = await client.GetAsync(At("/v3/database/list"), cancellation);
        var permissions = databases["databases"]!.AsArray().OfType<JsonObject>()
            .Where(d => d["permission"] is not null)
            .ToImmutableSortedDictionary(d => AttemptApi.Text(d, "name"), d => AttemptApi.Text(d, "permission"), StringComparer.Ordinal);
        var answer = await client.SendAsync(HttpMethod.Get, At("/v3/user/show"), null, cancellation);
        var user = answer.IsSuccess ? answer.Json(At("/v3/user/show")) : [];
        return new(accountId, user["name"]?.ToString(), user["email"]?.ToString(), user["administrator"]?.GetValue<bool>(), permissions);
    }

    public async Task CreateDatabaseAsync(string database, CancellationToken cancellation)
    {
        var uri = At($"/v3/database/create/{Uri.EscapeDataString(database)}");
        var answer = await client.SendAsync(HttpMethod.Post, uri, null, cancellation);
        if (!answer.IsSuccess && answer.Status is not HttpStatusCode.Conflict)
        {
            throw RestClient.Refused(HttpMethod.Post, uri, answer);
        }
    }

    public async Task DropDatabaseAsync(string database, CancellationToken cancellation)
    {
        var uri = At($"/v3/database/delete/{Uri.EscapeDataString(database)}");
        var answer = await client.SendAsync(HttpMethod.Post, uri, null, cancellation);
        if (!answer.IsSuccess && answer.Status is not HttpStatusCode.NotFound)
        {
            throw RestClient.Refused(HttpMethod.Post, uri, answer);
        }
    }

    public async Task<IReadOnlyList<TableDescription>> TablesAsync(string database, CancellationToken cancellation)
    {
        var uri = At($"/v3/table/list/{Uri.EscapeDataString(database)}");
        var answer = await client.SendAsync(HttpMethod.Get, uri, null, cancellation);
        return answer.Status is HttpStatusCode.NotFound ? []
            : !answer.IsSuccess ? throw RestClient.Refused(HttpMethod.Get, uri, answer)
            : [.. answer.Json(uri)["tables"]!.AsArray().OfType<JsonObject>().Select(t => new TableDescription(
                database, AttemptApi.Text(t, "name"), t["count"]?.GetValue<long>() ?? 0, TdSchema.Columns(t["schema"])))];
    }

    public async Task<QueryResult> QueryAsync(QueryRequest request, CancellationToken cancellation)
    {
        var job = await IssueAsync(request, cancellation);
        var status = await FinishedAsync(job, cancellation);
        var show = await client.GetAsync(At($"/v3/job/show/{job}"), cancellation);
        if (status != "success")
        {
            throw Failure(show, status);
        }

        var columns = TdSchema.ResultColumns(show["hive_result_schema"]);
        return new(
            columns,
            columns.IsEmpty ? [] : await RowsAsync(job, cancellation),
            show["update_type"]?.ToString(),
            show["update_count"]?.GetValue<long>());
    }

    private async Task<string> IssueAsync(QueryRequest request, CancellationToken cancellation)
    {
        var engine = request.Dialect is "hive" ? "hive" : "trino";
        var uri = At($"/v3/job/issue/{engine}/{Uri.EscapeDataString(request.Database)}");
        var form = new Dictionary<string, string> { ["query"] = request.Sql };
        if (request.Dialect is { } dialect)
        {
            form["dialect"] = dialect;
        }

        if (request.DomainKey is { } key)
        {
            form["domain_key"] = key;
        }

        var answer = await client.SendAsync(HttpMethod.Post, uri, () => new FormUrlEncodedContent(form), cancellation);
        return answer.IsSuccess ? AttemptApi.Text(answer.Json(uri), "job_id")
            : answer.Status is HttpStatusCode.Conflict && answer.Json(uri)["details"]?["conflicts_with"] is { } existing
                ? existing.ToString()
                : throw Unissued(request.Database, uri, answer);
    }

    private static PlatformException Unissued(string database, Uri uri, RestAnswer answer) =>
        answer.Status is HttpStatusCode.NotFound
            ? Faults.Of(Fault.DatabaseMissing, $"the query in database '{database}'", RestClient.DetailsOf(answer))
            : RestClient.Refused(HttpMethod.Post, uri, answer);

    private async Task<string> FinishedAsync(string job, CancellationToken cancellation)
    {
        for (var wait = FirstPoll; ; wait = wait * 2 < longestPoll ? wait * 2 : longestPoll)
        {
            var status = AttemptApi.Text(await client.GetAsync(At($"/v3/job/status/{job}"), cancellation), "status");
            if (status is "success" or "error" or "killed")
            {
                return status;
            }

            await Task.Delay(wait, clock, cancellation);
        }
    }

    private async Task<ImmutableArray<ImmutableArray<JsonNode?>>> RowsAsync(string job, CancellationToken cancellation)
    {
        var uri = At($"/v3/job/result/{job}?format=json");
        var answer = await client.SendAsync(HttpMethod.Get, uri, null, cancellation);
        return answer.Status is HttpStatusCode.NotFound ? []
            : !answer.IsSuccess ? throw RestClient.Refused(HttpMethod.Get, uri, answer)
            : [.. answer.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonNode.Parse(line)!.AsArray().ToImmutableArray())];
    }

    private static QueryException Failure(JsonObject show, string status)
    {
        var error = show["error"] as JsonObject;
        var debug = show["debug"] as JsonObject;
        return JobFailure.Of(
            $"{debug?["stderr"]}\n{debug?["cmdout"]}", status, error?["name"]?.ToString(), error?["message"]?.ToString());
    }

    private Uri At(string path) => new(host, path);
}
