using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;
using Cdp.Digdag.Engine;
using Cdp.Digdag.Operators.Td;

namespace Cdp.Digdag.Tests.Execution;

/// <summary>TD's API as the recorded td_jobs cases met it; it keeps what it was asked.</summary>
internal sealed class TdStub : HttpMessageHandler, ITdAccess
{
    private readonly HashSet<string> _tables = ["tab1", "old", "src"];
    private readonly List<string> _queries = [];

    public List<JsonObject> Requests { get; } = [];

    public TdEndpoint Find(long projectId) => new(new Uri("http://td.invalid/"), "1/key");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var uri = request.RequestUri!;
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        lock (Requests)
        {
            Requests.Add(Recorded(request, body));
            return Answer(uri.AbsolutePath.Trim('/').Split('/'), HttpUtility.ParseQueryString(body));
        }
    }

    private HttpResponseMessage Answer(string[] path, System.Collections.Specialized.NameValueCollection form) => path switch
    {
        ["v3", "job", "issue", ..] or ["v3", "schedule", "run", ..] => Issue(form["query"] ?? ""),
        ["v3", "job", "status", var id] => Json(new() { ["job_id"] = id, ["status"] = StatusOf(id) }),
        ["v3", "job", "show", var id] => Show(id),
        ["v3", "job", "result", var id] => Result(QueryOf(id)),
        ["v3", "table", "list", var db] => db is "db1" or "dbd5"
            ? Json(new() { ["tables"] = new JsonArray([.. _tables.Select(t => new JsonObject { ["name"] = t })]) })
            : Missing(),
        ["v3", "table", "create", _, var table, _] => _tables.Add(table) ? Json([]) : new(HttpStatusCode.Conflict),
        ["v3", "table", "delete", _, var table] => _tables.Remove(table) ? Json([]) : Missing(),
        ["v3", "job", "kill", ..] or ["v3", "table", "rename", ..] or ["v3", "database", "create" or "delete", ..] => Json([]),
        ["v3", "database", "list"] => Json(new() { ["databases"] = new JsonArray(new JsonObject { ["name"] = "db1" }) }),
        _ => Missing(),
    };

    private static HttpResponseMessage Missing() => new(HttpStatusCode.NotFound);

    private string QueryOf(string id) => _queries[int.Parse(id, CultureInfo.InvariantCulture) - 101];

    private string StatusOf(string id) =>
        Fails(id) ? "error" : QueryOf(id).Contains("never_ends", StringComparison.Ordinal) ? "running" : "success";

    private bool Fails(string id) => QueryOf(id).Contains("make_it_fail", StringComparison.Ordinal);

    private HttpResponseMessage Issue(string query)
    {
        _queries.Add(query);
        var id = (100 + _queries.Count).ToString(CultureInfo.InvariantCulture);
        return Json(new() { ["job"] = id, ["job_id"] = id, ["database"] = "db1", ["jobs"] = new JsonArray(new JsonObject { ["job_id"] = id }) });
    }

    private HttpResponseMessage Show(string id)
    {
        var (columns, rows) = Rows(QueryOf(id));
        return Json(new()
        {
            ["job_id"] = id,
            ["num_records"] = rows.Count,
            ["hive_result_schema"] = new JsonArray([.. columns.Select(c => new JsonArray(c, "varchar"))]).ToJsonString(),
            ["debug"] = Fails(id) ? new JsonObject { ["cmdout"] = "started\nQuery failed: bad thing", ["stderr"] = "error on line 1" } : [],
        });
    }

    private static HttpResponseMessage Result(string query)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            foreach (var row in Rows(query).Rows)
            {
                MessagePack.Write(gzip, row);
            }
        }

        return new(HttpStatusCode.OK) { Content = new ByteArrayContent(packed.ToArray()) };
    }

    private static (string[] Columns, List<List<object?>> Rows) Rows(string query)
    {
        var name = query.Split("rows:") is [_, var rest, ..] ? string.Concat(rest.TakeWhile(char.IsLetter)) : "";
        return name switch
        {
            "none" => (["n", "s"], []),
            "null" => (["a", "b"], [[null, null]]),
            "types" => (["i", "d", "s", "t", "l"],
            [
                [9007199254740993L, 1.5, "x \"y\"", true, new List<object?> { 1L, 2L }],
                [2L, 2.5, "z", false, new List<object?>()],
            ]),
            "three" => (["id", "name"], [[1L, "a"], [2L, null], [3L, "c${x}"]]),
            "true" => (["ok"], [[true]]),
            "zero" => (["n"], [[0L]]),
            _ => (["n", "s"], [[5L, "five"]]),
        };
    }

    private static HttpResponseMessage Json(JsonObject body) =>
        new(HttpStatusCode.OK) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };

    private static JsonObject Recorded(HttpRequestMessage request, string body)
    {
        var recorded = new JsonObject { ["method"] = request.Method.Method, ["path"] = request.RequestUri!.AbsolutePath };
        if (Pairs(request.RequestUri.Query) is { Count: > 0 } query)
        {
            recorded["query"] = query;
        }

        if (body.Length > 0)
        {
            recorded["body"] = body.StartsWith('{') ? JsonNode.Parse(body) : Pairs(body);
        }

        return recorded;
    }

    private static JsonObject Pairs(string form)
    {
        var pairs = HttpUtility.ParseQueryString(form);
        return new(pairs.AllKeys.OfType<string>().Select(k => KeyValuePair.Create<string, JsonNode?>(k, pairs[k])));
    }
}
