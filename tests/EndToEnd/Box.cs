using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Cdp.Emulator.Launching;
using Cdp.Pipeline;
using Cdp.Pipeline.Ports;
using Cdp.TreasureData;
using Cdp.TreasureData.Rest;

namespace Cdp.EndToEnd;

/// <summary>An emulator, asked directly.</summary>
internal sealed class Box : IDisposable
{
    /// <summary>Ids and times of the run itself; they differ between any two runs.</summary>
    private static readonly HashSet<string> _own =
    [
        "session_id", "attempt_id", "job_id", "job_url", "log_id", "start_time", "end_time", "time", "load_batch_id", "union_batch_id",
        "session_uuid", "batch_id", "load_timestamp", "ingest_time", "run_id", "error_message",
    ];

    private readonly HttpClient _http = new();
    private readonly RestPlatform _platform;

    private Box(EmulatorEndpoint endpoint)
    {
        Endpoint = endpoint;
        var account = new TdAccount(TdHosts.Single(endpoint.Url), new Secret(endpoint.Token));
        _platform = new("box", account, _http, TimeProvider.System, TimeSpan.FromMilliseconds(100));
    }

    public EmulatorEndpoint Endpoint { get; }

    /// <summary>The one of that folder, started when it does not run.</summary>
    public static async Task<Box> OfAsync(string folder) =>
        new(await new EmulatorLauncher(TimeProvider.System).EnsureRunningAsync(folder, new(), CancellationToken.None));

    public async Task TellAsync(string path, string json)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(Endpoint.Url, path))
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("TD1", Endpoint.Token);
        using var response = await _http.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>The rows that a query answers.</summary>
    public async Task<JsonArray> QueryAsync(string database, string sql)
    {
        var result = await _platform.QueryAsync(new(sql, database), CancellationToken.None);
        return [.. result.Rows.Select(row => new JsonArray([.. row.Select(v => v?.DeepClone())]))];
    }

    public async Task<JsonObject> AskAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Endpoint.Url, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("TD1", Endpoint.Token);
        using var response = await _http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return (JsonObject)JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    /// <summary>All rows of all tables of these databases, without what is each run's own; by table, in order.</summary>
    public async Task<List<string>> RowsAsync(params string[] databases)
    {
        var rows = new List<string>();
        foreach (var database in databases)
        {
            foreach (var table in (await _platform.DescribeTablesAsync(database, CancellationToken.None)).OrderBy(t => t.Table, StringComparer.Ordinal))
            {
                var columns = table.Columns.Select(c => c.Name).Where(name => !_own.Contains(name)).Select(name => $"\"{name}\"").ToList();
                rows.Add($"{database}.{table.Table}: {string.Join(", ", columns)}");
                var result = await QueryAsync(database, $"SELECT {string.Join(", ", columns)} FROM {table.Table}");
                rows.AddRange(result.Select(row => $"{database}.{table.Table}: {row!.ToJsonString()}").Order(StringComparer.Ordinal));
            }
        }

        return rows;
    }

    public void Dispose() => _http.Dispose();
}
