using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Cdp.Digdag.Engine;
using Cdp.Digdag.Language;

namespace Cdp.Digdag.Operators.Td;

/// <summary>TD's REST API as far as the td operators use it: the same requests that digdag's own client sends.</summary>
internal sealed class TdClient(HttpMessageInvoker http, TdEndpoint endpoint)
{
    public async Task<string> IssueAsync(
        string type, string database, IReadOnlyDictionary<string, string> form, CancellationToken cancellation) =>
        JobId(await PostAsync($"/v3/job/issue/{type}/{Part(database)}", new FormUrlEncodedContent(form), cancellation));

    public async Task<string> BulkLoadAsync(
        string database, IReadOnlyDictionary<string, string> query, JsonObject config, CancellationToken cancellation)
    {
        var body = JsonBody(new JsonObject { ["config"] = config.DeepClone() });
        return JobId(await PostAsync($"/v3/job/issue/bulkload/{Part(database)}?{await QueryAsync(query)}", body, cancellation));
    }

    public async Task<string> BulkLoadSessionAsync(string name, JsonObject body, CancellationToken cancellation) =>
        JobId(await PostAsync($"/v3/bulk_loads/{Part(name)}/jobs", JsonBody(body), cancellation));

    public async Task<string> SavedQueryAsync(
        string name, long time, IReadOnlyDictionary<string, string> form, CancellationToken cancellation)
    {
        var answer = await PostAsync($"/v3/schedule/run/{Part(name)}/{time}", new FormUrlEncodedContent(form), cancellation);
        return answer["jobs"]?[0] is JsonObject job ? JobId(job) : JobId(answer);
    }

    public async Task<string> SavedQueryAsync(long id, JsonObject body, CancellationToken cancellation) =>
        JobId(await PostAsync($"/v4/queries/{id.ToString(CultureInfo.InvariantCulture)}/jobs", JsonBody(body), cancellation));

    /// <summary>Export of a table, deletion of a time range, export of a result: each answers with a job.</summary>
    public async Task<string> JobAsync(string path, IReadOnlyDictionary<string, string> form, CancellationToken cancellation) =>
        JobId(await PostAsync(path, new FormUrlEncodedContent(form), cancellation));

    public async Task<string> StatusAsync(string jobId, CancellationToken cancellation) =>
        (await GetAsync($"/v3/job/status/{Part(jobId)}", cancellation))["status"]?.GetValue<string>() ?? "";

    public async Task<TdJobInfo> ShowAsync(string jobId, CancellationToken cancellation) =>
        TdJobInfo.Of(await GetAsync($"/v3/job/show/{Part(jobId)}", cancellation));

    /// <summary>Rows of a finished job; empty when it has no result.</summary>
    public async Task<List<List<object?>>> ResultAsync(string jobId, int limit, CancellationToken cancellation)
    {
        var path = $"/v3/job/result/{Part(jobId)}?format=msgpack.gz";
        using var response = await SendAsync(HttpMethod.Get, path, null, cancellation);
        await using var body = await response.Content.ReadAsStreamAsync(cancellation);
        await using var unpacked = new BufferedStream(new GZipStream(body, CompressionMode.Decompress));
        return [.. MessagePack.ReadAll(unpacked).Take(limit).Cast<List<object?>>()];
    }

    public Task KillAsync(string jobId, CancellationToken cancellation) =>
        PostAsync($"/v3/job/kill/{Part(jobId)}", null, cancellation);

    public async Task<bool> HasDatabaseAsync(string name, CancellationToken cancellation) =>
        Names(await GetAsync("/v3/database/list", cancellation), "databases").Contains(name);

    public Task CreateDatabaseAsync(string name, CancellationToken cancellation) =>
        PostAsync($"/v3/database/create/{Part(name)}", null, cancellation);

    public Task DeleteDatabaseAsync(string name, CancellationToken cancellation) =>
        PostAsync($"/v3/database/delete/{Part(name)}", null, cancellation);

    public async Task<bool> HasTableAsync(string database, string table, CancellationToken cancellation)
    {
        try
        {
            return Names(await GetAsync($"/v3/table/list/{Part(database)}", cancellation), "tables").Contains(table);
        }
        catch (TdApiException ex) when (ex.Status is HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    public Task CreateTableAsync(string database, string table, CancellationToken cancellation) =>
        PostAsync($"/v3/table/create/{Part(database)}/{Part(table)}/log", null, cancellation);

    public Task DeleteTableAsync(string database, string table, CancellationToken cancellation) =>
        PostAsync($"/v3/table/delete/{Part(database)}/{Part(table)}", null, cancellation);

    public Task RenameTableAsync(string database, string from, string to, CancellationToken cancellation)
    {
        var form = new FormUrlEncodedContent([new("overwrite", "true")]);
        return PostAsync($"/v3/table/rename/{Part(database)}/{Part(from)}/{Part(to)}", form, cancellation);
    }

    public async Task<string> ConnectionAsync(string name, CancellationToken cancellation) =>
        (await GetAsync($"/v3/connections/lookup?name={Part(name)}", cancellation))["id"]?.ToString()
        ?? throw TaskFailure.Config($"The connection '{name}' has no id.");

    private static string Part(string text) => Uri.EscapeDataString(text);

    private static async Task<string> QueryAsync(IReadOnlyDictionary<string, string> query)
    {
        using var form = new FormUrlEncodedContent(query);
        return await form.ReadAsStringAsync();
    }

    private static StringContent JsonBody(JsonObject body) => new(JsonText.Of(body), Encoding.UTF8, "application/json");

    private static string JobId(JsonObject answer) =>
        (answer["job_id"] ?? answer["job"] ?? answer["id"])?.ToString()
        ?? throw new TaskFailure("TD answered a job request without a job id.", "td client");

    private static HashSet<string> Names(JsonObject answer, string list) =>
        [.. (answer[list] as JsonArray ?? []).Select(item => item?["name"]?.GetValue<string>() ?? "")];

    private async Task<JsonObject> GetAsync(string path, CancellationToken cancellation)
    {
        using var response = await SendAsync(HttpMethod.Get, path, null, cancellation);
        return await BodyAsync(response, cancellation);
    }

    private async Task<JsonObject> PostAsync(string path, HttpContent? body, CancellationToken cancellation)
    {
        using var response = await SendAsync(HttpMethod.Post, path, body, cancellation);
        return await BodyAsync(response, cancellation);
    }

    private static async Task<JsonObject> BodyAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var text = await response.Content.ReadAsStringAsync(cancellation);
        return text.Length > 0 && JsonNode.Parse(text) is JsonObject map ? map : [];
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, new Uri(endpoint.Api, path)) { Content = body };
        request.Headers.Authorization = new AuthenticationHeaderValue("TD1", endpoint.ApiKey);
        HttpResponseMessage response;
        try
        {
            response = await http.SendAsync(request, cancellation);
        }
        catch (HttpRequestException ex)
        {
            throw new TdApiException(path, null, ex.Message);
        }

        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw await RefusedAsync(path, response, cancellation);
        }
    }

    private static async Task<TdApiException> RefusedAsync(string path, HttpResponseMessage response, CancellationToken cancellation)
    {
        var text = await response.Content.ReadAsStringAsync(cancellation);
        try
        {
            var body = text.Length > 0 ? JsonNode.Parse(text) as JsonObject : null;
            var reason = (body?["message"] ?? body?["error"] ?? body?["text"])?.ToString();
            return new(path, response.StatusCode, reason, body?["details"]?["conflicts_with"]?.ToString());
        }
        catch (System.Text.Json.JsonException)
        {
            return new(path, response.StatusCode, text.Length > 200 ? text[..200] : text);
        }
    }
}
