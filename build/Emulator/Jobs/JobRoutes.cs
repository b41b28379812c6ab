using System.Globalization;
using System.Text.Json.Nodes;
using Cdp.Emulator.Http;
using Cdp.Emulator.Loading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cdp.Emulator.Jobs;

/// <summary><c>/v3/job/*</c> of TD's API.</summary>
internal sealed class JobRoutes(JobBoard jobs, QueryJobs queries, LoadJobs loads)
{
    public void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/v3/job/issue/bulkload/{database}", IssueLoadAsync);
        app.MapPost("/v3/job/issue/{engine}/{database}", IssueQueryAsync);
        app.MapGet("/v3/job/list", ListAsync);
        app.MapGet("/v3/job/status/{id}", context => context.JsonAsync(JobJson.Summary(Find(context))));
        app.MapGet("/v3/job/status_by_domain_key/{key}", StatusByDomainKeyAsync);
        app.MapGet("/v3/job/show/{id}", context => context.JsonAsync(JobJson.Show(Find(context))));
        app.MapGet("/v3/job/result/{id}", ResultAsync);
        app.MapPost("/v3/job/kill/{id}", KillAsync);
    }

    private async Task IssueQueryAsync(HttpContext context)
    {
        var parameter = await context.ParametersAsync();
        await IssuedAsync(context, jobs.Issue(queries.Request(context.Route("engine"), context.Route("database"), parameter)));
    }

    private async Task IssueLoadAsync(HttpContext context)
    {
        var config = (await context.JsonBodyAsync())["config"] as JsonObject
            ?? throw ApiException.BadRequest("A bulk load needs a body of the form {\"config\": {\"in\": …, \"out\": …}}.");
        await IssuedAsync(context, jobs.Issue(loads.Request(context.Route("database"), config, context.Query)));
    }

    private static Task IssuedAsync(HttpContext context, Job job) => context.JsonAsync(new JsonObject
    {
        ["job"] = JobJson.Id(job),
        ["job_id"] = JobJson.Id(job),
        ["database"] = job.Database,
    });

    private Task ListAsync(HttpContext context)
    {
        var from = Number(context, "from", 0);
        var to = Number(context, "to", from + 19);
        var status = context.Query("status");
        var found = jobs.All()
            .Where(job => status is null || JobJson.Status(job) == status)
            .Skip(from)
            .Take(Math.Max(0, to - from + 1))
            .Select(job => (JsonNode)JobJson.Show(job))
            .ToArray();
        return context.JsonAsync(new JsonObject
        {
            ["count"] = found.Length,
            ["from"] = from,
            ["to"] = to,
            ["jobs"] = new JsonArray(found),
        });
    }

    private Task StatusByDomainKeyAsync(HttpContext context)
    {
        var key = context.Route("key");
        var job = jobs.FindByDomainKey(key) ?? throw ApiException.NotFound($"There is no job with the domain key '{key}'.");
        return context.JsonAsync(JobJson.Summary(job));
    }

    private Task ResultAsync(HttpContext context)
    {
        var job = Find(context);
        var format = context.Query("format") ?? "tsv";
        var type = ResultFormat.ContentType(format)
            ?? throw ApiException.BadRequest($"There is no format '{format}'. Use json, csv, tsv, msgpack or msgpack.gz.");
        var rows = jobs.Rows(job) ?? throw ApiException.NotFound($"Job {job.Id} has no result.");
        return context.BytesAsync(ResultFormat.Write(rows, job.Columns, format, context.Query("header") is "true"), type);
    }

    private Task KillAsync(HttpContext context)
    {
        var job = Find(context);
        jobs.Kill(job.Id);
        return context.JsonAsync(new JsonObject
        {
            ["job_id"] = JobJson.Id(job),
            ["former_status"] = JobJson.Status(job),
        });
    }

    private static int Number(HttpContext context, string name, int otherwise) =>
        int.TryParse(context.Query(name), CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    private Job Find(HttpContext context)
    {
        var text = context.Route("id");
        return long.TryParse(text, CultureInfo.InvariantCulture, out var id) && jobs.Find(id) is { } job
            ? job
            : throw ApiException.NotFound($"There is no job {text}.");
    }
}
